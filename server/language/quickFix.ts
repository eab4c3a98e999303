import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
	type CodeAction,
	CodeActionKind,
	type Command,
	type Diagnostic,
	type WorkspaceEdit,
} from 'vscode-languageserver-types';
import type { Facts } from '../texts/texts';
import { t, translate } from '../texts/texts';
import type { Problem } from './problem';
import { isRuleCode, type RuleCode } from './rules';
import { replace, type TextChange, textEdit } from './textChange';

/**
 * What a fix does to what a person wrote:
 * - `safe`: it changes nothing that a person decided, and takes no words away;
 * - `decides`: it chooses something for a person, such as a licence, a disk or a time zone, or leaves a gap to fill;
 * - `loses`: it takes away what a person wrote;
 * - `silences`: it changes nothing but the report, which is switched off.
 *
 * Only safe fixes are preferred, and applied without a question.
 */
export type Effect = 'safe' | 'decides' | 'loses' | 'silences';

/** One way out of a reported problem. */
export interface QuickFix {
	/** A short imperative. */
	readonly title: string;
	readonly effect: Effect;
	/** Changes of the file with the problem, or an edit of several files. */
	readonly changes: readonly TextChange[] | WorkspaceEdit;
	/** What the editor runs behind the edit. */
	readonly command?: Command;
}

/** A fix that changes nothing but the file with the problem. */
export interface TextFix extends QuickFix {
	readonly changes: readonly TextChange[];
}

const textFix =
	(effect: Effect) =>
	(title: string, ...changes: readonly TextChange[]): TextFix => ({ title, effect, changes });

export const safe = textFix('safe');
export const decides = textFix('decides');
export const loses = textFix('loses');
export const silences = textFix('silences');

/** Finds the ways out of a problem, the best one first. `Scene` is what a room knows of the file. */
export type Fixer<Scene> = (problem: Problem, scene: Scene) => QuickFix | readonly QuickFix[] | undefined;

/** The fixers of a room, by the rules whose reports they put right. */
export type Fixers<Scene> = Readonly<Partial<Record<RuleCode, Fixer<Scene>>>>;

/** A fixer that changes nothing but the file with the problem. */
export type TextFixer<Scene> = (problem: Problem, scene: Scene) => readonly TextFix[];

/** Puts a fact of the report in the reported place: a keyword spelled right, or the same in another form. */
export const change =
	(fact = 'replacement'): TextFixer<unknown> =>
	problem => {
		const replacement = problem.facts[fact];
		if (typeof replacement !== 'string' || replacement === '') return [];
		return [safe(t('Change to {replacement}', { replacement }), replace(problem, replacement))];
	};

/** The same for a value that only a person can know: it is safe where nothing but case and punctuation change. */
export const changeValue =
	(fact = 'replacement'): TextFixer<{ readonly text: string }> =>
	(problem, scene) =>
		change(fact)(problem, scene).map(fix => {
			const isSame = lettersOf(scene.text.slice(problem.start, problem.end)) === lettersOf(problem.facts[fact]);
			return isSame ? fix : { ...fix, effect: 'decides' };
		});

const lettersOf = (value: unknown): string =>
	String(value)
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]/gu, '');

/** The same fixes, to be looked at before they are applied. */
export const deciding =
	<Scene>(fixer: TextFixer<Scene>): TextFixer<Scene> =>
	(problem, scene) =>
		fixer(problem, scene).map(fix => ({ ...fix, effect: 'decides' }));

/** What a room brings along for its quick fixes. */
interface Workshop<Scene> {
	/** By rule, or one for all rules of the room. */
	readonly fixers: Fixers<Scene> | Fixer<Scene>;
	readonly scene: Scene;
	/** The problems of the document as it is now, where the room keeps them; a diagnostic of an older text has none. */
	readonly problems?: readonly Problem[];
}

/** The quick fixes for reports, in the order of the reports. */
export function quickFixes<Scene>(
	document: TextDocument,
	diagnostics: readonly Diagnostic[],
	{ fixers, scene, problems }: Workshop<Scene>,
): CodeAction[] {
	const current = problems && byPlace(problems);
	return diagnostics.flatMap(diagnostic => {
		const shown = problemOf(document, diagnostic);
		const problem = shown && current ? sameAs(shown, current.get(placeOf(shown)) ?? []) : shown;
		const fixer = typeof fixers === 'function' ? fixers : problem && fixers[problem.code];
		const found = problem && fixer?.(problem, scene);
		return found ? fixActions(document, [diagnostic], [found].flat()) : [];
	});
}

function byPlace(problems: readonly Problem[]): ReadonlyMap<string, readonly Problem[]> {
	const places = new Map<string, Problem[]>();
	for (const problem of problems) {
		const there = places.get(placeOf(problem));
		if (there) there.push(problem);
		else places.set(placeOf(problem), [problem]);
	}
	return places;
}

const placeOf = ({ code, start }: Problem): string => `${code} ${start}`;

/** Of the problems at a place the one with the same facts; a client that keeps no facts gets the first. */
const sameAs = ({ facts }: Problem, problems: readonly Problem[]): Problem | undefined =>
	problems.find(problem => JSON.stringify(problem.facts) === JSON.stringify(facts)) ?? problems[0];

/** Code actions for the ways out of what diagnostics say together. Of several safe ones the first is preferred. */
export function fixActions(
	document: TextDocument,
	diagnostics: readonly Diagnostic[],
	fixes: readonly QuickFix[],
): CodeAction[] {
	const preferred = fixes.find(({ effect }) => effect === 'safe');
	return fixes.map(fix => ({
		title: translate(fix.title),
		kind: CodeActionKind.QuickFix,
		diagnostics: [...diagnostics],
		isPreferred: fix === preferred,
		data: { effect: fix.effect },
		...edited(document, fix.changes),
		...(fix.command ? { command: fix.command } : {}),
	}));
}

/** The effect of a code action that is a quick fix; `undefined` for any other action. */
export function effectOf({ data }: CodeAction): Effect | undefined {
	const effect: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, 'effect') : undefined;
	return effects.find(known => known === effect);
}

const effects: readonly Effect[] = ['safe', 'decides', 'loses', 'silences'];

/** The cure stands before what merely switches its report off. */
export function curesFirst(actions: readonly CodeAction[]): CodeAction[] {
	const silences = (action: CodeAction): boolean => effectOf(action) === 'silences';
	return [...actions.filter(action => !silences(action)), ...actions.filter(silences)];
}

/** The problem that a diagnostic shows; facts travel in its `data`. `undefined` for a diagnostic that is none of ours. */
export function problemOf(document: TextDocument, { code, range, data }: Diagnostic): Problem | undefined {
	if (!isRuleCode(code)) return undefined;
	const facts = typeof data === 'object' && data !== null ? (data as Facts) : {};
	return { code, start: document.offsetAt(range.start), end: document.offsetAt(range.end), facts };
}

function edited(document: TextDocument, changes: QuickFix['changes']): Pick<CodeAction, 'edit'> {
	if (!isList(changes)) return { edit: changes };
	if (changes.length === 0) return {};
	return { edit: { changes: { [document.uri]: changes.map(change => textEdit(document, change)) } } };
}

const isList = (changes: QuickFix['changes']): changes is readonly TextChange[] => Array.isArray(changes);
