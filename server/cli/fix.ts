import { TextDocument } from 'vscode-languageserver-textdocument';
import { type CodeAction, type Diagnostic, DiagnosticSeverity, type TextEdit } from 'vscode-languageserver-types';
import { isRefusal, repairOf } from '../language/config/editing/repair';
import type { Context, Kind } from '../language/language';
import { languageFor } from '../language/languageService';

/** What the preferred quick fixes made of one file. */
export interface FixedText {
	readonly text: string;
	/** How many fixes were applied. */
	readonly count: number;
	/** Their titles, each once, in the order in which they were applied first. */
	readonly titles: readonly string[];
	/** What a person wrote and the text does not have, word for word. */
	readonly leftOut: readonly string[];
}

/** Fixes uncover what was hidden behind a mistake; more rounds than this mean that two fixes undo each other. */
const mostRounds = 50;

/**
 * Repairs a configuration-settings file as the editor does, then applies the preferred quick fixes of a file in rounds, as an editor would one by one, until none is left. Fixes
 * that need a command or another file are left to the editor. `undefined` when nothing changes, or when the outcome
 * would have more to complain about than the file as it is.
 */
export function fixedText(document: TextDocument, kind: Kind, context: Context): FixedText | undefined {
	const repaired = kind === 'config' ? repairedText(document) : undefined;
	const start = repaired ? versionOf(document, repaired.text) : document;
	const before = weight(languageFor(kind).validate(start, context));
	const seen = new Set([start.getText()]);
	const titles: string[] = [...(repaired?.titles ?? [])];
	const leftOut = repaired?.leftOut ?? [];
	let best = repaired;
	let current = start;
	for (let round = 0; round < mostRounds; round++) {
		const actions = fixesOf(current, kind, context);
		const text = TextDocument.applyEdits(
			current,
			actions.flatMap(action => ownEdits(action, current.uri) ?? []),
		);
		if (seen.has(text)) break;
		seen.add(text);
		titles.push(...actions.map(({ title }) => title));
		current = versionOf(current, text);
		const isNoWorse = weight(languageFor(kind).validate(current, context)) <= before;
		if (isNoWorse) best = { text, count: titles.length, titles: [...new Set(titles)], leftOut };
	}
	return best;
}

const versionOf = ({ uri, languageId, version }: TextDocument, text: string): TextDocument =>
	TextDocument.create(uri, languageId, version + 1, text);

/** What the editor's "Repair this file" makes of a configuration-settings file: the same fixes count as safe here. */
function repairedText(document: TextDocument): FixedText | undefined {
	const repair = repairOf(document);
	if (!repair || isRefusal(repair)) return undefined;
	const { text, made, leftOut } = repair;
	return { text, count: made.length, titles: [...new Set(made)], leftOut: leftOut.map(left => left.text) };
}

/** Why a file is not repaired as a whole although something in it could be; `undefined` when nothing speaks against it. */
export function refusalOf(document: TextDocument, kind: Kind): string | undefined {
	const repair = kind === 'config' ? repairOf(document) : undefined;
	return repair && isRefusal(repair) ? repair.refused : undefined;
}

/** Preferred fixes that do not touch each other's text. */
function fixesOf(document: TextDocument, kind: Kind, context: Context): CodeAction[] {
	const language = languageFor(kind);
	const taken: { readonly start: number; readonly end: number }[] = [];
	const chosen: CodeAction[] = [];
	for (const diagnostic of language.validate(document, context)) {
		const actions = language.codeActions?.(document, diagnostic.range, [diagnostic], context) ?? [];
		const action = actions.find(({ isPreferred, command }) => isPreferred && !command);
		const spans = (action && ownEdits(action, document.uri))?.map(({ range }) => ({
			start: document.offsetAt(range.start),
			end: document.offsetAt(range.end),
		}));
		const isFree = spans?.every(span => taken.every(other => span.end < other.start || span.start > other.end));
		if (!action || !spans || !isFree) continue;
		chosen.push(action);
		taken.push(...spans);
	}
	return chosen;
}

/** The edits of an action that changes this document and nothing else. */
function ownEdits({ edit }: CodeAction, uri: string): TextEdit[] | undefined {
	const changed = Object.keys(edit?.changes ?? {});
	return changed.length === 1 && changed[0] === uri && !edit?.documentChanges ? edit?.changes?.[uri] : undefined;
}

const severityWeights: Readonly<Record<DiagnosticSeverity, number>> = {
	[DiagnosticSeverity.Error]: 1_000_000,
	[DiagnosticSeverity.Warning]: 1000,
	[DiagnosticSeverity.Information]: 1,
	[DiagnosticSeverity.Hint]: 0,
};

/** One error more is worse than a few warnings fewer. */
const weight = (diagnostics: readonly Diagnostic[]): number =>
	diagnostics.reduce((sum, { severity }) => sum + severityWeights[severity ?? DiagnosticSeverity.Error], 0);
