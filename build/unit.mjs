/**
 * Builds and runs the tests that need no editor. Arguments are parts of file names: `npm run unit -- rules macros`;
 * `core` stands for all tests of `server/language`.
 * Without arguments everything but the evidence runs: `*.evidence.test.ts`, whole matrices and collections, which take
 * their time and have a run of their own, `npm run unit -- evidence`. There, properties are tried on many more cases.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { testBundle } from './bundles.mjs';
import { printCounts } from './counts.mjs';
import { runTests } from './runTests.mjs';

const core = path.join('test', 'server', 'language', path.sep);
const wanted = process.argv.slice(2).map(part => (part === 'core' ? core : part));

// esbuild, which is written in Go, has done before collecting garbage would help: it takes a quarter of its time.
process.env.GOGC ??= 'off';
// Tests that can try a few cases or many try many of them with the evidence.
const isThorough = wanted.includes('evidence');
if (isThorough) process.env.XCLARITY_THOROUGH = 'yes';
/** What tries more with the evidence, speaks TLS there, or starts more processes, imports one of these. */
const triesMore = /\/(thorough|runProgram|pairOnSimulator|applianceForCli|applianceSession|mutants)'/;
/** The evidence runs when it is asked for, or one of its files by name; not with the folder that it lies in. */
const isOf = (part, file) =>
	(file.includes('.evidence.') ? path.basename(file) : file).includes(part) ||
	(part === 'evidence' && triesMore.test(readFileSync(file, 'utf8')));

const sources = readdirSync('test', { recursive: true })
	.map(file => path.join('test', file))
	.filter(file => file.endsWith('.test.ts') && !file.includes('node_modules'))
	.filter(file => (wanted.length === 0 ? !file.includes('.evidence.') : wanted.some(part => isOf(part, file))))
	.sort();
if (sources.length === 0) {
	console.error(`No test file has one of these in its name: ${wanted.join(', ')}`);
	process.exit(2);
}

// Every run has a folder of its own, so that two runs side by side do not pull the files from under each other.
const out = path.join('out', `unit-${process.pid}`);
// No test reads what another run has compiled, nor leaves such files in the home of a person. Those of one run share it.
process.env.XCLARITY_CACHE = path.resolve(out, 'cache');
// So has what its tests write, which has to be gone at the end.
const temporary = mkdtempSync(path.join(os.tmpdir(), 'xclarity-run-'));
for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = temporary;
process.on('exit', () => {
	for (const folder of [out, temporary]) rmSync(folder, { recursive: true, force: true });
});

/** With the evidence, commands are processes wherever they can be. */
const commandsOfEvidence = /test.server.(cli|lsp)|test.client|test.examples/;
/** In a quick run only those of the tests that import one of these are about the programs that ship. */
const importsProduct =
	/^import \{[^}]*\b(start|dist|serverProcess|clientsServer|translatedPrograms)\b[^}]*\} from '[^']*\/support\//m;
const startsPrograms = file =>
	isThorough || file.includes('.evidence.')
		? commandsOfEvidence.test(file)
		: importsProduct.test(readFileSync(file, 'utf8'));

/**
 * The tests of a room share a process; the matrices of the evidence have one each. Those of the core have two, which
 * take the same time: each that loads the language compiles all of it and learns anew what is called often. Those that
 * use what ships have one, since they alone wait for it.
 */
const rooms = {
	unattend: 'language/unattend',
	core: 'language',
	cli: 'cli',
	rest: 'rest',
	simulator: 'simulator',
};
/** What waits for servers and processes begins first; what only computes comes last and leaves no processor idle. */
const first = ['cli', 'rest', 'cli2', 'shells', 'programs', 'unattend', 'core'];
const rankOf = name => (first.includes(name) ? first.indexOf(name) : first.length);
function processOf(file) {
	if (file.includes('.evidence.')) return file.replaceAll(path.sep, '-').replace(/\.ts$/, '');
	if (!isThorough && startsPrograms(file)) return 'programs';
	// What is asked of every kind of file loads what the tests of unattend files load.
	if (path.join(path.dirname(file), path.sep) === core) return 'unattend';
	const [name] = Object.entries(rooms).find(([, room]) => file.startsWith(path.join('test', 'server', room))) ?? [];
	return name ?? 'shells';
}
const processes = new Map();
for (const file of sources) processes.set(processOf(file), [...(processes.get(processOf(file)) ?? []), file]);
// The commands take as long as all else, and wait for an appliance now and then: every other file has a second process.
const commands = processes.get('cli') ?? [];
if (commands.length > 1) {
	processes.set(
		'cli',
		commands.filter((_, at) => at % 2 === 0),
	);
	processes.set(
		'cli2',
		commands.filter((_, at) => at % 2 === 1),
	);
}

/** One module runs all tests of a process, one after the other: starting a process costs more than most tests. */
mkdirSync(out, { recursive: true });
const entries = [...processes].map(([name, members]) => {
	const entry = path.join(out, `${name}.ts`);
	const imports = members.map(member => path.relative(out, member.replace(/\.ts$/, '')).replaceAll('\\', '/'));
	writeFileSync(entry, imports.map(member => `import '${member}';\n`).join(''));
	return entry;
});

const dist = path.resolve(out, 'dist');
/** What builds the product takes a while to load: the tests of a room that starts no program do without it. */
async function product() {
	const { buildProduct } = await import('./product.mjs');
	await buildProduct({ outdir: dist, minify: false });
}
/** The tests have a library of their own; those of the core, which is synchronous, one that does not wait. */
const testLibrary = {
	name: 'test library',
	setup: bundle =>
		bundle.onResolve({ filter: /^node:test$/ }, ({ importer }) => ({
			path: path.resolve(
				'build',
				importer.includes(path.join(path.sep, core)) ? 'synchronousTests.mjs' : 'testLibrary.mjs',
			),
		})),
};
const bundle = testBundle(entries);
await build({ ...bundle, plugins: [...bundle.plugins, testLibrary], outdir: out, outbase: out });
const built = sources.some(startsPrograms) ? product() : undefined;
const tests = [...processes]
	.sort(([one], [other]) => rankOf(one) - rankOf(other))
	.map(([name, members]) => {
		const waits = members.some(startsPrograms);
		// Where nobody has waited, there is nothing: a test that is taken for one without programs fails in every run.
		const environment = { XCLARITY_DIST: waits ? dist : path.resolve(out, 'not-waited-for') };
		return { file: path.resolve(out, `${name}.mjs`), after: waits ? built : undefined, environment };
	});

// Tests of connections wait now and then: others work meanwhile.
const counts = await runTests(tests, 2 * os.availableParallelism() + 1);
const left = readdirSync(temporary);
if (left.length > 0) console.error(`Left behind by a test: ${left.join(', ')}`);
if (counts.failed > 0 || left.length > 0) process.exitCode = 1;
printCounts(counts);
