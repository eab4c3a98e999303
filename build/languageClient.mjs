import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './steps.mjs';

const { engines } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const client = readFileSync(path.join(root, 'node_modules', 'vscode-languageclient', 'lib', 'node', 'main.js'), 'utf8');
const needed = /REQUIRED_VSCODE_VERSION = '([^']+)'/.exec(client)?.[1];

/**
 * Leaves semver out of the language client, which asks it whether VS Code is new enough. VS Code starts the extension in
 * no version that `engines` excludes, so nothing is lost as long as the client needs the same versions.
 */
export const languageClient = {
	name: 'language-client',
	setup(build) {
		if (needed !== engines.vscode) return;
		build.onResolve({ filter: /^semver\/functions\/(?:parse|satisfies)$/ }, ({ path: name, importer }) =>
			/[\\/]vscode-languageclient[\\/]/.test(importer) ? { path: name, namespace: 'language-client' } : undefined,
		);
		build.onLoad({ filter: /.*/, namespace: 'language-client' }, ({ path: name }) => ({
			contents: name.endsWith('parse')
				? 'module.exports = version => ({ version, prerelease: [] });'
				: 'module.exports = () => true;',
			loader: 'js',
		}));
	},
};
