import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { DocumentSymbol, Range, TextEdit } from 'vscode-languageserver-types';
import { configLanguage } from '../../../../server/language/config/configLanguage';
import type { Context } from '../../../../server/language/language';
import { noLink } from '../../../../server/language/links/link';
import { applied, appliedTo, marked } from '../../../support/markers';
import { cases } from '../../../support/thorough';

const context: Context = { severities: {}, link: noLink, dependents: [], applianceMacros: [], files: [] };
const site = readFileSync('test/fixtures/config/site.xclarity.json', 'utf8');

/** The text after the completion with that label was accepted, tab stops filled with their first choice. */
function accepted(text: string, label: string): string {
	const { document, cursor } = marked(text);
	const item = configLanguage.complete?.(document, cursor, context).find(found => found.label === label);
	assert.ok(item?.textEdit && 'range' in item.textEdit, `${label} is offered`);
	const plain = item.textEdit.newText
		.replace(/\$\{\d\|([^,|]*)[^}]*\}/g, '$1')
		.replace(/\$\{\d:([^}]*)\}/g, '$1')
		.replace(/\$\d/g, '')
		.replace(/\\([\\$}])/g, '$1');
	return applied(document, [{ ...item.textEdit, newText: plain }, ...(item.additionalTextEdits ?? [])]);
}

const offered = (text: string): string[] => {
	const { document, cursor } = marked(text);
	const items = configLanguage.complete?.(document, cursor, context) ?? [];
	return items.sort((a, b) => (a.sortText ?? '').localeCompare(b.sortText ?? '')).map(({ label }) => label);
};

const hovered = (text: string): string => {
	const { document, cursor } = marked(text);
	const contents = configLanguage.hover?.(document, cursor, context)?.contents;
	return contents && typeof contents === 'object' && 'value' in contents ? contents.value : '';
};

/** The text after the preferred fix of its first problem that has one, until there is none; or one named fix. */
function fixed(text: string, title?: string): string {
	let document = marked(text).document;
	for (let round = 0; round < 50; round++) {
		const diagnostics = configLanguage.validate(document, context);
		const actions = diagnostics.flatMap(
			found => configLanguage.codeActions?.(document, found.range, [found], context) ?? [],
		);
		const action = actions.find(found => (title === undefined ? found.isPreferred : found.title.startsWith(title)));
		if (!action) break;
		document = TextDocument.create(document.uri, document.languageId, round + 2, appliedTo(document, action.edit));
		if (title !== undefined) break;
	}
	return document.getText();
}

