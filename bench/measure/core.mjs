import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { testBundle } from '../../build/bundles.mjs';

/**
 * Modules of the product, bundled for this process.
 * @param {string} folder where the bundle goes
 * @param {string[]} entries sources, from the root of the repository
 * @returns {Promise<Record<string, any>>} by source
 */
export async function load(folder, entries) {
	await build({ ...testBundle(entries), outdir: folder });
	const bundled = entries.map(entry => pathToFileURL(path.join(folder, entry.replace(/\.ts$/, '.mjs'))).href);
	const modules = await Promise.all(bundled.map(file => import(file)));
	return Object.fromEntries(entries.map((entry, at) => [entry, modules[at]]));
}

const frontDoor = 'server/language/languageService.ts';

/** Checks a text as the editor has it checked, each time as a new version, with nothing linked; gives what was found. */
export async function checker(folder) {
	const { [frontDoor]: service } = await load(folder, [frontDoor]);
	let version = 1;
	return (kind, text) =>
		service.languageFor(kind).validate(TextDocument.create('file:///bench/file', kind, version++, text), withoutLinks);
}

const withoutLinks = {
	severities: {},
	link: { matches: [], candidates: [] },
	dependents: [],
	applianceMacros: [],
	files: [],
};
