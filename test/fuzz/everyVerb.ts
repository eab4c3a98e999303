import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction, Diagnostic, Position, Range, TextEdit } from 'vscode-languageserver-types';
import type { Context, Kind, Language } from '../../server/language/language';
import { finish, languageFor } from '../../server/language/languageService';
import { noLink } from '../../server/language/links/link';
import { appliedTo } from '../support/markers';

const siteText = readFileSync('test/fixtures/config/site.xclarity.json', 'utf8');
const config = TextDocument.create('file:///site/site.xclarity.json', 'xclarity-config', 1, siteText);
const part = TextDocument.create('file:///site/part.ks', 'kickstart', 1, 'part pv.01 --size=1\nvolgroup vg pv.01\n');
const dependent = TextDocument.create('file:///site/other.cfg', 'kickstart', 1, 'lang #site.zone#\n');

/** What a file of this kind is told in the tests: a whole site around it. */
export const siteContext = (kind: Kind): Context => ({
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

/** As many as the language server takes at once. */
export const mostCured = 50;

/**
 * Some from the whole document, and of each rule no more than `alike`: its fixer is asked, and others get their turn.
 * @param first which of all comes first, taken modulo their number
 */
function someOf(diagnostics: readonly Diagnostic[], alike: number, first: number): Diagnostic[] {
	const counts = new Map<Diagnostic['code'], number>();
	const start = first % (diagnostics.length || 1);
	const chosen = [...diagnostics.slice(start), ...diagnostics.slice(0, start)].filter(({ code }) => {
		const count = (counts.get(code) ?? 0) + 1;
		counts.set(code, count);
		return count <= alike;
	});
	const step = Math.ceil(chosen.length / mostCured);
	return chosen.filter((_, index) => index % step === 0);
}

/**
 * The verbs in parts that cost about the same. What tells of a whole document, its reports before all, is asked with
 * each of them.
 */
export const partsOfVerbs = ['cursor', 'actions', 'rewriting'] as const;

type Part = (typeof partsOfVerbs)[number];

/** How much is asked of one text. */
export interface Asked {
	/** Of how many reports of the same rule a fix is asked. */
	readonly alike: number;
	/** Which report comes first, taken modulo their number. */
	readonly first: number;
	readonly parts: readonly Part[];
}

const allAsked: Asked = { alike: mostCured, first: 0, parts: partsOfVerbs };

interface Question extends Partial<Asked> {
	readonly context: Context;
	readonly position: Position;
}

/** What the verbs of a language answer at one position of a document; lines and offsets `askEverything` asks for. */
export function answers(language: Language, document: TextDocument, question: Question) {
	const { context, position, alike, first, parts } = { ...allAsked, ...question };
	const all: Range = { start: { line: 0, character: 0 }, end: document.positionAt(document.getText().length) };
	const diagnostics = language.validate(document, context);
	const ask = <T>(part: Part, verb: () => T): T | undefined => (parts.includes(part) ? verb() : undefined);
	const atCursor = <T>(verb: () => T): T | undefined => ask('cursor', verb);
	return {
		validate: diagnostics,
		complete: atCursor(() => language.complete?.(document, position, context)),
		hover: atCursor(() => language.hover?.(document, position, context)),
		codeActions: ask('actions', () =>
			language.codeActions?.(document, all, someOf(diagnostics, alike, first), context),
		),
		definition: atCursor(() => language.definition?.(document, position, context)),
		references: atCursor(() => language.references?.(document, position, context)),
		prepareRename: atCursor(() => orRefused(() => language.prepareRename?.(document, position, context))),
		rename: atCursor(() => orRefused(() => language.rename?.(document, position, 'renamed', context))),
		symbols: language.symbols?.(document, context),
		selectionRanges: atCursor(() => language.selectionRanges?.(document, [position])),
		links: language.links?.(document, context),
		inlayHints: language.inlayHints?.(document, all, context),
		codeLenses: ask('actions', () => language.codeLenses?.(document, context)),
		format: ask('rewriting', () => language.format?.(document, { tabSize: 2, insertSpaces: true }, context)),
		hashPassword: ask('rewriting', () => language.hashPassword?.(document, position, context, password => password)),
	} satisfies Readonly<Record<Exclude<keyof Language, 'folding' | 'semanticTokens'>, unknown>>;
}

/** Edits that overlap, or reach outside, make a code action worthless. */
function assertApplies(document: TextDocument, actions: readonly CodeAction[] | undefined): void {
	for (const { title, edit } of actions ?? []) {
		try {
			appliedTo(document, edit);
		} catch (error) {
			throw new Error(`codeActions: '${title}' does not apply`, { cause: error });
		}
	}
}

const assertEdits = (document: TextDocument, edits: readonly TextEdit[] = []): unknown =>
	TextDocument.applyEdits(document, [...edits]);

/**
 * Asks everything of a text: nothing throws, no answer lies outside the text, and all that edits it can be applied.
 * @param at offset of the cursor, taken modulo the length
 * @param asked all of it when left out
 */
export function askEverything(kind: Kind, text: string, at: number, asked: Asked = allAsked): void {
	const language = languageFor(kind);
	const context = siteContext(kind);
	const document = TextDocument.create('file:///site/file', '', 1, text);
	const position = document.positionAt(at % (text.length + 1));
	const given = answers(language, document, { context, position, ...asked });
	for (const [verb, value] of Object.entries(given)) assertInside(document, verb, value);
	// The text of a function is in no answer: it comes from a table that was asked for what every object has.
	assert.ok(!JSON.stringify(given).includes('[native code]'), 'an answer holds what every object has');
	assertApplies(document, given.codeActions);
	assertEdits(document, given.format);
	assertEdits(document, given.hashPassword);
	for (const { startLine, endLine } of language.folding?.(document, context) ?? [])
		assert.ok(startLine <= endLine && endLine < document.lineCount, 'a fold lies in the document');
	for (const { offset, length } of language.semanticTokens?.(document, context) ?? [])
		assert.ok(offset >= 0 && offset + length <= text.length, 'a token lies in the document');
	if (asked.parts.includes('rewriting')) finish(kind, document, context);
}
