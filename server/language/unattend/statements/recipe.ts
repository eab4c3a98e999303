import { type CodeAction, CodeActionKind, type Diagnostic, type TextEdit } from 'vscode-languageserver-types';
import type { Fact } from '../../rules/rule';
import type { UnattendSource } from '../unattendSource';

/** A change to offer. */
export interface Fix {
	readonly title: string;
	readonly edits: readonly TextEdit[];
	/** Not to be applied without a look: it changes what the installation does, or leaves a gap to fill. */
	readonly careful?: boolean;
}

/** A report, and what its fix needs to know. */
export interface Situation {
	readonly source: UnattendSource;
	readonly start: number;
	readonly end: number;
	readonly facts: Readonly<Record<string, Fact | undefined>>;
}

/** How a report is put right. */
export type Recipe = (situation: Situation) => Fix | readonly Fix[] | undefined;

/** Quick fixes by rule code and facts. */
export function fixesBy(
	recipes: Readonly<Record<string, Recipe>>,
	source: UnattendSource,
	diagnostics: readonly Diagnostic[],
): CodeAction[] {
	return diagnostics.flatMap(diagnostic => {
		const fixes = recipes[String(diagnostic.code)]?.(situationOf(source, diagnostic)) ?? [];
		return [fixes].flat().map(({ title, edits, careful }) => ({
			title,
			kind: CodeActionKind.QuickFix,
			diagnostics: [diagnostic],
			isPreferred: !careful,
			edit: { changes: { [source.document.uri]: [...edits] } },
		}));
	});
}

const situationOf = (source: UnattendSource, { range, data }: Diagnostic): Situation => ({
	source,
	start: source.document.offsetAt(range.start),
	end: source.document.offsetAt(range.end),
	facts: typeof data === 'object' && data !== null ? (data as Record<string, Fact | undefined>) : {},
});

/** A fact as text; empty without it. */
export const textFact = ({ facts }: Situation, name: string): string => String(facts[name] ?? '');

/** A fact that is a place in the text; rules say with -1 that there is none. */
export const offsetFact = ({ facts }: Situation, name: string): number | undefined => {
	const fact = facts[name];
	return typeof fact === 'number' && fact >= 0 ? fact : undefined;
};

/** The items of a fact that is a list of names, without quotes. */
export const namesFact = ({ facts }: Situation, name: string): readonly string[] | undefined => {
	const fact = facts[name];
	return Array.isArray(fact) ? fact.map(item => String(item).replaceAll('"', '')) : undefined;
};

export const edit = ({ source: { document } }: Situation, start: number, end: number, newText: string): TextEdit => ({
	range: { start: document.positionAt(start), end: document.positionAt(end) },
	newText,
});
