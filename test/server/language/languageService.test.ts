import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic, Position, Range } from 'vscode-languageserver-types';
import type { Context, Kind, Language } from '../../../server/language/language';
import { languageFor } from '../../../server/language/languageService';
import { noLink } from '../../../server/language/links/link';
import { recognise } from '../../../server/language/recognise';
import { cases } from '../../support/thorough';

const kinds: readonly Kind[] = ['config', 'kickstart', 'esxi', 'autoyast', 'windows', 'script', 'manifest'];

/** Files of ours by kind: the examples, the fixtures, and what the rules' pages show. */
const seeds = new Map<Kind, string[]>(kinds.map(kind => [kind, []]));
const keep = (kind: Kind | undefined, text: string): unknown =>
	kind && text.length < 20_000 && seeds.get(kind)?.push(text);

for (const root of ['examples', 'test/fixtures']) {
	for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
		if (!/\.(?:cfg|ks|xml|json)$/.test(name)) continue;
		const text = readFileSync(path.join(root, name), 'utf8');
		keep(recognise({ path: path.basename(name), text }), text);
	}
}
const languages: Readonly<Record<string, Kind>> = {
	'xclarity-config': 'config',
	'xclarity-manifest': 'manifest',
	kickstart: 'kickstart',
	'esxi-kickstart': 'esxi',
	shellscript: 'script',
};
for (const page of readdirSync('docs/rules')) {
	const blocks = readFileSync(`docs/rules/${page}`, 'utf8').matchAll(/^```([\w-]+)[^\n]*\n([\s\S]*?)^```$/gm);
	for (const [, language = '', text = ''] of blocks)
		keep(languages[language] ?? recognise({ path: 'file.xml', text }), text);
}

keep('script', '#!/bin/sh\necho "#server-settings.server0.locale#" >/etc/locale # #predefined.timezone#\n');

const pieces = [
	...[
		'#',
		'#a.b#',
		'#site.zone#',
		'#predefined.',
		'"',
		"'",
		'\\',
		'\n',
		'\r\n',
		'\r',
		'\t',
		' ',
		'\0',
		'\ufeff',
		'😀',
		'\ud800',
		',',
	],
	...[
		'{',
		'}',
		'[',
		']',
		':',
		'<',
		'>',
		'</',
		'/>',
		'<!--',
		'-->',
		'<![CDATA[',
		']]>',
		'&',
		'&#x;',
		'<?',
		'<!DOCTYPE x [',
	],
	...[
		'%',
		'%end\n',
		'%post\n',
		'%include part.ks\n',
		'%packages\n',
		'--',
		'=',
		'--ip=',
		'rootpw x\n',
		'${x}',
		'{{ x }}',
		'<% x %>',
	],
	...[
		'"name": "x"',
		'"content": [',
		'1e999',
		'null',
		'config:type="list"',
		'wcm:action="add"',
		'(((',
		'^[a-',
		'#xclarity-disable-next-line x\n',
	],
];

/** One change of a text: a piece put in, a stretch taken out, doubled, moved, or its letters changed. */
type Edit = readonly [kind: number, from: number, length: number, to: number, piece: string];
const anEdit: fc.Arbitrary<Edit> = fc.tuple(
	fc.nat(5),
	fc.nat(),
	fc.nat(60),
	fc.nat(),
	fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 4 })),
);

function mutated(text: string, edits: readonly Edit[]): string {
	let now = text;
	for (const [kind, where, length, target, piece] of edits) {
		const from = where % (now.length + 1);
		const stretch = now.slice(from, from + length);
		const rest = now.slice(0, from) + now.slice(from + length);
		const to = target % (rest.length + 1);
		if (kind <= 1) now = now.slice(0, from) + piece + now.slice(from);
		else if (kind === 2) now = rest;
		else if (kind === 3) now = now.slice(0, from) + stretch + now.slice(from);
		else if (kind === 4) now = rest.slice(0, to) + stretch + rest.slice(to);
		else now = now.slice(0, from) + stretch.toUpperCase() + now.slice(from + length);
	}
	return now;
}

const siteText = readFileSync('test/fixtures/config/site.xclarity.json', 'utf8');
const config = TextDocument.create('file:///site/site.xclarity.json', 'xclarity-config', 1, siteText);
const part = TextDocument.create('file:///site/part.ks', 'kickstart', 1, 'part pv.01 --size=1\nvolgroup vg pv.01\n');
const dependent = TextDocument.create('file:///site/other.cfg', 'kickstart', 1, 'lang #site.zone#\n');

