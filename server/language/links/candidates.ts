import { declaresFirst, lookUpMacro, startsKnownMacro } from '../macros/macroLookup';
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

/**
 * Macros that are looked up in all files together. A person has a few dozen in one file, and nobody waits for the
 * thousandth of a generated one to be looked for in thousands of files.
 */
const mostLookups = 100_000;
const mostMacros = 200;

/** Names of a level among which a misspelt one is looked for. */
const mostNames = 300;

/** All of `configs`, best first: most custom macros of `text`, then the nearest, then by name. */
export function rankedConfigs(text: string, configs: readonly PossibleConfig[]): LinkCandidate[] {
	const most = Math.min(mostMacros, Math.ceil(mostLookups / configs.length));
	const macros = [...new Set(customMacroLikes(text))].slice(0, most);
	const macrosAlone = macros.map(macro => `${macro}#`).join(' ');
	return configs
		.map(config => candidate(macrosAlone, config))
		.sort(
			(a, b) =>
				b.declared - a.declared || a.used - b.used || distance(a.path) - distance(b.path) || (a.path < b.path ? -1 : 1),
		);
}

/**
 * What of a text can be a custom macro, without its last hash and with the letter before it: two texts in one folder
 * that have the same have the same candidates, and one that has nothing of the kind has none.
 */
export const customMacroLikes = (text: string): readonly string[] => {
	const found = text.match(/[\w#]?#[\w-]+(?:\.[\w-]+)*(?=#)/g) ?? [];
	return found.some(macro => !/^[^#]?#+predefined(?:\.|$)/.test(macro)) ? found : [];
};

function candidate(text: string, { table, path }: PossibleConfig): LinkCandidate {
	const isWide = table.nodes.length > mostNames;
	const isDeclared = (name: string): boolean => declaresFirst(table, name) || name === table.rootName;
	const { references } = readMacros(text, name => (isWide ? isDeclared(name) : startsKnownMacro(table, name)));
	const names = new Map(references.map(({ name, segments }) => [name, segments[0]?.text ?? '']));
	const custom = [...names].filter(([name]) => !isPredefined(name));
	const declared = custom.filter(([name, first]) => (!isWide || isDeclared(first)) && isMeant(table, name));
	return { uri: table.uri, path, declared: declared.length, used: custom.length };
}

/** A misspelled macro speaks for the file, too. */
function isMeant(table: MacroTable, name: string): boolean {
	const found = lookUpMacro(table, name);
	return found.kind === 'found' || found.corrected !== undefined;
}

const distance = (path: string): number => path.split('/').length;
