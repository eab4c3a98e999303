import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Context, Language } from '../../../server/language/language';
import { noLink } from '../../../server/language/links/link';
import { withKeptChecks } from '../../../server/lsp/keptChecks';

const documentOf = (name: string, version = 1): TextDocument =>
	TextDocument.create(`file:///site/${name}`, 'kickstart', version, 'text\n');

const contextOf = (more: Partial<Context> = {}): Context => ({
	severities: {},
	link: { ...noLink },
	dependents: [],
	applianceMacros: [],
	files: [],
	...more,
});

/** A language that counts how often it is asked, with what it says each time. */
function counting(): { readonly language: Language; readonly checks: () => number } {
	let checks = 0;
	const language: Language = {
		validate: () => {
			checks++;
			return [];
		},
	};
	return { language: withKeptChecks(language), checks: () => checks };
}

suite('checks that are kept', () => {
	test('the same document in the same surroundings is checked once, however they were gathered', () => {
		const { language, checks } = counting();
		const [document, config] = [documentOf('ks.cfg'), documentOf('site.xclarity.json')];
		const surroundings = (): Context =>
			contextOf({ severities: { 'macro-unknown': 'off' }, link: { ...noLink, config, matches: ['a', 'b'] } });
		const first = language.validate(document, surroundings());
		assert.equal(language.validate(document, surroundings()), first);
		assert.equal(checks(), 1);
	});

	const config = documentOf('site.xclarity.json');
	const changes: Readonly<Record<string, readonly [Context, Context]>> = {
		'a severity': [
			contextOf({ severities: { 'macro-unknown': 'off' } }),
			contextOf({ severities: { 'macro-unknown': 'hint' } }),
		],
		'another linked file': [
			contextOf({ link: { ...noLink, config } }),
			contextOf({ link: { ...noLink, config: documentOf('site.xclarity.json') } }),
		],
		'one more dependent': [
			contextOf({ dependents: [config] }),
			contextOf({ dependents: [config, documentOf('b.cfg')] }),
		],
		'a file beside a manifest': [contextOf({ files: ['a', 'b'] }), contextOf({ files: ['a', 'c'] })],
		'one field in place of another': [
			contextOf({ link: { ...noLink, os: 'rhels' } }),
			contextOf({ link: { ...noLink, osrelease: 'rhels' } }),
		],
		'an included file that is gone': [
			contextOf({ included: [{ uri: 'a', document: config }] }),
			contextOf({ included: [{ uri: 'a', document: undefined }] }),
		],
	};
	for (const [name, [before, after]] of Object.entries(changes))
		test(`${name} is reason enough to check again`, () => {
			const { language, checks } = counting();
			const document = documentOf('ks.cfg');
			language.validate(document, before);
			language.validate(document, after);
			assert.equal(checks(), 2);
			language.validate(document, after);
			assert.equal(checks(), 2);
		});

	test('an edit of the document, or of one that it is linked with, is one', () => {
		const { language, checks } = counting();
		const [document, linked] = [documentOf('ks.cfg'), documentOf('site.xclarity.json')];
		const context = contextOf({ link: { ...noLink, config: linked } });
		language.validate(document, context);
		TextDocument.update(document, [{ text: 'other\n' }], 2);
		language.validate(document, context);
		assert.equal(checks(), 2);
		TextDocument.update(linked, [{ text: '{}\n' }], 2);
		language.validate(document, context);
		assert.equal(checks(), 3);
	});

	test('what did not come back is not kept', () => {
		let isFailing = true;
		const language = withKeptChecks({
			validate: () => {
				if (isFailing) throw new Error('called off');
				return [];
			},
		});
		const document = documentOf('ks.cfg');
		assert.throws(() => language.validate(document, contextOf()));
		isFailing = false;
		assert.deepEqual(language.validate(document, contextOf()), []);
	});
});
