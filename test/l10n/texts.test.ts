import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { bundlePath, languages, manifestPath, objectionsTo, readJson } from '../../build/bundlesOfTexts.mjs';
import { languages as translations } from '../../server/texts/texts';

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
	test('the languages of the product are those that are built', () => {
		assert.deepEqual([...translations], languages);
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

	test('a word that is the same in German and English has one of its own in Japanese', () => {
		const objections = languages.map(language => objectionsTo('Server {id}', 'Server {id}', language));
		assert.deepEqual(objections, [[], ['is English; a name or sign goes into l10n/same.json']]);
	});

	for (const language of languages) {
		test(`those in ${language} say what the English ones say`, () => {
			const bundle = readJson(bundlePath(language));
			const faults = Object.entries(bundle).flatMap(([english, wording]) =>
				objectionsTo(english, wording, language).map(fault => `${english} ${fault}`),
			);
			assert.deepEqual(faults, []);
		});

		test(`those of package.json in ${language} say what the English ones say`, () => {
			const manifest = readJson(manifestPath());
			const faults = Object.entries(readJson(manifestPath(language))).flatMap(([key, wording]) =>
				manifest[key] === undefined ? [`${key} is said nowhere`] : objectionsTo(manifest[key], wording, language),
			);
			assert.deepEqual(faults, []);
		});

		test(`none of package.json lacks its words in ${language}`, () => {
			const translated = readJson(manifestPath(language));
			const missing = Object.keys(readJson(manifestPath())).filter(key => !Object.hasOwn(translated, key));
			assert.deepEqual(missing, []);
		});
	}
});
