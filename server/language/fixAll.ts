import { TextDocument } from 'vscode-languageserver-textdocument';
import {
	type CodeAction,
	CodeActionKind,
	type Diagnostic,
	DiagnosticSeverity,
	type TextEdit,
} from 'vscode-languageserver-types';
import { appendAll } from './appendAll';
import type { Context, Language } from './language';
import { type Effect, effectOf } from './quickFix';
import { isOfJsonReader, TakenText } from './takenText';
import { changedText, type TextChange, textChange } from './textChange';

/**
 * Why a problem was left:
 * - `decides`, `loses`: its fix does so, and only a person may take it;
 * - `elsewhere`: its fix changes another file or needs a command of the editor;
 * - `overlaps`: its fix and that of another problem change the same text back and forth;
 * - `worsens`: behind its fix there would be more to complain about;
 * - `untried`: which of these two was not found out, since many others are left as well;
 * - `none`: there is no fix.
 */
export type LeftReason =
	| Exclude<Effect, 'safe' | 'silences'>
	| 'elsewhere'
	| 'overlaps'
	| 'worsens'
	| 'untried'
	| 'none';

/** A problem that is still there, by its place in the text as it is then. */
export interface LeftProblem {
	readonly diagnostic: Diagnostic;
	readonly reason: LeftReason;
	/** Title of the fix that a person may take; `undefined` when there is none. */
	readonly title: string | undefined;
}

/** What the safe quick fixes made of one file. */
export interface FixedText {
	readonly text: string;
	/** How many fixes were applied. */
	readonly count: number;
	/** Their titles, each once, in the order in which they were applied first. */
	readonly titles: readonly string[];
	/** Errors, warnings and information that remain, in document order. */
	readonly left: readonly LeftProblem[];
}

/** Fixes uncover what was hidden behind a mistake; more rounds than this mean that two fixes undo each other. */
const mostRounds = 50;

/**
 * Applies the safe quick fixes of a file in rounds, as an editor would one by one, until none is left, and says what it
 * left. It stops before the text has more to complain about than it had; what goes on for ever without curing anything
 * is taken back.
 */
export function fixAll(language: Language, document: TextDocument, context: Context): FixedText {
	const file = { language, context };
	const reports = language.validate(document, context);
	const before = weight(reports);
	const seen = new Set([document.getText()]);
	const titles: string[] = [];
	let best = { document, count: 0 };
	/** The last text with fewer reports, or lighter ones, than all before it. */
	let lightest = { ...best, weight: before, reports: reports.length };
	let isSettled = false;
	let current = document;
	for (let round = 0; round < mostRounds; round++) {
		const { text, applied } = oneRound(file, current);
		isSettled = seen.has(text);
		if (isSettled) break;
		seen.add(text);
		appendAll(titles, applied);
		current = withText(current, text);
		const now = language.validate(current, context);
		const here = { document: current, count: titles.length, weight: weight(now), reports: now.length };
		if (here.weight <= before) best = here;
		if (here.weight < lightest.weight || (here.weight === lightest.weight && here.reports < lightest.reports))
			lightest = here;
	}
	const { document: fixed, count } = isSettled ? best : lightest;
	const left = leftIn(file, fixed);
	return { text: fixed.getText(), count, titles: [...new Set(titles.slice(0, count))], left };
}

/** What a file is checked and fixed with. */
interface File {
	readonly language: Language;
	readonly context: Context;
}

interface Round {
	readonly text: string;
	readonly applied: readonly string[];
}

/** The first safe fix of each problem, as long as they do not touch each other's text. */
function oneRound(file: File, document: TextDocument): Round {
	const taken = new TakenText();
	const changes: TextChange[] = [];
	const applied: string[] = [];
	for (const { diagnostic, actions } of fixesIn(file, document)) {
		const action = actions.find(each => isSafe(each, document));
		const own = action && ownEdits(action, document.uri)?.map(edit => textChange(document, edit));
		if (!own || !taken.take(own, { ofJson: isOfJsonReader(diagnostic.code) })) continue;
		applied.push(action.title);
		appendAll(changes, own);
	}
	return { text: changedText(document.getText(), changes), applied };
}

