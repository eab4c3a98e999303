/**
 * Whether checking and repairing a broken configuration-settings file takes time in proportion to it: each text in one
 * size and four times as large; the ratio should stay near 4. Run: node bench/brokenConfig.mjs
 */
import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { testBundle } from '../build/bundles.mjs';

const repeated = (count, piece) => Array.from({ length: count }, (_, index) => piece(index));
const texts = {
	'smart quotation marks': count => `{${repeated(count, at => `“k${at}”: “v${at}”`).join(',\n')}}`,
	'smart marks on one line': count => `{${repeated(count, at => `“k${at}”: “v${at}”`).join(', ')}}`,
	'no commas': count => `{${repeated(count, at => `"k${at}": ${at}`).join('\n')}}`,
	'lost quotation marks': count => `{${repeated(count, at => `"k${at}": "v${at},\n`).join('')}}`,
	comments: count => `{${repeated(count, at => `"k${at}": /* c */ 1,`).join('')}"a": 1}`,
	'same key': count => `{${repeated(count, () => '"k": 1').join(',')}}`,
	documents: count => repeated(count, at => `{"a": ${at}}`).join('\n'),
	'misspelt keys': count => `{"content": [${repeated(count, at => `{"naem": "a${at}"}`).join(',')}]}`,
	parentheses: count => '('.repeat(count) + ')'.repeat(count),
	nesting: count => '{"a": ['.repeat(count),
};

const folder = mkdtempSync(path.resolve('out-bench-'));
try {
	await build({
		...testBundle(['server/language/config/configProblems.ts', 'server/language/config/editing/repair.ts']),
		outdir: folder,
		outbase: 'server/language/config',
	});
	const { configProblems } = await import(path.join(folder, 'configProblems.mjs'));
	const { repairOf } = await import(path.join(folder, 'editing/repair.mjs'));
	const time = (action, text) => {
		const started = performance.now();
		action(TextDocument.create('file:///site.xclarity.json', 'xclarity-config', 1, text));
		return performance.now() - started;
	};
	console.log('text                       check: small, large, ratio          repair: small, large, ratio');
	for (const [name, text] of Object.entries(texts)) {
		const [small, large] = [text(2500), text(10_000)];
		const cells = [configProblems, repairOf].map(action => {
			for (let warm = 0; warm < 2; warm++) time(action, small);
			const [one, four] = [time(action, small), time(action, large)];
			return `${one.toFixed(1)} ms, ${four.toFixed(1)} ms, ${(four / one).toFixed(1)}`.padEnd(36);
		});
		console.log(`${name.padEnd(26)} ${cells.join('')}`);
	}
} finally {
	rmSync(folder, { recursive: true, force: true });
}
