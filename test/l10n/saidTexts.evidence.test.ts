import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { suite, test } from 'node:test';
import { bundlePath, languages, readJson } from '../../build/bundlesOfTexts.mjs';
import { gatherTexts } from '../../build/texts.mjs';
import { keyOf } from '../../server/texts/texts';
import exceptions from './notForPeople.json';

/** What looks like a text in these files and is none: paths, styles, words of others. */
const notForPeople: Readonly<Record<string, readonly string[]>> = exceptions;

// When a test here fails, `node build/l10n.mjs` shows what is meant; CONTRIBUTING tells how a text is added.
suite('texts in the sources', () => {
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

	for (const language of languages) {
		const bundle = readJson(bundlePath(language));

		test(`what is said nowhere has no words in ${language}`, () => {
			const idle = Object.keys(bundle).filter(english => !keys.has(english));
			assert.deepEqual(idle, [], 'node build/l10n.mjs --tidy');
		});

		test(`none lacks its words in ${language}`, () => {
			const missing = [...keys.keys()].filter(key => !Object.hasOwn(bundle, key));
			assert.deepEqual(missing, []);
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
