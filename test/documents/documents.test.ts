import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, suite, type TestContext, test } from 'node:test';
import { startSimulator } from '../../server/simulator/simulator';
import { folder, xclarity } from '../support/product';
import { type DocumentBlock, documentBlocks } from './documentBlocks';
import { shellLine } from './shellLine';

/** Every page but those of the rules, whose files `rulePages.test.ts` checks. */
const pages = [
	'README.md',
	'CONTRIBUTING.md',
	'SECURITY.md',
	'ARCHITECTURE.md',
	'CHANGELOG.md',
	...readdirSync('docs').flatMap(name => (name.endsWith('.md') ? [`docs/${name}`] : [])),
];

const remembered = mkdtempSync(path.join(os.tmpdir(), 'xclarity-documents-'));
after(() => rmSync(remembered, { recursive: true, force: true }));

interface Diagnostic {
	readonly file: string;
	readonly code: string;
}

/** The files that a page shows, in a folder of their own. */
const filesOf = (page: string): DocumentBlock[] => documentBlocks(page).filter(({ marks }) => marks.file !== undefined);

/** These files, and beside them the folders of ours in which the page's commands run. */
function folderOf(context: TestContext, page: string): string {
	const root = folder(context, Object.fromEntries(filesOf(page).map(({ marks, text }) => [marks.file ?? '', text])));
	for (const { marks } of documentBlocks(page)) {
		const copied = marks.copy ?? marks.in;
		if (copied !== undefined && existsSync(copied)) cpSync(copied, path.join(root, copied), { recursive: true });
	}
	return root;
}

async function checkedCodes(root: string): Promise<string[]> {
	const { stdout, stderr } = await xclarity(['check', '--json'], { cwd: root });
	assert.equal(stderr, '');
	const { diagnostics }: { readonly diagnostics: readonly Diagnostic[] } = JSON.parse(stdout);
	return diagnostics.map(({ file, code }) => `${path.basename(file)} ${code}`).sort();
}

/** A setting of a page, in the smallest file that can hold it. */
const settingInFile = (setting: string): string =>
	`{ "category": "dynamic", "name": "page", "type": "assoc_array", "optional": false, "content": [${setting}] }`;

/** White space aside. */
const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();

async function holdsPart(context: TestContext, { marks, text }: DocumentBlock): Promise<void> {
	if (marks.of !== undefined) {
		assert.ok(squeezed(readFileSync(marks.of, 'utf8')).includes(squeezed(text)), `${marks.of} does not hold it`);
		return;
	}
	const root = folder(context, { 'part.xclarity.json': settingInFile(text) });
	const codes = await checkedCodes(root);
	assert.deepEqual(
		codes.filter(code => !code.endsWith('config-missing-label') && !code.endsWith('config-recommended-key')),
		[],
	);
}

/** A transcript becomes what must be printed: `…` stands for anything on its line, alone on a line for any lines. */
function pattern(expected: string): RegExp {
	const quoted = expected.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
	return new RegExp(`^${quoted.replace(/^…\n/gm, '(?:.*\\n)*').replaceAll('…', '.*')}$`);
}

/** The commands of a transcript, each with what follows it up to the next one. */
function transcript(text: string): { readonly command: string; readonly expected: string }[] {
	return text
		.split(/^\$ /m)
		.slice(1)
		.map(part => ({
			command: part.slice(0, part.indexOf('\n')),
			expected: part.slice(part.indexOf('\n') + 1),
		}));
}

/** An address, a fingerprint and a password for the commands of a page. */
async function appliance(context: TestContext): Promise<Record<string, string>> {
	const simulator = await startSimulator({ jobMilliseconds: 0 });
	context.after(() => simulator.stop());
	return { SERVER: simulator.url, FINGERPRINT: simulator.fingerprint, XCLARITY_PASSWORD: simulator.password };
}

const homes = { XCLARITY_STATE: remembered, XCLARITY_SERVERS: path.join(remembered, 'none.json') };

