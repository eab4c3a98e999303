/**
 * Builds and runs the tests that need no editor. Arguments are parts of file names: `npm run unit -- rules macros`.
 * The tests of the pure core share one process; every test that opens sockets or starts programs gets its own.
 */
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { build } from 'esbuild';
import { testBundle } from './bundles.mjs';
import { buildProduct } from './product.mjs';
import { printCounts } from './steps.mjs';

const wanted = process.argv.slice(2);
const pure = file => file.startsWith(path.join('test', 'server', 'language'));

const sources = readdirSync('test', { recursive: true })
	.map(file => path.join('test', file))
	.filter(file => file.endsWith('.test.ts') && !file.includes('node_modules'))
	.filter(file => wanted.length === 0 || wanted.some(part => file.includes(part)))
	.sort();
if (sources.length === 0) {
	console.error(`No test file has one of these in its name: ${wanted.join(', ')}`);
	process.exit(2);
}

// Every run has a folder of its own, so that two runs side by side do not pull the files from under each other.
const out = path.join('out', `unit-${process.pid}`);
process.on('exit', () => rmSync(out, { recursive: true, force: true }));
process.env.XCLARITY_DIST = path.resolve(out, 'dist');

const startsPrograms = file => /test.server.(cli|lsp)|test.client|test.examples/.test(file);
await Promise.all([
	build({ ...testBundle(sources), outdir: out }),
	...(sources.some(startsPrograms) ? [buildProduct({ outdir: process.env.XCLARITY_DIST, minify: false })] : []),
]);

const compiled = file => path.join(out, file.replace(/\.ts$/, '.mjs'));
const files = sources.filter(file => !pure(file)).map(compiled);
const core = sources.filter(pure).map(compiled);
if (core.length > 0) {
	const together = path.join(out, 'core.mjs');
	writeFileSync(
		together,
		core.map(file => `await import('./${path.relative(out, file).replaceAll('\\', '/')}');\n`).join(''),
	);
	files.unshift(together);
}

const counts = { passed: 0, failed: 0, skipped: 0 };
process.on('exit', () => printCounts(counts));

// A suite passes and fails with its tests, so only tests count; a file that cannot be loaded fails as a test.
const counted = (data, kind) => {
	if (data.skip !== undefined) counts.skipped += 1;
	else if (data.details.type !== 'suite') counts[kind] += 1;
};

run({ files: files.map(file => path.resolve(file)), concurrency: true, timeout: 180_000 })
	.on('test:pass', data => counted(data, 'passed'))
	.on('test:fail', data => {
		counted(data, 'failed');
		process.exitCode = 1;
	})
	.compose(new spec())
	.pipe(process.stdout);
