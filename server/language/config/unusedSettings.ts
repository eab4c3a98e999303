import type { TextDocument } from 'vscode-languageserver-textdocument';
import { appendAll } from '../appendAll';
import type { MacroNode, MacroTable, SettingFacts } from '../macros/macroTable';
import { usesOf } from '../macros/uses';
import { type Problem, problem } from '../problem';
import { declaredMacros } from './customMacros';

/** Settings whose macros no linked file uses. A group of which nothing is used is one report. */
export function unusedSettings(document: TextDocument, dependents: readonly TextDocument[]): Problem[] {
	const table = declaredMacros(document);
	const used = usedSettings(table, dependents);
	const problems: Problem[] = [];
	const open = [...table.nodes.map(node => ({ node, before: '' }))];
	for (let next = open.pop(); next; next = open.pop()) {
		const { node, before } = next;
		const macro = `${before}${node.name}${node.instances ? '0' : ''}`;
		if (used.has(node.setting)) for (const child of node.children) open.push({ node: child, before: `${macro}.` });
		else {
			const start = document.offsetAt(node.setting.nameRange.start);
			const end = document.offsetAt(node.setting.nameRange.end);
			problems.push(problem('config-unused-setting', { start, end }, { macro: `#${macro}#` }));
		}
	}
	return problems;
}

/** The settings that the macros of linked files stand for, or are meant to. */
export function usedSettings(table: MacroTable, dependents: readonly TextDocument[]): ReadonlySet<SettingFacts> {
	const used = new Set<SettingFacts>();
	for (const { meant } of usesOf(table, dependents).all) {
		for (const { setting } of meant) used.add(setting);
		// The macro of a group stands for all that is in it.
		const node = meant.at(-1);
		if (node && node.children.length > 0) addGroup(node, used);
	}
	return used;
}

function addGroup(group: MacroNode, used: Set<SettingFacts>): void {
	const open = [...group.children];
	for (let node = open.pop(); node; node = open.pop()) {
		used.add(node.setting);
		appendAll(open, node.children);
	}
}
