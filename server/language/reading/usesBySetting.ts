import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Location } from 'vscode-languageserver-types';
import { declaredMacros } from '../config/customMacros';
import type { MacroNode } from '../macros/macroTable';
import { type SettingUse, settingUses } from '../refactor/settingUses';

/** Where the settings of one configuration-settings file are used, as places of whole macros. */
export interface Uses {
	/** Every macro that names a setting; those of one file follow each other from top to bottom. */
	readonly all: readonly Location[];
	/** Those that name this setting, or one inside it. */
	of(node: MacroNode): readonly Location[];
}

/** The uses of a configuration-settings file's macros in the files linked with it. */
export function usesBySetting(config: TextDocument, dependents: readonly TextDocument[]): Uses {
	const uses = settingUses(config, dependents);
	const of = (node: MacroNode): readonly SettingUse[] => uses.get(node) ?? [];
	const all = declaredMacros(config)
		.nodes.flatMap(of)
		.sort(
			(a, b) =>
				dependents.indexOf(a.document) - dependents.indexOf(b.document) || a.reference.start - b.reference.start,
		);
	return { all: all.map(placeOf), of: node => of(node).map(placeOf) };
}

const placeOf = ({ document, reference: { start, end } }: SettingUse): Location => ({
	uri: document.uri,
	range: { start: document.positionAt(start), end: document.positionAt(end) },
});
