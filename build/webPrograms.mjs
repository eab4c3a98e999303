import path from 'node:path';
import { webEntries } from './bundles.mjs';
import { isLate } from './lateDialects.mjs';

/**
 * Which files the programs for a browser consist of, the entry first.
 * @param {import('esbuild').Metafile} metafile how esbuild has laid them out
 * @param {readonly { file: string }[]} written what became of its files: small ones are in `shared.js`
 * @returns {Record<'client' | 'server', string[]>}
 * @throws {Error} when one of them asks for something that no browser has
 */
export function webPrograms({ outputs }, written) {
	const names = new Set(written.map(({ file }) => path.basename(file)));
	const program = entryPoint => {
		const [entry] = Object.keys(outputs).filter(file => outputs[file].entryPoint === entryPoint);
		const files = new Set([entry]);
		for (const file of files)
			for (const { path: imported, external } of outputs[file].imports) {
				if (!external) files.add(imported);
				else if (isLate(imported)) files.add(path.join(path.dirname(file), imported));
				else if (imported !== 'vscode') throw new Error(`${entryPoint} runs in a browser, which has no ${imported}.`);
			}
		const parts = [...files].map(file => path.basename(file));
		return [...new Set(parts.map(name => (names.has(name) ? name : 'shared.js')))];
	};
	return { client: program(webEntries.webClient), server: program(webEntries.webServer) };
}
