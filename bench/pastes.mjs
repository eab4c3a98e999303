/**
 * What "Repair this file" makes of pasted texts, beside jsonrepair where it is installed. Run: node bench/pastes.mjs
 * For the comparison: npm install --no-save jsonrepair
 */
import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { build } from 'esbuild';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { testBundle } from '../build/bundles.mjs';

const folder = mkdtempSync(path.resolve('out-bench-'));
try {
	await build({
		...testBundle(['server/language/config/editing/repair.ts', 'test/fixtures/pastes/pasteCases.ts']),
		outdir: folder,
		outbase: '.',
	});
	const { repairOf } = await import(path.join(folder, 'server/language/config/editing/repair.mjs'));
	const { pasteCases } = await import(path.join(folder, 'test/fixtures/pastes/pasteCases.mjs'));
	compare(pasteCases, repairOf, await peer());
} finally {
	rmSync(folder, { recursive: true, force: true });
}

/** `undefined` where it is not installed. */
async function peer() {
	try {
		return (await import('jsonrepair')).jsonrepair;
	} catch (error) {
		if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
		return undefined;
	}
}

function compare(cases, repairOf, jsonrepair) {
	let ours = 0;
	let theirs = 0;
	for (const { kind, pasted, meant } of cases) {
		const repair = repairOf(TextDocument.create('file:///site.xclarity.json', 'xclarity-config', 1, pasted));
		const own = judged(() => (repair?.refused === undefined ? (repair?.text ?? pasted) : undefined), meant);
		const other = jsonrepair ? judged(() => jsonrepair(pasted), meant) : '';
		if (own === 'right') ours++;
		if (other === 'right') theirs++;
		console.log(`${kind.padEnd(36)} ${own.padEnd(8)} ${other}`);
	}
	console.log(`\nexactly right: ${ours} of ${cases.length}${jsonrepair ? `, jsonrepair ${theirs}` : ''}`);
}

/** `right` also for a text that only a person can decide, left as it is. */
function judged(repaired, meant) {
	try {
		const text = repaired();
		return isDeepStrictEqual(text === undefined ? undefined : JSON.parse(text), meant) ? 'right' : 'wrong';
	} catch {
		return 'no JSON';
	}
}
