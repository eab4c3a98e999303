import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type CompletionItem, DiagnosticSeverity } from 'vscode-languageserver-types';
import { newFileTemplates } from '../../../../server/language/config/completion/newFileTemplates';
import { configLanguage } from '../../../../server/language/config/configLanguage';
import type { Context } from '../../../../server/language/language';
import { noLink } from '../../../../server/language/links/link';
import { insideStop, plainText } from '../../../../server/language/snippet';
import { applied, marked } from '../../../support/markers';
import { cases } from '../../../support/thorough';

const context: Context = { severities: {}, link: noLink, dependents: [], applianceMacros: [], files: [] };
const site = readFileSync('test/fixtures/config/site.xclarity.json', 'utf8');

const offeredIn = (text: string): CompletionItem[] => {
	const { document, cursor } = marked(text);
	return configLanguage.complete?.(document, cursor, context) ?? [];
};

/** The text after a completion was accepted and its tab stops left as they are offered. */
function accept(document: TextDocument, { textEdit, additionalTextEdits = [] }: CompletionItem): string {
	assert.ok(textEdit && 'range' in textEdit);
	return applied(document, [{ ...textEdit, newText: plainText(textEdit.newText) }, ...additionalTextEdits]);
}

function accepted(text: string, label: string): string {
	const { document } = marked(text);
	const item = offeredIn(text).find(found => found.label === label);
	assert.ok(item, `${label} is offered`);
	return accept(document, item);
}

const complaints = (text: string): string[] =>
	configLanguage.validate(marked(text).document, context).map(({ code }) => String(code));

