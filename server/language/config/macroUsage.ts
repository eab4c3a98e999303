import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type FoundMacro, lookUpMacro } from '../macros/macroLookup';
import type { MacroNode, MacroTable } from '../macros/macroTable';
import { type MacroUse, macrosOf } from '../macros/macroUses';
import { type Problem, problem } from '../problem';
import { declaredMacros } from './customMacros';

/** The uses of a configuration-settings file's macros in one linked file. */
interface DependentUses {
	readonly dependent: TextDocument;
	readonly uses: readonly MacroUse[];
	/** What flawed and misspelled macros are meant for. */
	readonly meant: readonly FoundMacro[];
}

interface Kept {
	readonly versions: readonly (readonly [TextDocument, number])[];
	readonly uses: readonly DependentUses[];
}

const kept = new WeakMap<TextDocument, Kept>();

/** The uses in every linked file; read once for each version of the files together. */
export function dependentUses(document: TextDocument, dependents: readonly TextDocument[]): readonly DependentUses[] {
	const versions = [document, ...dependents].map(each => [each, each.version] as const);
	const last = kept.get(document);
	const isSame =
		last?.versions.length === versions.length &&
		last.versions.every(([each, version], index) => versions[index]?.[0] === each && versions[index]?.[1] === version);
	if (last && isSame) return last.uses;
	const table = declaredMacros(document);
	const uses = dependents.map(dependent => usesOf(dependent, table));
	kept.set(document, { versions, uses });
	return uses;
}

function usesOf(dependent: TextDocument, table: MacroTable): DependentUses {
	const { references, broken } = macrosOf(dependent, table);
	const uses: MacroUse[] = [];
	const meant: FoundMacro[] = [];
	for (const reference of [...references, ...broken]) {
		const found = lookUpMacro(table, reference.name);
		if (found.kind === 'found' && !('flaw' in reference)) uses.push({ reference, found });
		const corrected = found.kind === 'found' ? found : lookUpMacro(table, found.corrected ?? '');
		if (corrected.kind === 'found') meant.push(corrected);
	}
	return { dependent, uses, meant };
}

/** Settings whose macros no linked file uses. A group of which nothing is used is one report. */
export function unusedSettings(document: TextDocument, dependents: readonly TextDocument[]): Problem[] {
	const used = new Set<object>();
	for (const { meant } of dependentUses(document, dependents)) {
		for (const { path, node } of meant) {
			for (const { setting } of path) used.add(setting);
			// The macro of a group stands for all that is in it.
			if (node.children.length > 0) addAll(node, used);
		}
	}
	const problems: Problem[] = [];
	const open = [...declaredMacros(document).nodes.map(node => ({ node, before: '' }))];
	for (let next = open.pop(); next; next = open.pop()) {
		const { node, before } = next;
		const macro = `${before}${node.name}${node.instances ? '0' : ''}`;
		if (used.has(node.setting)) open.push(...node.children.map(child => ({ node: child, before: `${macro}.` })));
		else {
			const start = document.offsetAt(node.setting.nameRange.start);
			const end = document.offsetAt(node.setting.nameRange.end);
			problems.push(problem('config-unused-setting', { start, end }, { macro: `#${macro}#` }));
		}
	}
	return problems;
}

function addAll(group: MacroNode, used: Set<object>): void {
	const open = [...group.children];
	for (let node = open.pop(); node; node = open.pop()) {
		used.add(node.setting);
		open.push(...node.children);
	}
}
