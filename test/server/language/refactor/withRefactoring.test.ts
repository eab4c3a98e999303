import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit } from 'vscode-languageserver-types';
import type { Context } from '../../../../server/language/language';
import { languageFor } from '../../../../server/language/languageService';
import { noLink } from '../../../../server/language/links/link';
import { cases, hostileLength } from '../../../support/thorough';

function settingOf(depth: number): fc.Arbitrary<unknown> {
	const inside = (most: number) => fc.array(depth > 0 ? settingOf(depth - 1) : fc.nat(), { maxLength: most });
	return fc.record(
		{
			category: fc.constantFrom('dynamic', 'static'),
			common: fc.boolean(),
			name: fc.constantFrom('a', 'b', 'c', 's', 'a0', 'b-1', 'names'),
			label: fc.oneof(fc.string(), fc.constant([[]])),
			type: fc.constantFrom('string', 'array', 'assoc_array'),
			value: fc.oneof(fc.string(), fc.integer()),
			choices: fc.array(fc.string(), { maxLength: 2 }),
			minElements: fc.nat(2),
			content: inside(3),
			template: inside(2),
			autoCreateInstance: fc.boolean(),
		},
		{ requiredKeys: ['name'] },
	);
}

const setting = settingOf(2);
const layout = fc.constantFrom<string | undefined>(undefined, '\t', '  ', '    ');
const macro = fc
	.array(fc.constantFrom('a', 'b', 'c', 's', 'a0', 'b0', 'b-1', 'names', 'names1', 'x'), { minLength: 1, maxLength: 4 })
	.map(names => `#${names.join('.')}#`);
const lines = fc.array(fc.oneof(macro, fc.constantFrom('lang', '--x=value ', '\n', '\r\n', '"q"')), { maxLength: 12 });

function contextOf(config: TextDocument, unattend: TextDocument, isLinked: boolean): Context {
	const link = isLinked ? { ...noLink, config } : noLink;
	return { severities: {}, link, dependents: [unattend], applianceMacros: [], files: [] };
}

/** Every edit that the verbs give for one place, with the document that it changes. */
function everyEdit(document: TextDocument, offset: number, context: Context, all: readonly TextDocument[]) {
	const language = languageFor(all[0] === document ? 'config' : 'kickstart');
	const position = document.positionAt(offset);
	const range = { start: position, end: document.positionAt(offset + 6) };
	const found = language.validate(document, context);
	language.references?.(document, position, context);
	const edits = (language.codeActions?.(document, range, found, context) ?? [])
		.filter(({ kind, title }) => kind?.startsWith('refactor') || title.startsWith('Create'))
		.map(({ title, edit }) => ({ title, edit }));
	try {
		edits.push({ title: 'rename', edit: language.rename?.(document, position, 'new-name', context) });
	} catch (error) {
		assert.ok(error instanceof RangeError);
	}
	return edits.map(({ title, edit }) => ({
		title,
		changed: all.map(one => {
			const own: TextEdit[] = edit?.changes?.[one.uri] ?? [];
			return TextDocument.applyEdits(one, own);
		}),
	}));
}

suite('properties of refactoring', () => {
	test('whatever the settings, no verb throws, edits do not overlap, and JSON stays JSON', () => {
		fc.assert(
			fc.property(fc.array(setting, { maxLength: 4 }), layout, lines, fc.nat(), (content, indent, words, at) => {
				const text = JSON.stringify({ category: 'dynamic', name: 'root', content }, undefined, indent);
				const config = TextDocument.create('file:///site/c.xclarity.json', 'xclarity-config', 1, text);
				const unattend = TextDocument.create('file:///site/k.ks', 'kickstart', 1, words.join(' '));
				const both = [config, unattend];
				for (const document of both) {
					const context = contextOf(config, unattend, document === unattend);
					const offset = at % (document.getText().length + 1);
					for (const { changed, title } of everyEdit(document, offset, context, both)) {
						assert.doesNotThrow(() => JSON.parse(changed[0] ?? ''), `${title} of ${text}`);
					}
				}
			}),
			cases({ few: 2, many: 120 }),
		);
	});

	test('no verb throws for any text', () => {
		const piece = fc.constantFrom(
			'{',
			'}',
			'[',
			']',
			'"name"',
			'"content"',
			':',
			',',
			'"a"',
			'#a.b0#',
			'<x>',
			'"',
			'\n',
			'#',
		);
		fc.assert(
			fc.property(fc.array(piece), fc.array(piece), fc.nat(), (one, other, at) => {
				const config = TextDocument.create('file:///site/c.xclarity.json', 'xclarity-config', 1, one.join(''));
				const unattend = TextDocument.create('file:///site/k.ks', 'kickstart', 1, other.join(''));
				for (const document of [config, unattend]) {
					const context = contextOf(config, unattend, document === unattend && at % 2 === 0);
					everyEdit(document, at % (document.getText().length + 1), context, [config, unattend]);
				}
			}),
			cases({ few: 5, many: 400 }),
		);
	});

	test('deep nesting overflows nothing', () => {
		const depth = hostileLength(40, 5000);
		const text = `${'{"name":"a","content":['.repeat(depth)}{"name":"b"}${']}'.repeat(depth)}`;
		const config = TextDocument.create('file:///site/c.xclarity.json', 'xclarity-config', 1, text);
		const unattend = TextDocument.create('file:///site/k.ks', 'kickstart', 1, '#a.a.a#');
		const language = languageFor('config');
		const position = config.positionAt(30);
		const context = contextOf(config, unattend, false);
		assert.ok(language.codeActions?.(config, { start: position, end: position }, [], context));
		assert.equal(language.references?.(config, position, context).length, 2);
	});
});
