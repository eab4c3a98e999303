import { TextDocument } from 'vscode-languageserver-textdocument';
import { type CodeAction, type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import { languageFor } from '../../../server/language/languageService';
import { type Effect, effectOf } from '../../../server/language/quickFix';
import { isThorough } from '../../support/thorough';
import type { Subject } from './ruleExamples';

/** What became of a file after one of its quick fixes alone. */
export interface FixOutcome {
	readonly code: string;
	readonly title: string;
	readonly effect: Effect;
	/** In words; empty for a fix that did what it says. */
	readonly flaws: readonly string[];
	readonly before: string;
	readonly after: string;
}

/** Codes that a file raises. */
export const codesOf = ({ kind, document, context }: Subject): string[] =>
	languageFor(kind)
		.validate(document, context)
		.map(({ code }) => String(code));

/**
 * Applies each quick fix of a file alone. Fixes that change other files or need a command are left out.
 * @param expected codes that the file raises even when all is put right: an example is no whole file
 */
export function fixOutcomes(subject: Subject, expected: ReadonlySet<string> = new Set()): FixOutcome[] {
	const { kind, document, context } = subject;
	const language = languageFor(kind);
	const diagnostics = language.validate(document, context);
	const whole = { start: document.positionAt(0), end: document.positionAt(document.getText().length) };
	const tried = new Map<string, number>();
	return (language.codeActions?.(document, whole, diagnostics, context) ?? []).flatMap(action => {
		const [diagnostic, ...more] = action.diagnostics ?? [];
		if (!diagnostic || more.length > 0) return [];
		const fix = `${diagnostic.code} ${action.title}`;
		const count = tried.get(fix) ?? 0;
		tried.set(fix, count + 1);
		if (count >= mostAlike) return [];
		return outcomeOf(subject, { diagnostics, diagnostic, action, expected }) ?? [];
	});
}

/** The same fix of the same rule is tried at a few places of a file. */
const mostAlike = isThorough ? Number.POSITIVE_INFINITY : 3;

interface Offer {
	readonly diagnostics: readonly Diagnostic[];
	readonly diagnostic: Diagnostic;
	readonly action: CodeAction;
	readonly expected: ReadonlySet<string>;
}

function outcomeOf({ kind, document, context }: Subject, offer: Offer): FixOutcome | undefined {
	const { diagnostics, diagnostic, action, expected } = offer;
	const effect = effectOf(action);
	const edits = action.edit?.changes?.[document.uri];
	const isOwn = edits && Object.keys(action.edit?.changes ?? {}).length === 1 && !action.command;
	if (effect === undefined || effect === 'silences' || !isOwn || action.title.startsWith('Repair')) return undefined;
	const before = document.getText();
	const after = TextDocument.applyEdits(document, edits);
	const changed = TextDocument.create(document.uri, document.languageId, document.version + 1, after);
	const left = languageFor(kind).validate(changed, context);
	const isGone = countOf(left, diagnostic) < countOf(diagnostics, diagnostic);
	const flaws = [
		...(isGone ? [] : ['the report stays']),
		...newProblems(diagnostics, left)
			.filter(code => !expected.has(code))
			.map(code => `brings ${code}`),
		...(effect === 'safe' ? lostWords(before, after).map(word => `loses ${word}`) : []),
		...(action.isPreferred && effect !== 'safe' ? ['is preferred'] : []),
	];
	return { code: String(diagnostic.code), title: action.title, effect, flaws, before, after };
}

const countOf = (diagnostics: readonly Diagnostic[], { code }: Diagnostic): number =>
	diagnostics.filter(one => one.code === code).length;

const isLoud = ({ severity }: Diagnostic): boolean =>
	severity === DiagnosticSeverity.Error || severity === DiagnosticSeverity.Warning;

/** Codes of errors and warnings that are reported more often than before. */
function newProblems(before: readonly Diagnostic[], after: readonly Diagnostic[]): string[] {
	const codes = new Set(after.filter(isLoud).map(({ code }) => String(code)));
	return [...codes].filter(
		code => after.filter(one => one.code === code).length > before.filter(one => one.code === code).length,
	);
}

/** Words that are gone although the text has fewer words than before: a word that is put right still counts. */
function lostWords(before: string, after: string): string[] {
	const [old, now] = [wordsOf(before), wordsOf(after)];
	if (now.length >= old.length) return [];
	return [...new Set(old)].filter(word => !now.some(kept => kept.includes(word)));
}

/** `%end` is a bracket that happens to have letters, and what dots, hyphens and the like hold together is one word. */
const wordsOf = (text: string): string[] =>
	text.replace(/^%end$/gm, '').match(/[\p{L}\p{N}]+(?:[.:_\\-]+[\p{L}\p{N}]+)*/gu) ?? [];
