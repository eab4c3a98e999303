import type { Node } from 'jsonc-parser';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { isJsonObject, type JsonObject, plainValue } from '../config/json/jsonNode';
import type { MacroNode } from '../macros/macroTable';
import type { SettingUse, Uses } from '../macros/uses';
import type { TextChange } from '../textChange';
import type { FileChanges } from './fileChanges';
import type { PlacedSetting } from './settingAt';

/** What a refactoring of a configuration file starts from. The file has no mistake of JSON. */
export interface ConfigSubject extends PlacedSetting {
	readonly text: string;
	/** The object of the setting as a value. */
	readonly value: JsonObject;
	/** The setting; `undefined` for the top-most object. */
	readonly node: MacroNode | undefined;
	readonly uses: Uses['bySetting'];
	/** How many files are linked. */
	readonly linked: number;
}

/** What one refactoring does to all files. */
export interface Refactoring {
	readonly title: string;
	readonly kind: 'refactor.rewrite' | 'refactor.move' | 'refactor.extract';
	readonly files: readonly FileChanges[];
}

/** Looks whether it has something to offer for a setting. */
export type ConfigRefactoring = (subject: ConfigSubject) => Refactoring | undefined;

export function configSubject(place: PlacedSetting, uses: Uses['bySetting'], linked: number): ConfigSubject {
	const value = plainValue(place.json);
	const text = place.config.getText();
	return { ...place, text, value: isJsonObject(value) ? value : {}, node: place.path.at(-1), uses, linked };
}

/** Changes of the configuration file, and of each macro that goes through the setting. */
export function withMacros(
	{ config, node, uses }: ConfigSubject,
	changes: readonly TextChange[],
	follow: (use: SettingUse) => TextChange | undefined,
): FileChanges[] {
	const own = node ? (uses.get(node) ?? []) : [];
	return [
		{ document: config, changes },
		...own.map(use => ({ document: use.document, changes: [follow(use) ?? []].flat() })),
	];
}

/** Whether every macro that goes on behind `node` takes its element number 0: other elements have no counterpart. */
export function onlyFirstElement({ node, uses }: ConfigSubject): boolean {
	const own = node ? (uses.get(node) ?? []) : [];
	return own.every(({ reference, index, path }) => {
		const next = path[index + 1];
		const segment = reference.segments[index + 1];
		return segment === undefined || (next !== undefined && segment.text === `${next.name}0`);
	});
}

/** The list that an element or setting stands in. */
export const listAround = ({ json }: { readonly json: Node }): Node | undefined =>
	json.parent?.type === 'array' ? json.parent : undefined;

export const fileOf = (document: TextDocument, ...changes: readonly TextChange[]): FileChanges => ({
	document,
	changes,
});