suite('configCompletion of whole settings', () => {
	const root = '{ "category": "dynamic", "name": "site", "type": "assoc_array", "optional": false, "content": [‸] }';

	test('each kind is offered in "content", and is a setting without a complaint', () => {
		assert.deepEqual(
			offeredIn(root).map(({ label }) => label),
			['text', 'choice', 'yes or no', 'list', 'per server', 'fixed value'],
		);
		for (const { label } of offeredIn(root)) assert.deepEqual(complaints(accepted(root, label)), [], label);
	});

	test('the tab stops of each kind are counted from 1, and each is a place of its own', () => {
		for (const { label, textEdit } of offeredIn(root)) {
			const stops = [...(textEdit?.newText.matchAll(/\$\{(\d+)[:|]/g) ?? [])].map(([, stop]) => Number(stop));
			assert.deepEqual(
				stops,
				stops.map((_, index) => index + 1),
				label,
			);
		}
	});

	test('a prototype is offered in an empty "template" only', () => {
		const list =
			'{ "category": "dynamic", "common": true, "name": "l", "type": "array", "optional": true, "template": [‸] }';
		const text = root.replace('‸', list);
		assert.deepEqual(
			offeredIn(text).map(({ label }) => label),
			['text', 'group'],
		);
		for (const { label } of offeredIn(text)) assert.deepEqual(complaints(accepted(text, label)), [], label);
		assert.deepEqual(offeredIn(text.replace('‸', '{ "name": "a" }, ‸')), []);
	});

	test('names that are taken are not offered again, and settings of a server are no common ones', () => {
		const text = site.replace('"name": "locale"', '"name": "setting"').replace('"choices": ["german"', '‸$&');
		const inside = site.replace('"content": [\n            {', '"content": [‸\n            {');
		assert.match(accepted(inside, 'text'), /"common": false,\n\t"name": "setting"/);
		assert.match(
			accepted(text.replace('‸', '').replace('"content": [\n    {', '"content": [‸\n    {'), 'text'),
			/"common": true,\n\t"name": "setting-2"/,
		);
		assert.ok(!offeredIn(inside).some(({ label }) => label === 'per server'));
	});

	test('text has stops for its help and its pattern', () => {
		const [text] = offeredIn(root);
		assert.match(text?.textEdit?.newText ?? '', /"description": "\$\{3:[^}]+\}"[\s\S]*"regex": "\$\{5:[^}]+\\\$\}"/);
	});

	test('the setting inside a group or a list is one stop, which another kind can take', () => {
		for (const [label, inner] of [
			['per server', 3],
			['list', 7],
		] as const) {
			const snippet = offeredIn(root).find(item => item.label === label)?.textEdit?.newText ?? '';
			assert.ok(snippet.includes(`[\n`) && snippet.includes(`\${${inner}:{`), snippet);
			const other = insideStop('{ "name": "${1:a}" }');
			assert.equal(plainText(`[\${9:${other}}]`), '[{ "name": "a" }]');
		}
	});

	test('an object in which nothing stands yet is filled with the members of a setting', () => {
		for (const hole of ['{‸}', '{ ‸ }', '{te‸}', '{\n\t\t‸\n\t}', '{\n‸\n}']) {
			const text = root.replace('[‸]', `[\n\t${hole}\n]`);
			for (const label of ['text', 'per server', 'fixed value'])
				assert.deepEqual(complaints(accepted(text, label)), [], `${label} in ${hole}`);
		}
		assert.equal(accepted('{ "content": [{‸}] }', 'text').split('\n')[1], '\t"category": "dynamic",');
		assert.equal(accepted('{ "content": [\n{\n\t‸\n}] }', 'text').split('\n')[2], '\t"category": "dynamic",');
		for (const text of ['{ "content": [{"‸"}] }', '{ "content": [{ "name": "a", ‸ }] }'])
			assert.ok(!offeredIn(text).some(({ label }) => label === 'text'), text);
	});

	test('a brace without its partner is taken along', () => {
		for (const hole of [
			'[‸}]',
			'[{‸]',
			'[\n\t‸ }\n]',
			'[te‸}]',
			'[{te‸]',
			'[{ "name": "a" }, ‸}]',
			'[{‸, { "name": "a" }]',
		]) {
			const text = `{ "content": ${hole} }`;
			const written: unknown = JSON.parse(accepted(text, 'text')).content.at(hole.includes('{‸,') ? 0 : -1);
			assert.equal(Reflect.get(Object(written), 'name'), 'setting', hole);
		}
		const [first] = offeredIn('{ "content": [{te‸] }');
		assert.equal(first?.filterText, '{text', 'what is typed begins with the brace');
		// Here the brace has its partner.
		for (const text of ['{ "content": [{ "name": "a", ‸}] }', '{ "name": "a", ‸}'])
			assert.ok(!offeredIn(text).some(({ label }) => label === 'text'), text);
	});

	test('a list of settings opens, and the list of kinds with it', () => {
		for (const key of ['content', 'template']) {
			const text = '{ "content": [{ ‸ }] }';
			assert.match(accepted(text, key), new RegExp(`"${key}": \\[\n\t\n\\]`));
			const command = offeredIn(text).find(({ label }) => label === key)?.command?.command;
			assert.equal(command, 'editor.action.triggerSuggest');
		}
		const regex = offeredIn('{ "content": [{ ‸ }] }').find(({ label }) => label === 'regex');
		assert.ok(regex?.command, 'a pattern can be chosen');
		const commandOf = (text: string) => offeredIn(text).find(({ label }) => label === 'value')?.command;
		assert.ok(commandOf('{ "content": [{ "choices": ["a"], ‸ }] }'));
		assert.equal(commandOf('{ "content": [{ "type": "string", ‸ }] }'), undefined, 'there is nothing to choose from');
	});

	test('commas go where they are missing', () => {
		const one = '{ "category": "static", "name": "a" }';
		for (const inside of [`‸${one}`, `${one}‸`, `${one} ‸, ${one}`, `${one},‸ ${one}`, `‸ ${one}`, `${one}, te‸`]) {
			JSON.parse(accepted(`{ "content": [${inside}] }`, 'text'));
		}
	});
});

suite('configCompletion of values', () => {
	test('a pattern of the library for "regex"', () => {
		const text = '{ "content": [{ "name": "a", "regex": "‸" }] }';
		assert.equal(accepted(text, 'VLAN id').includes('"regex": "^(?:409[0-4]|'), true);
		const value = JSON.parse(accepted(text, 'IPv4 address')).content[0].regex;
		assert.match('192.0.2.7', new RegExp(value));
		assert.doesNotMatch('192.0.2.777', new RegExp(value));
		assert.ok(offeredIn(text).every(({ filterText }) => filterText?.startsWith('"')));
	});

	test('"value" offers the choices, or yes and no as JSON has them', () => {
		const labels = (text: string): string[] => offeredIn(text).map(({ label }) => label);
		assert.deepEqual(labels('{ "content": [{ "type": "string", "choices": ["a", "b"], "value": ‸ }] }'), [
			'"a"',
			'"b"',
		]);
		assert.deepEqual(labels('{ "content": [{ "type": "boolean", "value": ‸ }] }'), ['true', 'false']);
		assert.deepEqual(labels('{ "content": [{ "type": "string", "value": ‸ }] }'), []);
	});

	test('the type that fits comes first', () => {
		assert.equal(accepted('{ "template": [], ‸ }', 'type'), '{ "template": [], "type": "array" }');
		assert.equal(offeredIn('{ "type": ‸, "content": [] }')[0]?.label, '"assoc_array"');
	});
});

suite('configCompletion of what is half typed', () => {
	test('a key after a member without its comma gets the comma', () => {
		for (const half of ['na‸', '"na‸', '"na‸"', '\n  na‸', '\n  "na‸"', '\n  "na‸']) {
			const text = `{ "category": "dynamic" ${half}\n}`;
			const item = offeredIn(text).find(({ label }) => label === 'name');
			assert.ok(item, JSON.stringify(text));
			assert.deepEqual(Object.keys(JSON.parse(accept(marked(text).document, item))), ['category', 'name'], text);
		}
	});

	test('a key is offered right behind a value that is complete', () => {
		const text = '{ "category": "dynamic"‸  \n}';
		assert.deepEqual(JSON.parse(accepted(text, 'name')).category, 'dynamic');
	});

	test('"common" offers first what the settings around say', () => {
		const text = (common: boolean): string =>
			`{ "content": [{ "common": ${common}, "content": [{ "name": "a", "common": ‸ }] }] }`;
		assert.deepEqual(
			[true, false].map(common => offeredIn(text(common))[0]?.label),
			['true', 'false'],
		);
		assert.match(accepted(text(false).replace(', "common": ‸', ', ‸'), 'common'), /"common": false }\] }\] }$/);
	});

	test('a blank goes behind the comma before', () => {
		assert.equal(accepted('{ "name": "a",‸ }', 'label'), '{ "name": "a", "label": "" }');
	});

	test('lists and counts', () => {
		const choices = '{ "content": [{ "name": "a", "value": "x", "choices": ‸ }] }';
		assert.deepEqual(JSON.parse(accepted(choices, '["x", …]')).content[0].choices, ['x', 'second']);
		const counts = '{ "content": [{ "name": "a", "maxElements": 1, "minElements": ‸ }] }';
		assert.deepEqual(
			offeredIn(counts).map(({ label }) => label),
			['0', '1'],
		);
		const content = '{ "category": "dynamic", "name": "site", "type": "assoc_array", "optional": false, "content": ‸ }';
		assert.deepEqual(complaints(accepted(content, 'choice')), []);
	});
});

