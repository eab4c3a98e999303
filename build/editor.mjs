/**
 * Builds and runs the editor scenarios in a real VS Code: `node build/editor.mjs [part of a scenario's name] …`.
 */
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { openWithoutServer } from '../test/vscodeWeb/withoutServer.mjs';
import { testBundle } from './bundles.mjs';
import { chooseEditor, downloads } from './chooseEditor.mjs';
import { printCounts } from './counts.mjs';
import { root } from './steps.mjs';

const only = process.argv.slice(2);
const extension = process.env.XCLARITY_EXTENSION ?? root;
const out = path.join(root, 'out', `editor-${process.pid}`);
process.on('exit', () => rmSync(out, { recursive: true, force: true }));

/** What works in a window from outside, and runs in this process. */
const hands = {
	runEditorTests: 'test/editor/runEditorTests.ts',
	runWebScenarios: 'test/editor/web/runWebScenarios.ts',
};

const editor = await chooseEditor();
if ('reason' in editor) {
	console.log(`skipped the editor scenarios: ${editor.reason}`);
	printCounts({ passed: 0, failed: 0, skipped: 1 });
	if (process.env.CI) console.log('In CI they must run.');
	process.exitCode = process.env.CI ? 1 : 0;
} else {
	console.log(`VS Code: ${editor.name}`);
	const outcome = await runScenarios(editor);
	printCounts(outcome);
	process.exitCode = outcome.failed > 0 ? 1 : 0;
}

async function runScenarios({ name, executable }) {
	if (!existsSync(path.join(extension, 'dist', 'extension.js'))) throw new Error('Run `npm run build` first');
	const shared = { ...testBundle(hands), outdir: out };
	await Promise.all([
		build(shared),
		build({
			...testBundle({ suite: 'test/editor/suite.ts' }),
			outdir: out,
			format: 'cjs',
			splitting: false,
			packages: 'bundle',
			external: ['vscode'],
			outExtension: { '.js': '.cjs' },
		}),
	]);
	const [desktop, web] = await Promise.all(
		Object.keys(hands).map(file => import(pathToFileURL(path.join(out, `${file}.mjs`)).href)),
	);
	const pictures = path.join(root, 'out', 'pictures');
	const outcomes = [];
	if (only.length === 0 || !only.every(web.isOfWeb))
		outcomes.push(
			await desktop.runEditorTests({
				executable,
				extension,
				suite: path.join(out, 'suite.cjs'),
				workspace: path.join(root, 'test', 'editor', 'workspace'),
				pictures,
				downloads: await downloads(),
				only,
			}),
		);
	if (only.length === 0 || only.some(web.isOfWeb)) {
		const open =
			name === 'browser-based'
				? (files, language) => openWithoutServer({ extension, files, language })
				: { reason: 'this run is in another VS Code; XCLARITY_EDITOR=web takes the one with its page' };
		outcomes.push(await web.runWebScenarios({ open, pictures, only }));
	}
	const counts = Object.keys(outcomes[0]);
	return Object.fromEntries(counts.map(count => [count, outcomes.reduce((sum, outcome) => sum + outcome[count], 0)]));
}
