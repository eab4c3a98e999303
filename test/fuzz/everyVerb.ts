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

/** Some from the whole document, and of each rule no more than `alike`: its fixer is asked, and others get their turn. */
function someOf(diagnostics: readonly Diagnostic[], alike: number): Diagnostic[] {
	const counts = new Map<Diagnostic['code'], number>();
	const chosen = diagnostics.filter(({ code }) => {
		const count = (counts.get(code) ?? 0) + 1;
		counts.set(code, count);
		return count <= alike;
	});
	const step = Math.ceil(chosen.length / mostCured);
	return chosen.filter((_, index) => index % step === 0);
}

interface Question {
	readonly context: Context;
	readonly position: Position;
	readonly alike: number;
}

/** What the verbs of a language answer at one position of a document; lines and offsets `askEverything` asks for. */
export function answers(language: Language, document: TextDocument, { context, position, alike }: Question) {
	const all: Range = { start: { line: 0, character: 0 }, end: document.positionAt(document.getText().length) };
	const diagnostics = language.validate(document, context);
	return {
		validate: diagnostics,
		complete: language.complete?.(document, position, context),
		hover: language.hover?.(document, position, context),
		codeActions: language.codeActions?.(document, all, someOf(diagnostics, alike), context),
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
 * @param alike of how many reports of the same rule a fix is asked
 */
export function askEverything(kind: Kind, text: string, at: number, alike = mostCured): void {
	const language = languageFor(kind);
	const context = siteContext(kind);
	const document = TextDocument.create('file:///site/file', '', 1, text);
	const position = document.positionAt(at % (text.length + 1));
	const given = answers(language, document, { context, position, alike });
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
	finish(kind, document, context);
}
