import { lookUpMacro, startsKnownMacro } from '../macros/macroLookup';
import { readMacros } from '../macros/macroReader';
import type { MacroTable } from '../macros/macroTable';
import { isPredefined } from '../macros/predefinedMacros';
import type { LinkCandidate } from './link';

/** A configuration-settings file that is near enough to be asked. */
interface PossibleConfig {
	readonly table: MacroTable;
	/** Relative to the unattend file's folder, `/`-separated. */
	readonly path: string;
}

/** The files that declare some of the custom macros of `text`, in the order of {@link rankedConfigs}. */
export const candidatesFor = (text: string, configs: readonly PossibleConfig[]): LinkCandidate[] =>
	rankedConfigs(text, configs).filter(({ declared }) => declared > 0);

/** All of `configs`, best first: most custom macros of `text`, then the nearest, then by name. */
export function rankedConfigs(text: string, configs: readonly PossibleConfig[]): LinkCandidate[] {
	return configs
		.map(config => candidate(text, config))
		.sort(
			(a, b) =>
				b.declared - a.declared || a.used - b.used || distance(a.path) - distance(b.path) || (a.path < b.path ? -1 : 1),
		);
}

/**
 * What of a text can be a custom macro, with the letter before it: two texts in one folder that have the same have the
 * same candidates, and one that has nothing of the kind has none.
 */
export const customMacroLikes = (text: string): readonly string[] => {
	const found = text.match(/[\w#]?#[\w-]+(?:\.[\w-]+)*(?=#)/g) ?? [];
	return found.some(macro => !/^[^#]?#+predefined(?:\.|$)/.test(macro)) ? found : [];
};

function candidate(text: string, { table, path }: PossibleConfig): LinkCandidate {
	const { references } = readMacros(text, name => startsKnownMacro(table, name));
	const names = new Set(references.map(({ name }) => name).filter(name => !isPredefined(name)));
	const declared = [...names].filter(name => isMeant(table, name)).length;
	return { uri: table.uri, path, declared, used: names.size };
}

/** A misspelled macro speaks for the file, too. */
function isMeant(table: MacroTable, name: string): boolean {
	const found = lookUpMacro(table, name);
	return found.kind === 'found' || found.corrected !== undefined;
}

const distance = (path: string): number => path.split('/').length;
