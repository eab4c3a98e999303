import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { commandIds, networkCommandIds } from '../client/commandIds';
import { contributes } from '../package.json';

const core = [
	'schemas',
	'server/texts',
	'server/language/span',
	'server/language/appendAll',
	'server/language/partitionPoint',
	'vscode-languageserver-types',
	'vscode-languageserver-textdocument',
];
const coreRoot = [
	'server/language/language',
	'server/language/problem',
	'server/language/quickFix',
	'server/language/textChange',
	'server/language/takenText',
	'server/language/snippet',
	'server/language/commandNames',
	'server/language/oncePerVersion',
	'server/language/oncePerCause',
	'server/language/binaryFile',
	'server/language/rules',
	'server/language/macros',
	'server/language/links/link',
	'server/language/regex',
];

const unattend = 'server/language/unattend';
/** What every dialect is made of, and what it is given. */
const unattendRoot = ['dialect', 'unattendSource', 'fileNameOf', 'targetSystem'].map(file => `${unattend}/${file}`);

/**
 * Each room, and all that a file in it may import besides its own room. A row covers the folders below it unless
 * they have a row of their own. To open a door, change the row here and in ARCHITECTURE.md, and say why.
 */
const mayImport: Readonly<Record<string, readonly string[]>> = {
	'server/language': [...core],
	'server/language/macros': [
		...core,
		'server/language/problem',
		'server/language/rules',
		'server/language/oncePerVersion',
	],
	'server/language/regex': ['server/language/appendAll', 'server/texts', '@eslint-community/regexpp'],
	'server/language/refactor': [...core, 'server/language', 'jsonc-parser'],
	'server/language/readingAids': [...core, 'server/language', 'jsonc-parser'],
	'server/language/deployment': [...core, 'server/language', 'jsonc-parser'],
	'server/language/links': [...core, ...coreRoot, 'jsonc-parser'],
	// A repaired request leaves what it said about its file to the manifest.
	'server/language/config': [...core, ...coreRoot, 'server/language/links/requestEntry', 'jsonc-parser'],
	'server/language/unattend': [...core, ...coreRoot],
	'server/language/unattend/macros': [...core, ...coreRoot, ...unattendRoot, `${unattend}/values`],
	'server/language/unattend/values': [...core, ...coreRoot, ...unattendRoot],
	'server/language/unattend/statements': [
		...core,
		...coreRoot,
		...unattendRoot,
		`${unattend}/values`,
		`${unattend}/macros`,
	],
	'server/language/unattend/xml': [...core, ...coreRoot, ...unattendRoot, `${unattend}/values`],
	'server/language/unattend/script': ['server/texts', `${unattend}/dialect`],
	'server/language/unattend/kickstart': [
		...core,
		...coreRoot,
		...unattendRoot,
		`${unattend}/values`,
		`${unattend}/statements`,
	],
	'server/language/unattend/esxi': [
		...core,
		...coreRoot,
		...unattendRoot,
		`${unattend}/values`,
		`${unattend}/statements`,
	],
	'server/language/unattend/autoyast': [...core, ...coreRoot, ...unattendRoot, `${unattend}/values`, `${unattend}/xml`],
	'server/language/unattend/windows': [...core, ...coreRoot, ...unattendRoot, `${unattend}/values`, `${unattend}/xml`],
	'server/workspace': [
		'server/language',
		'server/texts',
		'node:',
		'vscode-languageserver-textdocument',
		'vscode-languageserver-types',
	],
	'server/texts': [],
	'server/lsp': [
		'server/language',
		'server/texts',
		'server/workspace',
		'vscode-languageserver',
		'vscode-languageserver-types',
		'vscode-languageserver-textdocument',
	],
	'server/rest': ['server/texts', 'node:', 'undici'],
	'server/simulator': ['server/rest/wire', 'server/language', 'vscode-languageserver-textdocument', 'node:'],
	'server/cli': [
		'server/language',
		'server/workspace',
		'server/lsp/languageServer',
		'server/lsp/startEarly',
		'server/lsp/statusProtocol',
		'server/rest',
		'server/simulator',
		'server/texts',
		'vscode-languageserver-types',
		'vscode-languageserver-textdocument',
		'ignore',
		'package',
		'node:',
	],
	client: [
		'package',
		'schemas/operating-systems',
		'server/rest',
		'server/simulator',
		'server/texts',
		'server/lsp/protocol',
		'server/lsp/pairProtocol',
		'server/lsp/folderProtocol',
		'server/lsp/statusProtocol',
		'node:',
		'vscode',
		'vscode-languageclient',
	],
	'client/web': ['client', 'server/texts', 'vscode', 'vscode-languageclient'],
	'client/dialog/page': ['client/dialog', 'server/texts', 'server/lsp/protocol', 'lit', '@vscode-elements/elements'],
};