const fixesIn = (file: File, document: TextDocument): readonly WayOut[] =>
	waysOut(file, document, file.language.validate(document, file.context));

/** A problem with its quick fixes. */
export interface WayOut {
	readonly diagnostic: Diagnostic;
	readonly actions: readonly CodeAction[];
}

/** Each problem with the ways out of it, without those that merely switch the report off. */
export function waysOut(
	{ language, context }: File,
	document: TextDocument,
	diagnostics: readonly Diagnostic[],
): readonly WayOut[] {
	const whole = { start: document.positionAt(0), end: document.positionAt(document.getText().length) };
	const byDiagnostic = new Map<Diagnostic, CodeAction[]>(diagnostics.map(diagnostic => [diagnostic, []]));
	for (const action of language.codeActions?.(document, whole, diagnostics, context) ?? []) {
		const [diagnostic, ...more] = action.diagnostics ?? [];
		const isFix = action.kind === CodeActionKind.QuickFix && effectOf(action) !== 'silences';
		if (diagnostic && more.length === 0 && isFix) byDiagnostic.get(diagnostic)?.push(action);
	}
	return diagnostics.map(diagnostic => ({ diagnostic, actions: byDiagnostic.get(diagnostic) ?? [] }));
}

/** A fix that may be applied without a question, and changes nothing but its own file. */
export const isSafe = (action: CodeAction, { uri }: TextDocument): boolean =>
	effectOf(action) === 'safe' && ownEdits(action, uri) !== undefined;

/** The edits of an action that changes this document and nothing else. */
export function ownEdits({ edit, command }: CodeAction, uri: string): TextEdit[] | undefined {
	const changed = Object.keys(edit?.changes ?? {});
	const isOwn = !command && changed.length === 1 && changed[0] === uri && !edit?.documentChanges;
	return isOwn ? edit?.changes?.[uri] : undefined;
}

const withText = ({ uri, languageId, version }: TextDocument, text: string): TextDocument =>
	TextDocument.create(uri, languageId, version + 1, text);

/** So many safe fixes that are left are tried once more, to tell why: each time the whole text is checked. */
const mostTried = 20;

function leftIn({ language, context }: File, document: TextDocument): LeftProblem[] {
	const reports = language.validate(document, context);
	const before = weight(reports);
	let tried = 0;
	const reasonOf = (action: CodeAction): LeftReason => {
		const effect = effectOf(action);
		const edits = ownEdits(action, document.uri);
		if (!edits) return 'elsewhere';
		if (effect === 'loses' || effect === 'decides') return effect;
		if (tried++ >= mostTried) return 'untried';
		const after = withText(document, TextDocument.applyEdits(document, edits));
		return weight(language.validate(after, context)) > before ? 'worsens' : 'overlaps';
	};
	return waysOut({ language, context }, document, reports)
		.filter(({ diagnostic }) => diagnostic.severity !== DiagnosticSeverity.Hint)
		.map(({ diagnostic, actions }) => {
			const action = actions.find(each => isSafe(each, document)) ?? actions[0];
			return { diagnostic, title: action?.title, reason: action ? reasonOf(action) : 'none' };
		});
}

const severityWeights: Readonly<Record<DiagnosticSeverity, number>> = {
	[DiagnosticSeverity.Error]: 1_000_000,
	[DiagnosticSeverity.Warning]: 1000,
	[DiagnosticSeverity.Information]: 1,
	[DiagnosticSeverity.Hint]: 0,
};

/** A text that a parser refuses hides what else is wrong with it. */
const unreadable = 1_000_000_000;

/** One error more is worse than a few warnings fewer. */
const weight = (diagnostics: readonly Diagnostic[]): number =>
	diagnostics.reduce((sum, { code, severity = DiagnosticSeverity.Error }) => {
		const hides = severity === DiagnosticSeverity.Error && /^(?:json|xml)-/.test(String(code));
		return sum + (hides ? unreadable : severityWeights[severity]);
	}, 0);
