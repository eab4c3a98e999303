import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position } from 'vscode-languageserver-types';
import { declaredMacros } from '../config/customMacros';
import type { Context } from '../language';
import type { MacroSegment } from '../macros/macroReader';
import { isPredefined } from '../macros/predefinedMacros';
import { declaredPath, macrosOf } from '../macros/uses';
import { type PlacedSetting, placeOf, settingAt } from './settingAt';

/** A setting that a place in one of the linked files means. */
export interface NamedSetting {
	readonly setting: PlacedSetting;
	/** Every file linked with the configuration file. */
	readonly dependents: readonly TextDocument[];
	/** Its name in the macro there; `undefined` in the configuration file. */
	readonly segment?: MacroSegment;
}

/** The setting around a place in a configuration file. */
export function settingInConfig(config: TextDocument, position: Position, context: Context): NamedSetting | undefined {
	const setting = settingAt(config, config.offsetAt(position));
	return setting && { setting, dependents: context.dependents };
}

/** The setting whose name in a macro stands at a place in an unattend file or script. */
export function settingInMacro(document: TextDocument, position: Position, context: Context): NamedSetting | undefined {
	const { config } = context.link;
	if (!config) return undefined;
	const table = declaredMacros(config);
	const offset = document.offsetAt(position);
	for (const { name, start, end, segments } of macrosOf(document, table).references) {
		if (offset < start || offset > end || isPredefined(name)) continue;
		const index = segments.findIndex(segment => segment.start <= offset && offset <= segment.end);
		const segment = segments[index];
		const path = declaredPath(table, name).slice(0, index + 1);
		const setting = segment && path.length === index + 1 ? placeOf(config, path) : undefined;
		return setting && segment && { setting, dependents: withCurrent(document, context.dependents), segment };
	}
	return undefined;
}

/** The files as they are now: the document itself counts in the version that was asked about. */
function withCurrent(document: TextDocument, dependents: readonly TextDocument[]): readonly TextDocument[] {
	if (dependents.includes(document)) return dependents;
	return [...dependents.filter(({ uri }) => uri !== document.uri), document];
}
