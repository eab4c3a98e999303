import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { type ParseError, parseTree } from 'jsonc-parser';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CompletionItem, TextEdit } from 'vscode-languageserver-types';
import { newFileTemplates } from '../../../server/language/config/completion/newFileTemplates';
import type { Context, Kind } from '../../../server/language/language';
import { languageFor } from '../../../server/language/languageService';
import { noLink } from '../../../server/language/links/link';
import { plainText } from '../../../server/language/snippet';
import { siteConfig } from '../../support/sampleFiles';
import { cases, hostileLength } from '../../support/thorough';

const files = ['xclarity.json', 'site.xclarity.json', 'rhel9/a.cfg', 'post.sh'];
const context: Context = { severities: {}, link: noLink, dependents: [], applianceMacros: [], files };

const configs = [
	readFileSync('test/fixtures/config/site.xclarity.json', 'utf8'),
	siteConfig,
	...newFileTemplates().map(({ text }) => text),
];
const manifests = [
	'{ "links": [] }\n',
	'{\n  "links": [\n    { "unattend": ["rhel9/*.cfg", "a.ks"], "config": "site.xclarity.json", "os": "rhels", "osrelease": "9.4" },\n    { "unattend": "b.ks", "config": "site.xclarity.json", "scripts": ["*.sh"], "description": "B" }\n  ],\n  "rules": { "macro-unknown": "off" },\n  "server": "lab"\n}\n',
];
/** Each text as it is, on one line, and with one element a line. */
const spelled = (texts: readonly string[]): string[] =>
	texts.flatMap(text => [text, JSON.stringify(JSON.parse(text)), JSON.stringify(JSON.parse(text), undefined, '\t')]);

/** How many things a JSON parser has against a text. */
function faults(text: string): number {
	const errors: ParseError[] = [];
	parseTree(text, errors, { allowTrailingComma: true, disallowComments: false });
	return errors.length;
}

/** A text while somebody is typing at a place. */
interface Moment {
	readonly kind: Kind;
	readonly text: string;
	readonly offset: number;
}

interface Change {
	readonly at: number;
	readonly removed: number;
	readonly typed: string;
}

/** What people have typed when they ask: nothing, the start of a word with or without its quotes, a bracket, a comma. */
const typed = [
	'',
	'',
	'na',
	'"',
	'"na',
	'""',
	'"na"',
	't',
	'1',
	'co',
	'"common"',
	', ',
	',\n  ',
	': ',
	'{',
	'{}',
	'[',
	'[]',
	'\n',
	' ',
];

const momentOf = (kind: Kind, text: string, { at, removed, typed: word }: Change): Moment => {
	const start = at % (text.length + 1);
	// Half the words that editors close have the cursor inside.
	const inside = /["{}[\]]{2}$/.test(word) && removed % 2 === 0 ? 1 : 0;
	return {
		kind,
		text: text.slice(0, start) + word + text.slice(start + removed),
		offset: start + word.length - inside,
	};
};

const change = fc.record({
	at: fc.nat(20_000),
	removed: fc.oneof(fc.constant(0), fc.constant(0), fc.nat(12)),
	typed: fc.constantFrom(...typed),
});

const moments = fc.oneof(
	fc.tuple(fc.constantFrom(...spelled(configs)), change).map(([text, one]) => momentOf('config', text, one)),
	fc.tuple(fc.constantFrom(...spelled(manifests)), change).map(([text, one]) => momentOf('manifest', text, one)),
);

function after(
	document: TextDocument,
	{ textEdit, additionalTextEdits = [], insertTextFormat }: CompletionItem,
): string {
	assert.ok(textEdit && 'range' in textEdit);
	const newText = insertTextFormat === 2 ? plainText(textEdit.newText) : textEdit.newText;
	return TextDocument.applyEdits(document, [{ range: textEdit.range, newText }, ...additionalTextEdits]);
}

const textOf = (document: TextDocument, { range }: TextEdit): string => document.getText(range);

suite('completion never breaks the text', () => {
	test('thousands of levels are answered', () => {
		const depth = hostileLength(50, 3000);
		const text = `${'{"content":['.repeat(depth)}{"name": "a", }${']}'.repeat(depth)}`;
		const document = TextDocument.create('file:///site/a.xclarity.json', 'json', 1, text);
		const offered = languageFor('config').complete?.(document, document.positionAt(text.indexOf(', }') + 2), context);
		assert.ok(offered);
	});

	test('whatever is accepted, the JSON is no worse than before, and the line of the cursor alone is rewritten', () => {
		let tried = 0;
		fc.assert(
			fc.property(moments, ({ kind, text, offset }) => {
				const document = TextDocument.create('file:///site/xclarity.json', 'json', 1, text);
				const position = document.positionAt(offset);
				const before = faults(text);
				const shown = (item: CompletionItem): string =>
					`${item.label} in ${JSON.stringify(`${text.slice(Math.max(0, offset - 60), offset)}‸${text.slice(offset, offset + 40)}`)}`;
				for (const item of languageFor(kind).complete?.(document, position, context) ?? []) {
					tried++;
					const result = after(document, item);
					assert.ok(
						faults(result) <= before,
						`${shown(item)} gives ${JSON.stringify(result.slice(Math.max(0, offset - 80), offset + 120))}`,
					);
					const { textEdit, additionalTextEdits = [] } = item;
					assert.ok(textEdit && 'range' in textEdit);
					assert.equal(textEdit.range.start.line, position.line, shown(item));
					assert.equal(textEdit.range.end.line, position.line, shown(item));
					for (const edit of additionalTextEdits) assert.equal(textOf(document, edit), '', shown(item));
				}
			}),
			cases({ few: 24, many: 12_000 }),
		);
		assert.ok(tried > 40, `${tried}`);
	});
});
