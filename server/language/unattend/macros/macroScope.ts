import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Context, IncludedFile } from '../../language';
import type { Link } from '../../links/link';
import { lookUpMacro, type MacroLookup } from '../../macros/macroLookup';
import type { BrokenMacro, MacroReference } from '../../macros/macroReader';
import type { MacroTable } from '../../macros/macroTable';
import { type PredefinedMacros, predefinedMacros } from '../../macros/predefinedMacros';
import { macrosOf } from '../../macros/uses';
import { oncePerVersion } from '../../oncePerVersion';
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

/**
 * The macros of a document, read once for what the context says of them.
 * @param table The custom macros of the linked configuration-settings file; `undefined` without one.
 */
export const macroScope: (document: TextDocument, context: Context, table: MacroTable | undefined) => MacroScope =
	oncePerVersion(
		(document: TextDocument, context: Context, table: MacroTable | undefined): MacroScope => ({
			...readScope(document, table, context.link, predefinedMacros(context.applianceMacros)),
			included: context.included,
			isIncluded: context.isIncluded,
		}),
		({ link, applianceMacros, included, isIncluded }, table) => [
			table,
			...saidBy(link),
			predefinedMacros(applianceMacros),
			isIncluded,
			included?.flatMap(({ uri, document }) => [uri, document]),
		],
	);

/** Shells build a new link for each request; only what it says counts. */
const saidBy = ({ configPath, os, osrelease, matches, candidates, isFaultOfManifest }: Link): readonly unknown[] => [
	configPath,
	isFaultOfManifest,
	os,
	osrelease,
	JSON.stringify([matches, candidates]),
];

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
