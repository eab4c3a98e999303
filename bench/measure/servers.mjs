import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../../build/steps.mjs';
import { Editor } from './editor.mjs';

export const ours = 'ours';
export const jsonServer = 'JSON server';
export const yamlServer = 'YAML server';

const schemaFile = path.join(root, 'schemas/config-settings.schema.json');
const schema = JSON.parse(readFileSync(schemaFile, 'utf8'));
const peers = path.join(root, 'bench', 'node_modules');

/** An editor with a server just started, by the server's name; the peers have our schema, and wait as they ship. */
export const startServer = {
	[ours]: dist => new Editor([path.join(dist, 'languageServer.js'), '--stdio']),
	[jsonServer]: () =>
		new Editor([path.join(peers, 'vscode-langservers-extracted/bin/vscode-json-language-server'), '--stdio'], {
			json: { validate: { enable: true }, schemas: [{ fileMatch: ['*.json'], url: 'bench://config', schema }] },
		}),
	[yamlServer]: () =>
		new Editor([binOf('yaml-language-server'), '--stdio'], {
			yaml: { validate: true, schemas: { [pathToFileURL(schemaFile).href]: '*.json' } },
		}),
};

/** What each calls the language of a configuration-settings file. JSON is YAML, too. */
export const languageOf = { [ours]: 'xclarity-config', [jsonServer]: 'json', [yamlServer]: 'yaml' };

function binOf(name) {
	const { resolve } = createRequire(path.join(root, 'bench', 'package.json'));
	const manifest = resolve(`${name}/package.json`);
	return path.join(path.dirname(manifest), JSON.parse(readFileSync(manifest, 'utf8')).bin[name]);
}
