/**
 * Builds and runs the editor scenarios in a real VS Code: `node build/editor.mjs [part of a scenario's name] …`.
 */
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { testBundle } from './bundles.mjs';
import { chooseEditor, downloads } from './chooseEditor.mjs';
import { printCounts } from './counts.mjs';
import { root } from './steps.mjs';

const only = process.argv.slice(2);
const extension = process.env.XCLARITY_EXTENSION ?? root;
const out = path.join(root, 'out', `editor-${process.pid}`);
process.on('exit', () => rmSync(out, { recursive: true, force: true }));

const editor = await chooseEditor();
if ('reason' in editor) {
	console.log(`skipped the editor scenarios: ${editor.reason}`);
	printCounts({ passed: 0, failed: 0, skipped: 1 });
	if (process.env.CI) console.log('In CI they must run.');
	process.exitCode = process.env.CI ? 1 : 0;
} else {
	console.log(`VS Code: ${editor.name}`);
	const outcome = await runScenarios(editor.executable);
	printCounts(outcome);
	process.exitCode = outcome.failed > 0 ? 1 : 0;
}

async function runScenarios(executable) {
	if (!existsSync(path.join(extension, 'dist', 'extension.js'))) throw new Error('Run `npm run build` first');
	const shared = { ...testBundle({ runEditorTests: 'test/editor/runEditorTests.ts' }), outdir: out };
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
	const { runEditorTests } = await import(pathToFileURL(path.join(out, 'runEditorTests.mjs')).href);
	return runEditorTests({
		executable,
		extension,
		suite: path.join(out, 'suite.cjs'),
		workspace: path.join(root, 'test', 'editor', 'workspace'),
		pictures: path.join(root, 'out', 'pictures'),
		downloads: await downloads(),
		only,
	});
}
