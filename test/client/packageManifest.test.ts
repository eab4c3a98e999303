import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { commandIds, networkCommandIds } from '../../client/commandIds';
import { lookedInto } from '../../client/files/languageOf';

interface Contribution {
	readonly command?: string;
	readonly submenu?: string;
	readonly when?: string;
}

const { contributes, activationEvents } = JSON.parse(readFileSync('package.json', 'utf8')) as {
	readonly activationEvents: readonly string[];
	readonly contributes: {
		readonly commands: readonly { readonly command: string; readonly enablement?: string }[];
		readonly menus: Readonly<Record<string, readonly Contribution[]>>;
		readonly keybindings: readonly Contribution[];
		readonly views: Readonly<Record<string, readonly Contribution[]>>;
		readonly viewsWelcome: readonly Contribution[];
		readonly languages: readonly { readonly id: string; readonly icon?: Readonly<Record<string, string>> }[];
		readonly configuration: { readonly properties: Readonly<Record<string, { readonly order?: number }>> };
	};
};
const { commandPalette: palette = [], ...menus } = contributes.menus;
const conditions = [
	...Object.values(contributes.menus).flat(),
	...contributes.keybindings,
	...Object.values(contributes.views).flat(),
	...contributes.viewsWelcome,
	...contributes.commands.map(({ command, enablement }) => ({ command, when: enablement })),
];

/** Commands that can be run at any time, and why. */
const alwaysPossible: Readonly<Record<string, string>> = {
	'xclarity.newConfigFile': 'a folder may be empty, and there may be none',
	'xclarity.newUnattendFile': 'a folder may be empty, and there may be none',
	'xclarity.explainRule': 'a page can be read at any time',
	'xclarity.openExample': 'it needs no file and no folder',
};

const declared = contributes.commands.map(({ command }) => command);
const conditionOf = (command: string): string | undefined => palette.find(entry => entry.command === command)?.when;

/** The text of all sources of the client. */
const sources = readdirSync('client', { recursive: true, encoding: 'utf8' })
	.filter(file => file.endsWith('.ts'))
	.map(file => readFileSync(path.join('client', file), 'utf8'))
	.join('\n');

/** Without the list of the commands itself. */
const carryingOut = sources.replace(readFileSync('client/commandIds.ts', 'utf8'), '');

/** Commands for the network that an untrusted workspace is offered too, and why. */
const withoutTrust: Readonly<Record<string, string>> = {
	'xclarity.chooseServer': 'it writes a setting',
	'xclarity.clearServer': 'it writes a setting',
	'xclarity.forgetServer': 'it writes a setting',
	'xclarity.protectServer': 'it writes a setting',
	'xclarity.showServers': 'it opens a view, which says what is missing',
	'xclarity.signOut': 'it forgets a password',
	'xclarity.stopSimulator': 'what runs can be stopped',
};

suite('package.json', () => {
	test('the palette shows a command when it can do something, or always with a reason', () => {
		const unsaid = declared.filter(command => conditionOf(command) === undefined && !(command in alwaysPossible));
		assert.deepEqual(unsaid, []);
		const needless = Object.keys(alwaysPossible).filter(command => conditionOf(command) !== undefined);
		assert.deepEqual(needless, []);
	});

	test('what the palette never shows stands in a menu', () => {
		const inMenus = new Set(Object.values(menus).flatMap(entries => entries.map(({ command }) => command)));
		const hidden = palette.filter(({ when }) => when === 'false').map(({ command }) => command);
		assert.deepEqual(
			hidden.filter(command => !inMenus.has(command)),
			[],
		);
	});

	test('menus, keys and the palette name commands that there are', () => {
		const named = conditions.flatMap(({ command }) => command ?? []);
		assert.deepEqual(
			named.filter(command => !declared.includes(command)),
			[],
		);
		const ids: readonly string[] = Object.values(commandIds);
		assert.deepEqual(
			declared.filter(command => !ids.includes(command)),
			[],
		);
	});

	test('what uses the network is offered in trusted workspaces only', () => {
		const offered = networkCommandIds.filter(id => conditionOf(id) !== 'false' && declared.includes(id));
		for (const id of offered)
			if (!(id in withoutTrust)) assert.match(conditionOf(id) ?? '', /\bisWorkspaceTrusted\b/, id);
	});

	test('each command has a title, unless only the program runs it, and is carried out somewhere', () => {
		const inside: readonly string[] = ['revealStored', 'linkTo', 'showReferences', 'showFile'];
		const names = Object.entries(commandIds).filter(([name]) => !inside.includes(name));
		assert.deepEqual(
			names.filter(([, id]) => !declared.includes(id)),
			[],
		);
		const unused = Object.keys(commandIds).filter(name => !new RegExp(`commandIds\\.${name}\\b`).test(carryingOut));
		assert.deepEqual(unused, []);
	});

	test('conditions ask for keys that somebody sets', () => {
		const asked = conditions.map(({ when = '' }) => when.replace(/(?:==|=~) \S+/g, ''));
		const keys = new Set(asked.flatMap(when => when.match(/\bxclarity\.\w+(?:\.\w+)*/g) ?? []));
		const unknown = [...keys].filter(
			key => !(key in contributes.configuration.properties) && !sources.includes(`'setContext', '${key}'`),
		);
		assert.deepEqual(unknown, []);
	});

	test('settings stand in the order of their numbers, each with its own', () => {
		const orders = Object.values(contributes.configuration.properties).map(({ order }) => order ?? 0);
		assert.deepEqual(
			orders,
			[...new Set(orders)].sort((one, other) => one - other),
		);
	});

	test('languages of others load the extension only where each of their files is looked into', () => {
		const languages = activationEvents.map(event => /^onLanguage:(.+)/.exec(event)?.[1]).filter(Boolean);
		assert.deepEqual(languages.sort(), [...lookedInto].sort());
		assert.ok(!activationEvents.includes('*') && !activationEvents.includes('onStartupFinished'));
	});

	test('each language has an icon', () => {
		for (const { id, icon } of contributes.languages)
			for (const theme of ['light', 'dark']) assert.ok(existsSync(icon?.[theme] ?? ''), `${id} ${theme}`);
	});
});