suite('configLanguage', () => {
	test('brackets of another kind are changed at both ends', () => {
		assert.equal(fixed('{"choices": ("x", "y")}', 'Change to'), '{"choices": ["x", "y"]}');
		assert.equal(fixed('{"a": ("b": 1)}', 'Change to'), '{"a": {"b": 1}}');
	});

	test('keys come in the order in which a person writes them, required ones first, without those that are there', () => {
		assert.deepEqual(offered('{"content": [{"type": "string", "name": "a", ‸}]}'), [
			'category',
			'common',
			'label',
			'description',
			'optional',
			'choices',
			'value',
			'regex',
		]);
		assert.ok(offered('{"content": [{"type": "array", "template": [{‸}]}]}').includes('autoCreateInstance'));
		assert.ok(offered('{"content": [{"type": "array", ‸}]}').includes('maxElements'));
	});

	test('an accepted key leaves valid JSON', () => {
		assert.equal(accepted('{‸}', 'category'), '{"category": "dynamic"}');
		assert.equal(accepted('{"name": "a"‸}', 'category'), '{"name": "a", "category": "dynamic"}');
		assert.equal(accepted('{"name": "a", ‸}', 'content'), '{"name": "a", "content": [\n\t\n]}');
		assert.equal(
			accepted('{"name": "a", ‸ "label": "x"}', 'optional'),
			'{"name": "a", "optional": false, "label": "x"}',
		);
		assert.equal(accepted('{"name": "a", "opt‸"}', 'optional'), '{"name": "a", "optional": false}');
		assert.equal(
			accepted('{"name": "a",\n op‸\n "label": "x"}', 'optional'),
			'{"name": "a",\n "optional": false,\n "label": "x"}',
		);
		assert.equal(accepted('{"nam‸": "a"}', 'name'), '{"name": "a"}');
		assert.equal(accepted('{"content": [{"name": "a", ‸', 'type'), '{"content": [{"name": "a", "type": "string"');
	});

	test('values', () => {
		assert.equal(accepted('{"category": ‸}', 'dynamic'.replace(/.*/, '"$&"')), '{"category": "dynamic"}');
		assert.equal(accepted('{"category":‸\n"name": "a"}', '"static"'), '{"category": "static",\n"name": "a"}');
		assert.equal(accepted('{"optional": tr‸, "name": "a"}', 'true'), '{"optional": true, "name": "a"}');
		assert.equal(
			accepted('{"content": [{"choices": ["x", "y$"], "value": "‸"}]}', '"y$"'),
			'{"content": [{"choices": ["x", "y$"], "value": "y$"}]}',
		);
		assert.deepEqual(offered('{"content": [{"type": "‸"}]}').slice(0, 3), ['"string"', '"array"', '"assoc_array"']);
		assert.deepEqual(offered('{"name": "‸"}'), []);
	});

	test('hover explains keys and says how sure that is', () => {
		assert.match(hovered('{"cate‸gory": "dynamic"}'), /^\*\*category\*\*: Asked or fixed[\s\S]*vendor's example/);
		assert.match(hovered('{"category": "sta‸tic"}'), /^\*\*static\*\*: The value is fixed/);
		assert.equal(hovered('{"other": ‸1}'), '');
	});

	test('hover on a name tells what the operator sees and the macros', () => {
		const at = (name: string): string => hovered(site.replace(`"name": "${name}"`, `"name": "‸${name}"`));
		assert.match(
			at('locale'),
			/^\*\*Language\*\*\n\nSystem language\.\n\nA value that the operator must give at deployment; one of 3 choices; `en\\_GB` is offered; one per server\.\n\nMacro: `#server-settings\.server0\.locale#`$/,
		);
		assert.match(at('ntpserver'), /Macro: `#common-ntpservers\.ntpserver0#`, `#common-ntpservers\.ntpserver1#`$/);
		assert.match(
			at('logpath'),
			/fixed here to `\/var\/log\/site-post\.log`; the operator is not asked; one for all servers/,
		);
		assert.match(at('siteDeploy'), /left out of macros/);
	});

	test('the outline', () => {
		const outline = (symbols: readonly DocumentSymbol[]): unknown[] =>
			symbols.map(({ name, kind, children }) => [name, kind, ...outline(children ?? [])]);
		assert.deepEqual(outline(configLanguage.symbols?.(marked(site).document, context) ?? []), [
			[
				'siteDeploy',
				2,
				['server-settings', 18, ['server0', 3, ['locale', 10], ['keyboardLocale', 10]]],
				['common-ntpservers', 18, ['ntpserver0', 15]],
				['logpath', 14],
			],
		]);
	});

	test('folding and selection', () => {
		const { document, cursor } = marked('{\n "content": [\n  {\n   "name": "a‸"\n  }\n ]\n}');
		assert.deepEqual(configLanguage.folding?.(document, context), [
			{ startLine: 0, endLine: 5 },
			{ startLine: 1, endLine: 4 },
			{ startLine: 2, endLine: 3 },
		]);
		const texts: string[] = [];
		for (
			let selection = configLanguage.selectionRanges?.(document, [cursor])[0];
			selection;
			selection = selection.parent
		) {
			texts.push(document.getText(selection.range).replace(/\s+/g, ''));
		}
		assert.deepEqual(texts.slice(0, 4), ['"a"', '"name":"a"', '{"name":"a"}', '[{"name":"a"}]']);
	});

	for (const [broken, whole] of [
		['{"a": "one  \n   two"}', '{"a": "one two"}'],
		['{"a": 1 "b": 2}', '{"a": 1, "b": 2}'],
		['{"a": [1, 2, ], "b": [,1],}', '{"a": [1, 2 ], "b": [1]}'],
		['{"a" 1, "b" = 2}', '{"a": 1, "b" : 2}'],
		['{"c": [{"a": 1}, "b": 2}', '{"c": [{"a": 1}], "b": 2}'],
		['{"c": [{"a": 1, {"b": 2}], "d": ["x"}', '{"c": [{"a": 1}, {"b": 2}], "d": ["x"]}'],
		['{"a": "x,\n"b": "say "y" now"}', '{"a": "x",\n"b": "say \\"y\\" now"}'],
		["{'a': “x”, b: True, c: None}", '{"a": "x", "b": true, "c": null}'],
		['{"a": "\\w\t", "b": 01, "c": text}', '{"a": "\\\\w\\t", "b": 1, "c": "text"}'],
		['{"na\tme": "a"}', '{"name": "a"}'],
	] as const) {
		test(`repairs ${JSON.stringify(broken)}`, () => {
			assert.equal(fixed(broken), whole);
			JSON.parse(whole);
		});
	}

	test('a line break that swallowed the quotation marks between two members makes two members', () => {
		assert.equal(
			fixed('{"common": true, "name": "site,\n\ttype: string", "label": "Site"}'),
			'{"common": true, "name": "site",\n\t"type": "string", "label": "Site"}',
		);
		const description = '{"description": "First,\n common: true"}';
		assert.equal(fixed(description), '{"description": "First, common: true"}');
		assert.equal(fixed(description, 'Write two members'), '{"description": "First",\n "common": true}');
		assert.equal(fixed(description, 'Write \\n'), '{"description": "First,\\ncommon: true"}');
		const taken = '{"type": "array", "name": "a,\n type: string"}';
		assert.equal(fixed(taken, 'Write two members'), taken);
	});

	test('a line break in a key is joined when a person says so', () => {
		const broken = '{"category // note\n": "static"}';
		assert.equal(fixed(broken), broken);
		assert.equal(fixed(broken, 'Join the lines'), '{"category // note ": "static"}');
	});

	test('a comment is removed when a person says so', () => {
		assert.equal(fixed('{"a": 1} // end'), '{"a": 1} // end');
		assert.equal(fixed('{"a": 1} // end', 'Remove the comment'), '{"a": 1} ');
	});

	const vendor = '../shared/reference/post-osimages.txt';
	test("repairs the JSON of the vendor's page", {
		skip: existsSync(vendor) ? false : 'needs ../shared/reference',
	}, () => {
		const page = readFileSync(vendor, 'utf8');
		const from = page.indexOf('{\n"content"');
		const request = fixed(page.slice(from, page.indexOf('\nResponse codes', from)));
		assert.equal(JSON.parse(request).os, 'win');
		const alone = 'Keep the configuration-settings file alone; name, os';
		const whole = JSON.parse(fixed(request, alone));
		assert.equal(whole.content.length, 3);
		assert.match(whole.description, /custom locale, NTP server, and directory/);
	});

	test('fixes of the format', () => {
		assert.equal(
			fixed('{"category": "dinamic", "content": [{"optinal": "yes"}]}'),
			'{"category": "dynamic", "content": [{"optional": true}]}',
		);
		assert.equal(
			fixed('{"name": "a", "content": []}', 'Add "category": "dynamic"'),
			'{"name": "a", "category": "dynamic", "content": []}',
		);
		assert.equal(
			fixed('{"content": [{"name": "b"}]}', 'Add "common": true'),
			'{"content": [{"name": "b", "common": true}]}',
		);
	});

	test('a key around the whole file goes when a person says so', () => {
		assert.equal(
			fixed('{"file": {"category": "dynamic", "content": []}}', 'Keep the object inside alone'),
			'{"category": "dynamic", "content": []}',
		);
	});

	test('a key that stands twice with different values, and an expression without anchors', () => {
		const twice = '{"content": [{"name": "a", "label": "x", "label": "y"}]}';
		assert.equal(fixed(twice, 'Keep this one, which counts now'), '{"content": [{"name": "a", "label": "y"}]}');
		assert.equal(fixed(twice, 'Keep the earlier one'), '{"content": [{"name": "a", "label": "x"}]}');
		assert.equal(
			fixed('{"content": [{"regex": "a|b$"}]}', 'Change to "^(?:a|b$)$"'),
			'{"content": [{"regex": "^(?:a|b$)$"}]}',
		);
		assert.equal(
			fixed('{"content": [{"regex": "[\\\\w]{1,64}$"}]}', 'Change to "^[\\\\w]{1,64}$"'),
			'{"content": [{"regex": "^[\\\\w]{1,64}$"}]}',
		);
	});

	test('an element that a linked file uses but nobody made', () => {
		const dependent = TextDocument.create('file:///site/a.ks', 'kickstart', 1, 'lang #l.b0#\n');
		const { document, range } = marked('{"content": [{"name": "l", "template": [{"name": ⟦"b"⟧}]}]}');
		const found = configLanguage.validate(document, { ...context, dependents: [dependent] });
		assert.deepEqual(
			found.filter(({ code }) => code === 'config-template-instance').map(diagnostic => diagnostic.range),
			[range],
		);
	});

	test('whatever is typed: nothing throws, and every range lies in the document', () => {
		const inside = ({ start, end }: Range, lines: readonly string[]): boolean =>
			[start, end].every(({ line, character }) => character <= (lines[line]?.length ?? -1));
		const mutation = fc.record({
			at: fc.nat(site.length),
			cut: fc.nat(30),
			text: fc.constantFrom('', '"', '{', '}', '[', ']', ',', ':', '\n', "'", '\\', 'x', '{"a":'),
		});
		fc.assert(
			fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), fc.nat(site.length), (mutations, at) => {
				let text = site;
				for (const each of mutations) text = text.slice(0, each.at) + each.text + text.slice(each.at + each.cut);
				const document = TextDocument.create('file:///a.xclarity.json', 'xclarity-config', 1, text);
				const lines = text.split(/\r\n|\r|\n/);
				const position = document.positionAt(at);
				const diagnostics = configLanguage.validate(document, context);
				const ranges = [
					...diagnostics.map(({ range }) => range),
					...(configLanguage.complete?.(document, position, context) ?? []).flatMap(({ textEdit }) =>
						textEdit && 'range' in textEdit ? [textEdit.range] : [],
					),
					...[configLanguage.hover?.(document, position, context)?.range ?? []].flat(),
					...(configLanguage.symbols?.(document, context) ?? []).map(({ range }) => range),
					...(configLanguage.selectionRanges?.(document, [position]) ?? []).map(({ range }) => range),
					...(
						configLanguage.codeActions?.(document, { start: position, end: position }, diagnostics, context) ?? []
					).flatMap(({ edit }) => (edit?.changes?.[document.uri] ?? []).map(({ range }: TextEdit) => range)),
				];
				configLanguage.folding?.(document, context);
				assert.deepEqual(
					ranges.filter(range => !inside(range, lines)),
					[],
				);
			}),
			cases({ few: 4, many: 150 }),
		);
	});
});