const contextFor = (kind: Kind): Context => ({
	severities: {},
	link:
		kind === 'config'
			? noLink
			: { ...noLink, config, configPath: 'site.xclarity.json', matches: ['site.xclarity.json'] },
	dependents: [dependent],
	applianceMacros: [],
	files: ['ks.cfg', 'site.xclarity.json'],
	included: [{ uri: part.uri, document: part }],
});

const same = (a: Position, b: Position): boolean => a.line === b.line && a.character === b.character;

/** Ranges of a value that LSP carries which lie in the document itself; what names another file is left out. */
function* rangesIn(value: unknown, uri: string): Generator<Range> {
	if (typeof value !== 'object' || value === null) return;
	if ('uri' in value && typeof value.uri === 'string' && value.uri !== uri) return;
	if ('textDocument' in value) {
		const { textDocument } = value;
		if (typeof textDocument === 'object' && textDocument && 'uri' in textDocument && textDocument.uri !== uri) return;
	}
	if ('start' in value && 'end' in value) yield value as Range;
	else
		for (const [key, inner] of Object.entries(value)) {
			const elsewhere = key.startsWith('file:') && key !== uri;
			if (key !== 'data' && key !== 'arguments' && !elsewhere) yield* rangesIn(inner, uri);
		}
}

function assertInside(document: TextDocument, verb: string, value: unknown): void {
	for (const { start, end } of rangesIn(value, document.uri)) {
		const from = document.offsetAt(start);
		const to = document.offsetAt(end);
		assert.ok(from <= to, `${verb}: a range ends before it starts`);
		const isInside = same(document.positionAt(from), start) && same(document.positionAt(to), end);
		if (!isInside) assert.fail(`${verb}: ${JSON.stringify({ start, end })} is outside`);
	}
}

/** What a verb may say no with. */
function orRefused<T>(action: () => T): T | undefined {
	try {
		return action();
	} catch (error) {
		if (error instanceof RangeError && /^\S.*[.!?]$/.test(error.message)) return undefined;
		throw error;
	}
}

/** Every verb of a language, by name, at one position of a document. */
function answers(language: Language, document: TextDocument, context: Context, position: Position) {
	const all: Range = { start: { line: 0, character: 0 }, end: document.positionAt(document.getText().length) };
	const diagnostics: Diagnostic[] = language.validate(document, context);
	return {
		validate: diagnostics,
		complete: language.complete?.(document, position, context),
		hover: language.hover?.(document, position, context),
		codeActions: language.codeActions?.(document, all, diagnostics, context),
		definition: language.definition?.(document, position, context),
		references: language.references?.(document, position, context),
		prepareRename: orRefused(() => language.prepareRename?.(document, position, context)),
		rename: orRefused(() => language.rename?.(document, position, 'renamed', context)),
		symbols: language.symbols?.(document, context),
		selectionRanges: language.selectionRanges?.(document, [position]),
		links: language.links?.(document, context),
		inlayHints: language.inlayHints?.(document, all, context),
		codeLenses: language.codeLenses?.(document, context),
		format: language.format?.(document, { tabSize: 2, insertSpaces: true }, context),
		hashPassword: language.hashPassword?.(document, position, context, password => password),
	};
}

suite('every verb on spoilt files', () => {
	for (const kind of kinds) {
		const texts = seeds.get(kind) ?? [];
		const language = languageFor(kind);
		const context = contextFor(kind);

		test(`${kind}: nothing throws, and every range lies in the document`, () => {
			assert.ok(texts.length > 0, 'there is something to spoil');
			fc.assert(
				fc.property(fc.nat(), fc.array(anEdit, { maxLength: 8 }), fc.nat(), (seed, edits, at) => {
					const text = mutated(texts[seed % texts.length] ?? '', edits);
					const document = TextDocument.create('file:///site/file', '', 1, text);
					const position = document.positionAt(at % (text.length + 1));
					for (const [verb, value] of Object.entries(answers(language, document, context, position)))
						assertInside(document, verb, value);
					for (const { startLine, endLine } of language.folding?.(document, context) ?? [])
						assert.ok(startLine <= endLine && endLine < document.lineCount, 'a fold lies in the document');
					for (const { offset, length } of language.semanticTokens?.(document, context) ?? [])
						assert.ok(offset >= 0 && offset + length <= text.length, 'a token lies in the document');
				}),
				cases({ few: 2, many: 120 }),
			);
		});
	}
});
