import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Context, IncludedFile } from '../../language';
import type { Link } from '../../links/link';
import { lookUpMacro, type MacroLookup } from '../../macros/macroLookup';
import type { BrokenMacro, MacroReference } from '../../macros/macroReader';
import type { MacroTable } from '../../macros/macroTable';
import { macrosOf } from '../../macros/macroUses';
import { type PredefinedMacros, predefinedMacros } from '../../macros/predefinedMacros';
import { fileNameOf } from '../fileNameOf';
import { coveringMacro } from '../values/macrosIn';

/** The macros of one document, read once for each of its versions, and what they can refer to. */
export interface MacroScope {
	readonly document: TextDocument;
	readonly text: string;
	readonly table: MacroTable | undefined;
	readonly predefined: PredefinedMacros;
	readonly link: Link;
	readonly references: readonly MacroReference[];
	readonly broken: readonly BrokenMacro[];
	/** Both together, in document order. */
	readonly all: readonly MacroReference[];
	/** See `Context`. */
	readonly included: readonly IncludedFile[] | undefined;
	readonly isIncluded: boolean | undefined;
	/** For custom macros; `undefined` without a table. Answers are kept. */
	lookUp(name: string): MacroLookup | undefined;
}

interface Kept {
	readonly version: number;
	readonly table: MacroTable | undefined;
	readonly link: Link;
	readonly predefined: PredefinedMacros;
	readonly included: string;
	readonly scope: MacroScope;
}

const kept = new WeakMap<TextDocument, Kept>();

/** @param table The custom macros of the linked configuration-settings file; `undefined` without one. */
export function macroScope(document: TextDocument, context: Context, table: MacroTable | undefined): MacroScope {
	const predefined = predefinedMacros(context.applianceMacros);
	const { link } = context;
	const included = stateOf(context);
	const last = kept.get(document);
	const isCurrent =
		last?.version === document.version &&
		last.table === table &&
		sameLink(last.link, link) &&
		last.predefined === predefined &&
		last.included === included;
	if (last && isCurrent) return last.scope;
	const scope = {
		...readScope(document, table, link, predefined),
		included: context.included,
		isIncluded: context.isIncluded,
	};
	kept.set(document, { version: document.version, table, link, predefined, included, scope });
	return scope;
}

const numbers = new WeakMap<TextDocument, number>();
let documentsSeen = 0;

/** Names the state of the files around: which documents are included, and in which versions. */
function stateOf({ included, isIncluded }: Context): string {
	if (!included || included.length === 0) return `${included?.length} ${isIncluded}`;
	const files = included.map(({ uri, document }) => [uri, document && numberOf(document), document?.version]);
	return JSON.stringify([isIncluded, files]);
}

function numberOf(document: TextDocument): number {
	const number = numbers.get(document) ?? ++documentsSeen;
	numbers.set(document, number);
	return number;
}

/** Shells build a new link for each request; only what it says counts. */
function sameLink(a: Link, b: Link): boolean {
	if (a === b) return true;
	const said = ({ configPath, os, osrelease, matches, candidates }: Link) =>
		JSON.stringify([configPath, os, osrelease, matches, candidates]);
	return said(a) === said(b);
}

function readScope(
	document: TextDocument,
	table: MacroTable | undefined,
	link: Link,
	predefined: PredefinedMacros,
): Omit<MacroScope, 'included' | 'isIncluded'> {
	const { references, broken } = macrosOf(document, table);
	const all = [...references, ...broken].sort((a, b) => a.start - b.start);
	const answers = new Map<string, MacroLookup>();
	const lookUp = (name: string): MacroLookup | undefined => {
		if (table === undefined) return undefined;
		const answer = answers.get(name) ?? lookUpMacro(table, name);
		answers.set(name, answer);
		return answer;
	};
	return { document, text: document.getText(), table, predefined, link, references, broken, all, lookUp };
}

/** The macro, whole or flawed, that covers an offset; behind its last hash is outside. */
export const macroAt = ({ all }: MacroScope, offset: number): MacroReference | undefined =>
	coveringMacro({ macros: all }, offset);

/** How messages call the linked configuration-settings file. */
export function configName({ link, table }: MacroScope): string {
	return link.configPath ?? fileNameOf(table?.uri ?? '');
}