/** Groups of entries that rows have in common: one room at least uses each. */
const shared = [...core, ...coreRoot, ...unattendRoot];

const rooms = Object.keys(mayImport).sort((a, b) => b.length - a.length);
const within = (target: string, entry: string): boolean =>
	target === entry || target.startsWith(entry.endsWith(':') ? entry : `${entry}/`);
/** By file: the room of an import is asked for again and again. */
const foundRooms = new Map<string, string | undefined>();
function roomOf(file: string): string | undefined {
	if (!foundRooms.has(file))
		foundRooms.set(
			file,
			rooms.find(room => within(file, room)),
		);
	return foundRooms.get(file);
}

const sources = ['client', 'server']
	.flatMap(top => readdirSync(top, { recursive: true }).map(file => `${top}/${String(file).replaceAll('\\', '/')}`))
	.filter(file => file.endsWith('.ts') && !file.endsWith('.d.ts'));

const importPattern =
	/(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s+'([^']+)'|(?:^|\n)import\s+'([^']+)'|\bimport\('([^']+)'\)|\brequire\('([^']+)'\)/g;

/** What a text imports: a path from the root without ending for our own files, the specifier for a package. */
const importsIn = (text: string, file: string): string[] =>
	[...text.matchAll(importPattern)].map(match => {
		const specifier = match[1] ?? match[2] ?? match[3] ?? match[4] ?? '';
		if (!specifier.startsWith('.')) return specifier;
		return path.posix.join(path.posix.dirname(file), specifier).replace(/\.(ts|json)(\?compiled)?$/, '');
	});
const imports = new Map(sources.map(file => [file, importsIn(readFileSync(file, 'utf8'), file)]));
const importsOf = (file: string): readonly string[] => imports.get(file) ?? [];

const typesAlone = /(?:^|\n)\s*(?:import|export)\s+(?:type\s[^'"]*?|\{(?:\s*type\s[^,}]+,?)+\s*\}\s*)from\s+'[^']+'/g;

/** What is imported when the program runs: types are gone by then. */
const loadedBy = (file: string): string[] => importsIn(readFileSync(file, 'utf8').replaceAll(typesAlone, ''), file);

/** Files of ours that run when these do. */
function reachedFrom(entries: readonly string[]): string[] {
	const reached = new Set(entries);
	for (const file of reached)
		for (const target of loadedBy(file)) if (sources.includes(`${target}.ts`)) reached.add(`${target}.ts`);
	return [...reached];
}

/** What a browser runs: the two scripts, and the programs that they fetch. */
const inBrowser = [
	...['startExtension', 'startServer', 'loadClient'].map(name => `client/web/${name}.ts`),
	'server/lsp/browserMain.ts',
];

const networkNames = Object.entries(commandIds).flatMap(([name, id]) =>
	networkCommandIds.some(each => each === id) ? [name] : [],
);

/** The view of the servers is hidden, and with it its menus. In a remote window, a browser has all of them. */
const isKeptFromBrowser = (when: string): boolean =>
	when === 'false' || when.startsWith('view == xclarity.servers') || when.startsWith('(!isWeb || remoteName)');

/** Files that reach themselves by imports, and those between two such circles. */
function circlesIn(files: readonly string[], imports: (file: string) => readonly string[]): string[] {
	const targets = new Map(files.map(file => [file.replace(/\.ts$/, ''), imports(file)]));
	let left = new Set(targets.keys());
	for (let before = -1; before !== left.size; ) {
		before = left.size;
		const importing = [...left].filter(file => targets.get(file)?.some(target => target !== file && left.has(target)));
		const imported = new Set(importing.flatMap(file => targets.get(file) ?? []));
		left = new Set(importing.filter(file => imported.has(file)));
	}
	return [...left];
}

suite('architecture', () => {
	test('every source file lies in a room of the table', () => {
		assert.deepEqual(
			sources.filter(file => roomOf(file.replace(/\.ts$/, '')) === undefined),
			[],
		);
	});

	for (const room of rooms) {
		test(`${room} imports only what it may`, () => {
			const trespasses = sources
				.filter(file => roomOf(file.replace(/\.ts$/, '')) === room)
				.flatMap(file =>
					importsOf(file)
						.filter(
							target =>
								roomOf(target) !== room && ![room, ...(mayImport[room] ?? [])].some(entry => within(target, entry)),
						)
						.map(target => `${file} imports ${target}`),
				);
			assert.deepEqual(trespasses, []);
		});
	}

	test('every room has files, and every entry of a row lets something in', () => {
		const imported = new Map(
			rooms.map(room => {
				const own = sources.filter(file => roomOf(file.replace(/\.ts$/, '')) === room);
				return [room, own.flatMap(importsOf).filter(target => roomOf(target) !== room)];
			}),
		);
		const isUsed = (room: string, entry: string): boolean =>
			imported.get(room)?.some(target => within(target, entry)) ?? false;
		const dead = rooms.flatMap(room => {
			if (!sources.some(file => roomOf(file.replace(/\.ts$/, '')) === room)) return [`${room} has no files`];
			const own = (mayImport[room] ?? []).filter(entry => !shared.includes(entry) && !isUsed(room, entry));
			return own.map(entry => `${room} never imports ${entry}`);
		});
		const idle = shared.filter(entry => !rooms.some(room => mayImport[room]?.includes(entry) && isUsed(room, entry)));
		assert.deepEqual([...dead, ...idle.map(entry => `no room imports ${entry}`)], []);
	});

	test('undici is imported by the transport alone', () => {
		assert.deepEqual(
			sources.filter(file => importsOf(file).includes('undici')),
			['server/rest/transport.ts'],
		);
	});

	test('what a browser runs uses nothing of Node', () => {
		const reached = reachedFrom(inBrowser);
		const uses = reached.flatMap(file => {
			const imports = loadedBy(file).filter(target => /^node:|\/node$/.test(target));
			const isAtHome = /\b(?:Buffer|process)\.\w|\b__dirname\b/.test(readFileSync(file, 'utf8'));
			return [...imports.map(target => `${file} imports ${target}`), ...(isAtHome ? [`${file} uses Node`] : [])];
		});
		assert.deepEqual(uses, []);
		assert.ok(['server/language/languageService.ts', 'client/authoring.ts'].every(file => reached.includes(file)));
	});

	test('nothing of the language is loaded before an editor has its first answer', () => {
		const reached = reachedFrom(['server/lsp/startEarly.ts']);
		assert.deepEqual(
			reached.filter(file => within(file, 'server/language') || within(file, 'server/workspace')),
			['server/language/snippet.ts', 'server/language/commandNames.ts'],
		);
	});

	test('a browser has each command, or says why not', () => {
		const texts = reachedFrom(inBrowser).map(file => readFileSync(file, 'utf8'));
		const registered = texts.flatMap(text => [...text.matchAll(/registerCommand\([^;]*?commandIds\.(\w+)/g)]);
		const there: readonly string[] = [...registered.map(([, name = '']) => name), ...networkNames];
		assert.deepEqual(
			Object.keys(commandIds).filter(name => !there.includes(name)),
			[],
		);
		assert.deepEqual(
			there.filter((name, index) => there.indexOf(name) !== index),
			[],
		);
	});

	test('what needs the network is on no menu of a browser', () => {
		const { menus, views } = contributes;
		const entries = [
			...Object.values(menus).flat(),
			...views.explorer.map(view => ({ command: view.id, when: view.when })),
		];
		const ofNetwork = (id: string): boolean => networkCommandIds.some(each => each === id) || id === 'xclarity.servers';
		const shown = entries.flatMap(({ command, when = '' }: { command?: string; when?: string }) =>
			command === undefined || !ofNetwork(command) || isKeptFromBrowser(when) ? [] : [`${command} when ${when}`],
		);
		assert.deepEqual(shown, []);
	});

	test('no files of the transaction or of the client import each other in a circle, types included', () => {
		const inside = sources.filter(file => within(file, 'server/rest') || within(file, 'client'));
		assert.deepEqual(circlesIn(inside, importsOf), []);
	});

	test('no files load each other in a circle', () => {
		assert.deepEqual(circlesIn(sources, loadedBy), []);
	});

	test('no file is longer than 300 lines, and the median is at most 100', () => {
		const lengths = sources.map(file => ({ file, lines: readFileSync(file, 'utf8').split('\n').length }));
		assert.deepEqual(
			lengths.filter(({ lines }) => lines > 301),
			[],
		);
		const median = lengths.map(({ lines }) => lines).sort((a, b) => a - b)[lengths.length >> 1] ?? 0;
		assert.ok(median <= 100, `the median is ${median}`);
	});

	test('no list that grows with a file is handed over as the arguments of a call', () => {
		const grows = sources.filter(file => within(file, 'server/language') || within(file, 'server/cli'));
		assert.deepEqual(
			grows.filter(file => /(?<!`)\.push\(\.\.\./.test(readFileSync(file, 'utf8'))),
			[],
		);
	});

	test('no room is named for what it is not about', () => {
		assert.deepEqual(
			sources.filter(file => /\b(utils?|common|helpers?|misc|index)\b/i.test(file)),
			[],
		);
	});
});
