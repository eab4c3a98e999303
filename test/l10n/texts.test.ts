import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { suite, test } from 'node:test';
import { bundlePath, languages, manifestPath, objectionsTo, readJson } from '../../build/bundlesOfTexts.mjs';
import { gatherTexts } from '../../build/texts.mjs';
import { keyOf, languages as spoken } from '../../server/texts/texts';
import exceptions from './notForPeople.json';

/** What looks like a text in these files and is none: paths, styles, words of others. */
const notForPeople: Readonly<Record<string, readonly string[]>> = exceptions;

/** Keys of texts in `package.json`, and texts that stand there themselves. The product's name is the same everywhere. */
function namedIn(value: unknown, name = ''): { readonly keys: Set<string>; readonly unnamed: string[] } {
	const keys = new Set<string>();
	const unnamed: string[] = [];
	if (typeof value === 'string') {
		const [, key] = /^%(.+)%$/.exec(value) ?? [];
		const isText = /^(title|shortTitle|label|altText|contents|contextualTitle)$|escriptions?$/.test(name);
		if (key !== undefined) keys.add(key);
		else if (isText && value !== 'XClarity') unnamed.push(value);
	} else if (typeof value === 'object' && value !== null) {
		for (const [inner, each] of Object.entries(value)) {
			// npm shows the description of the whole package as it stands.
			if (name === '' && inner === 'description') continue;
			const found = namedIn(each, Array.isArray(value) ? name : inner);
			for (const key of found.keys) keys.add(key);
			unnamed.push(...found.unnamed);
		}
	}
	return { keys, unnamed };
}

// When a test here fails, `node build/l10n.mjs` shows what is meant; CONTRIBUTING tells how a text is added.
suite('texts', () => {
	const { keys, objections, missed } = gatherTexts();

	test('each stands in quotes where it is said, and is put into words when it is said', () => {
		assert.deepEqual(objections, []);
	});

	test('none is missed', () => {
		const isForPeople = ({ file, text }: (typeof missed)[number]): boolean => !notForPeople[file]?.includes(text);
		assert.deepEqual(missed.filter(isForPeople), []);
	});

	test('every exception is one', () => {
		const idle = Object.entries(notForPeople).flatMap(([file, texts]) =>
			texts.filter(text => !missed.some(found => found.file === file && found.text === text)),
		);
		assert.deepEqual(idle, []);
	});

	test('no two have the same key', () => {
		assert.equal(new Set([...keys.keys()].map(keyOf)).size, keys.size);
	});

	test('the languages of the product are those that are built', () => {
		assert.deepEqual([...spoken], languages);
	});

	test('the pages that say which languages there are name them all', () => {
		const names = new Intl.DisplayNames('en', { type: 'language' });
		for (const page of ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md']) {
			const text = readFileSync(page, 'utf8');
			const unsaid = languages.filter(language => !text.includes(names.of(language) ?? language));
			assert.deepEqual(unsaid, [], page);
		}
	});

	test('package.json names each text by a key of package.nls.json', () => {
		const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
		const named = namedIn(manifest);
		assert.deepEqual(named.unnamed, []);
		assert.deepEqual([...named.keys].sort(), Object.keys(readJson(manifestPath())).sort());
	});

	for (const language of languages) {
		test(`those in ${language} say what the English ones say`, () => {
			const bundle = readJson(bundlePath(language));
			const faults = Object.entries(bundle).flatMap(([english, wording]) => [
				...objectionsTo(english, wording).map(fault => `${english} ${fault}`),
				...(keys.has(english) ? [] : [`${english} is said nowhere; node build/l10n.mjs --tidy`]),
			]);
			assert.deepEqual(faults, []);
		});

		test(`those of package.json in ${language} say what the English ones say`, () => {
			const manifest = readJson(manifestPath());
			const faults = Object.entries(readJson(manifestPath(language))).flatMap(([key, wording]) =>
				manifest[key] === undefined ? [`${key} is said nowhere`] : objectionsTo(manifest[key], wording),
			);
			assert.deepEqual(faults, []);
		});

		test(`none lacks its words in ${language}`, () => {
			const bundle = readJson(bundlePath(language));
			const translated = readJson(manifestPath(language));
			const missing = [...keys.keys()].filter(key => !Object.hasOwn(bundle, key));
			const missingInManifest = Object.keys(readJson(manifestPath())).filter(key => !Object.hasOwn(translated, key));
			assert.deepEqual([...missing, ...missingInManifest], []);
		});
	}
});

suite('gathering texts', () => {
	const gather = (files: Readonly<Record<string, string>>): ReturnType<typeof gatherTexts> => {
		const folder = mkdtempSync(path.join(os.tmpdir(), 'texts-'));
		try {
			for (const [name, content] of Object.entries(files)) {
				mkdirSync(path.join(folder, path.dirname(name)), { recursive: true });
				writeFileSync(path.join(folder, name), content);
			}
			return gatherTexts(folder);
		} finally {
			rmSync(folder, { recursive: true });
		}
	};

	test('a message without t() is missed, a log is not', () => {
		const { missed } = gather({
			'client/say.ts': [
				"const say = (name: string) => window.showInformationMessage(`Saved as ${name}.`, 'Open');",
				"const log = () => log.error('The server does not answer');",
				"const item = { label: 'Upload' };",
				"const plan = () => [{ title: t('Upload') }];",
			].join('\n'),
		});
		assert.deepEqual(
			missed.map(({ line, text }) => `${line}: ${text}`),
			['1: Saved as {}.', '1: Open', '3: Upload'],
		);
	});

	test('a sentence in a table of schemas/ is missed until the table is named with its key', () => {
		const { keys, missed } = gather({
			'client/say.ts': '',
			'schemas/predefined-macros.json': '{ "macros": [{ "summary": "The name.", "source": "The pages of LXCA." }] }',
			'schemas/hints.json': '{\n\t"source": "The pages of LXCA.",\n\t"hint": "Ask for it once."\n}',
			'schemas/hints.schema.json': '{ "description": "For us alone." }',
		});
		assert.deepEqual([...keys.keys()], ['The name.']);
		assert.deepEqual(missed, [{ file: 'schemas/hints.json', line: 3, text: 'Ask for it once.' }]);
	});

	test('t() takes a text in quotes, and not while the module loads', () => {
		const { keys, objections } = gather({
			'server/lsp/say.ts':
				"const say = (name: string) => t(name);\nconst early = t('Too early');\nconst late = english('In time');",
		});
		assert.deepEqual(objections, [
			'server/lsp/say.ts:1: t() takes one text in quotes',
			'server/lsp/say.ts:2: t() runs while the module loads; mark the text with english()',
		]);
		assert.deepEqual([...keys.keys()], ['Too early', 'In time']);
	});
});