suite('configCompletion in an empty file', () => {
	for (const text of ['‸', '\n‸\n', '  ‸']) {
		test(`starting points, and a frame without settings, in ${JSON.stringify(text)}`, () => {
			const { document } = marked(text);
			const items = offeredIn(text);
			assert.equal(items.length, 4);
			const [frame, ...others] = [...items].reverse();
			assert.deepEqual(frame && complaints(accept(document, frame)), ['config-empty-content'], frame?.label);
			for (const item of others) assert.deepEqual(complaints(accept(document, item)), [], item.label);
		});
	}

	test('what they are filtered by ends with their line', () => {
		for (const { label, filterText } of offeredIn('\t‸\n  \n')) assert.equal(filterText, `\t${label}`);
	});

	test('the same inside the braces of a file', () => {
		for (const text of ['{‸}', '{\n\t‸\n}\n', '{\n\tset‸\n}'])
			assert.deepEqual(complaints(accepted(text, 'Settings for all servers')), [], text);
	});

	test('their plain text is a file without a complaint, in the same words', () => {
		for (const { text, snippet } of newFileTemplates()) {
			assert.deepEqual(complaints(text), []);
			assert.deepEqual(JSON.parse(text), JSON.parse(plainText(snippet)));
			const stops = [...snippet.matchAll(/\$\{(\d+)[:|]/g)].map(([, stop]) => stop);
			assert.equal(new Set(stops).size, stops.length, 'each tab stop is one place');
		}
	});
});

suite('configCompletion anywhere', () => {
	const spellings = [site, JSON.stringify(JSON.parse(site)), JSON.stringify(JSON.parse(site), undefined, '\t')];

	test('whatever is accepted in a valid file leaves valid JSON', () => {
		let tried = 0;
		fc.assert(
			fc.property(fc.constantFrom(...spellings), fc.nat(site.length), fc.nat(20), (text, at, pick) => {
				const document = TextDocument.create('file:///a.xclarity.json', 'xclarity-config', 1, text);
				const items = configLanguage.complete?.(document, document.positionAt(at), context) ?? [];
				const item = items[pick % Math.max(items.length, 1)];
				if (!item) return;
				tried++;
				const result = accept(document, item);
				assert.doesNotThrow(() => JSON.parse(result), `${item.label} at ${at}: ${text.slice(at - 20, at)}‸`);
			}),
			cases({ few: 30, many: 800 }),
		);
		assert.ok(tried > 15, `${tried}`);
	});

	test('a key or a setting accepted where there was none leaves a file without an error', () => {
		const gaps = [...site.matchAll(/,\s|[[{]\s/g)].map(({ index }) => index + 1);
		fc.assert(
			fc.property(fc.constantFrom(...gaps), fc.nat(20), (at, pick) => {
				const document = TextDocument.create('file:///a.xclarity.json', 'xclarity-config', 1, site);
				const items = configLanguage.complete?.(document, document.positionAt(at), context) ?? [];
				const item = items[pick % Math.max(items.length, 1)];
				if (!item) return;
				const after = marked(accept(document, item)).document;
				const errors = configLanguage
					.validate(after, context)
					.filter(({ severity }) => severity === DiagnosticSeverity.Error);
				// A bare "content" or "template" still waits for what goes into it.
				if (item.label === 'content' || item.label === 'template') return;
				assert.deepEqual(errors, [], `${item.label} at ${at}`);
			}),
			cases({ few: 15, many: 300 }),
		);
	});
});