async function runsAsShown(context: TestContext, block: DocumentBlock): Promise<void> {
	const root = folderOf(context, block.page);
	const cwd = path.join(root, block.marks.in ?? '');
	const variables = block.marks.server === undefined ? {} : await appliance(context);
	const steps =
		block.language === 'console'
			? transcript(block.text)
			: block.text
					.split('\n')
					.flatMap(line => (line.startsWith('xclarity') ? [{ command: line, expected: undefined }] : []));
	assert.ok(steps.length > 0, 'it has no command');
	for (const { command, expected } of steps) {
		const { words, environment, input, output } = shellLine(command, variables);
		assert.equal(words[0], 'xclarity', command);
		const text = input === undefined ? {} : { input: readFileSync(path.join(cwd, input), 'utf8') };
		const { code, stdout, stderr } = await xclarity(words.slice(1), {
			cwd,
			environment: { ...homes, NO_COLOR: '1', ...variables, ...environment },
			...text,
		});
		if (output !== undefined) writeFileSync(path.join(cwd, output), stdout);
		const printed = `${stdout}${stderr}`;
		if (expected === undefined) assert.equal(code, Number(block.marks.exit ?? 0), `${command}\n${printed}`);
		else assert.match(printed.replaceAll('\\', '/'), pattern(expected), `${command}\n${printed}`);
	}
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));

/** Of a command that is not run, at least its words must exist. */
async function hasTheseWords(line: string): Promise<void> {
	const { words } = shellLine(line, {});
	const [program = '', first = '', second = ''] = words;
	if (program === 'xclarity') {
		const { code, stdout } = await xclarity([first, '--help']);
		assert.equal(code, 0, line);
		for (const option of words.filter(word => /^--\w/.test(word)))
			assert.ok(stdout.includes(option.split('=')[0] ?? option), `${line}: ${option}`);
	} else if (program === 'npm') {
		const script = first === 'run' ? second : first;
		const isBuiltIn = ['ci', 'install', 'pack'].includes(script);
		assert.ok(isBuiltIn || manifest.scripts[script] !== undefined, line);
	} else if (program === 'node') assert.ok(existsSync(first), line);
}

/** Tasks as `.vscode/tasks.json` holds them: of ours, with nothing in them that we do not read. */
function holdsTasks(text: string): void {
	const { taskDefinitions, problemMatchers } = manifest.contributes;
	for (const { type, problemMatcher, ...task } of JSON.parse(text).tasks) {
		const definition = taskDefinitions.find((known: { readonly type: string }) => known.type === type);
		assert.ok(definition, type);
		for (const [name, value] of Object.entries(task))
			assert.ok(definition.properties[name]?.enum?.includes(value) ?? name in definition.properties, name);
		const matchers = problemMatchers.map(({ name }: { readonly name: string }) => `$${name}`);
		assert.ok(matchers.includes(problemMatcher), problemMatcher);
	}
}

async function holds(context: TestContext, block: DocumentBlock): Promise<void> {
	const { language, marks, text } = block;
	const isShell = ['sh', 'console', 'powershell'].includes(language);
	if (marks['not-run'] !== undefined) {
		assert.ok(marks['not-run'].length > 10, 'a block that is not run says why');
		if (isShell) for (const line of text.split('\n')) if (/^\w/.test(line)) await hasTheseWords(line);
	} else if (marks.part !== undefined) await holdsPart(context, block);
	else if (marks.tasks !== undefined) holdsTasks(text);
	else if (marks['second-person'] !== undefined) {
		const simulator = await startSimulator({ jobMilliseconds: 0, isPlain: true });
		context.after(() => simulator.stop());
		simulator.setSecondPerson(JSON.parse(text));
	} else if (isShell && marks.file === undefined) await runsAsShown(context, block);
	else if (marks.file === undefined)
		assert.ok(language === 'text' || language === '', `what is this ${language} block?`);
	if (language === 'text' || language === '')
		assert.doesNotMatch(text, /^\$ |^\s*xclarity /m, 'a command is a console block');
}

for (const page of pages) {
	suite(page, () => {
		for (const block of documentBlocks(page))
			test(`the ${block.language || 'plain'} block in line ${block.line} is true`, context => holds(context, block));

		const files = filesOf(page);
		if (files.length > 0)
			test('its files are as it says', async context => {
				const expected = files.flatMap(({ marks }) =>
					(marks.reports ?? '')
						.split(',')
						.flatMap(code => (code === '' ? [] : [`${path.basename(marks.file ?? '')} ${code}`])),
				);
				assert.deepEqual(await checkedCodes(folderOf(context, page)), expected.sort());
			});
	});
}
