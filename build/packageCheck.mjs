/** Packages the extension and looks at what a person gets: its size, its contents, and that VS Code takes it. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chooseEditor } from './chooseEditor.mjs';
import { printCounts } from './counts.mjs';
import { packagedElsewhere } from './packagedElsewhere.mjs';
import { papersCheck } from './papersCheck.mjs';
import { root } from './steps.mjs';
import { packageExtension } from './vsix.mjs';
import { zipEntries } from './zipEntries.mjs';

// Two languages take 92 KB of it, the pages of all rules 42: closed networks need both in the package.
const largest = 800 * 1024;
const allowed = [
	/^extension\.vsixmanifest$/,
	/^\[Content_Types\]\.xml$/,
	/^extension\/(package(\.nls(\.\w+)?)?\.json|readme\.md|changelog\.md|LICENSE(\.txt)?)$/i,
	/^extension\/dist\/([\w-]+\.js|texts\.keys\.txt|(texts\.\w+|rulePages)\.packed|THIRD-PARTY-NOTICES\.txt|sbom\.cdx\.json)$/,
	/^extension\/syntaxes\/[\w.-]+\.json$/,
	/^extension\/images\/(icon\.png|(languages|walkthrough)\/[\w-]+\.svg)$/,
	/^extension\/examples\/[\w-]+\/[\w.-]+$/,
];
const programs = [
	'extension',
	'languageServer',
	'cli',
	'tool',
	'deployDialog',
	'web',
	'webClient',
	'webWorker',
	'webServer',
	'lines',
	'xml',
].map(name => `dist/${name}.js`);
const papers = ['dist/THIRD-PARTY-NOTICES.txt', 'dist/sbom.cdx.json'];
const required = [...programs, ...papers, 'images/icon.png', 'readme.md'];

const folder = mkdtempSync(path.join(os.tmpdir(), 'xclarity-package-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
const counts = { passed: 0, failed: 0, skipped: 0 };

// Another date than the one without this variable, so that the variable is seen to count.
process.env.SOURCE_DATE_EPOCH ??= '1700000000';
const vsix = path.join(folder, 'xclarity-authoring.vsix');
try {
	packageExtension(vsix);
} catch (error) {
	console.error(error.message);
	printCounts({ ...counts, failed: 1 });
	process.exit(1);
}
const size = statSync(vsix).size;
const entries = zipEntries(readFileSync(vsix));
const names = entries.map(({ name }) => name);

check(`is at most 800 KB: ${(size / 1024).toFixed(0)} KB`, size <= largest ? [] : ['too large']);
check(
	'holds nothing but what runs',
	names.filter(name => !allowed.some(pattern => pattern.test(name))),
);
check(
	'holds all that runs',
	required.filter(name => !names.some(entry => entry.toLowerCase() === `extension/${name}`.toLowerCase())),
);
check('names no source map and no path of this machine', entries.flatMap(privateMatters));
for (const { what, objections } of await papersCheck(...papers.map(contentOf))) check(what, objections);
check('is the same from another folder, in another time zone, with another mask', unlike(packagedElsewhere()));
await checkInstallation();

printCounts(counts);
process.exitCode = counts.failed > 0 ? 1 : 0;

function check(what, objections) {
	console.log(`${objections.length === 0 ? 'ok    ' : 'not ok'} the package ${what}`);
	for (const objection of objections) console.log(`         ${objection}`);
	counts[objections.length === 0 ? 'passed' : 'failed'] += 1;
}

function privateMatters({ name, content }) {
	const text = content.toString('utf8');
	const home = os.homedir();
	const paths = [root, ...(home.split(path.sep).length > 2 ? [home] : [])];
	const found = [/sourceMappingURL=\S+\.map/.exec(text)?.[0], ...paths.filter(place => text.includes(place))];
	return found.filter(Boolean).map(match => `${name}: ${match}`);
}

function contentOf(name) {
	return entries.find(entry => entry.name === `extension/${name}`)?.content.toString('utf8') ?? '';
}

/** The files that differ from those of this package; its own name when only the archive around them differs. */
function unlike(other) {
	if (other.equals(readFileSync(vsix))) return [];
	const others = new Map(zipEntries(other).map(({ name, content }) => [name, content]));
	const differing = entries.filter(({ name, content }) => !others.get(name)?.equals(content)).map(({ name }) => name);
	return differing.length > 0 ? differing : ['the archive itself'];
}

async function checkInstallation() {
	const editor = await chooseEditor();
	if ('reason' in editor) {
		console.log(`skipped whether VS Code installs it: ${editor.reason}`);
		counts.skipped += 1;
		return;
	}
	const profile = ['user', 'extensions'].map(name => path.join(folder, name));
	for (const place of profile) mkdirSync(place);
	const code = (...args) => {
		const [program, ...first] = editor.cli;
		const all = [...first, ...args, `--user-data-dir=${profile[0]}`, `--extensions-dir=${profile[1]}`];
		const shell = process.platform === 'win32';
		const quoted = shell ? all.map(arg => `"${arg}"`) : all;
		return spawnSync(shell ? `"${program}"` : program, quoted, { encoding: 'utf8', shell });
	};
	const installed = code('--install-extension', vsix);
	const listed = code('--list-extensions', '--show-versions');
	const { publisher, name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
	check(
		`is installed by VS Code (${editor.name}) and listed`,
		listed.stdout.includes(`${publisher}.${name}@${version}`)
			? []
			: [installed.stdout, installed.stderr, listed.stdout, listed.stderr],
	);
}
