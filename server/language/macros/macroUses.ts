import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type FoundMacro, lookUpMacro, startsKnownMacro } from './macroLookup';
import { type MacroReference, type MacrosRead, readMacros } from './macroReader';
import type { MacroTable } from './macroTable';
import { nearestName } from './nearestName';

/** A macro of a document together with the settings it names. */
export interface MacroUse {
	readonly reference: MacroReference;
	/** One node for each of the reference's segments, in the same order. */
	readonly found: FoundMacro;
}

/** The uses of `table`'s settings in an unattend file or script, in document order. */
export function macroUsesIn(document: TextDocument, table: MacroTable): MacroUse[] {
	return macrosOf(document, table).references.flatMap(reference => {
		const found = lookUpMacro(table, reference.name);
		return found.kind === 'found' ? [{ reference, found }] : [];
	});
}

/** Reads the macros of a document as someone who knows the linked file's names, or none. */
export function macrosOf(document: TextDocument, table: MacroTable | undefined): MacrosRead {
	if (table === undefined) return readMacros(document.getText());
	const asked = new Map<string, boolean>();
	return readMacros(document.getText(), name => {
		const known = asked.get(name) ?? isKnown(table, name);
		asked.set(name, known);
		return known;
	});
}

const isKnown = (table: MacroTable, name: string): boolean =>
	startsKnownMacro(table, name) || nearestName(name, [table.rootName ?? '']) !== undefined;
