import fileSystemData from '../../../../schemas/file-systems.json';
import keyboardData from '../../../../schemas/keyboards.json';
import localeData from '../../../../schemas/locales.json';
import timeZoneData from '../../../../schemas/time-zones.json';

/** A list of names in groups: the key with its star replaced by each of the parts. */
type Groups = Readonly<Record<string, string>>;

const lists = {
	/** IANA time zones with their aliases, in the case that installers ask for. */
	timeZones: timeZoneData.lists.iana,
	windowsTimeZones: timeZoneData.lists.windows,
	/** glibc locales without their code set: `en_US`, `sr_RS@latin`. */
	locales: localeData.lists.glibc,
	/** `en-US`, `zh-Hans-CN`. */
	windowsLocales: localeData.lists.windows,
	consoleKeymaps: keyboardData.lists.console,
	/** X layouts, and with a variant `de (nodeadkeys)`. */
	layouts: keyboardData.lists.xkb,
	sles12Keyboards: keyboardData.lists.sles12,
	sles15Keyboards: keyboardData.lists.sles15,
	/** What Anaconda takes after --fstype. */
	fileSystems: fileSystemData.lists.kickstart,
} as const satisfies Readonly<Record<string, Groups>>;

export type NameList = keyof typeof lists;

const read = new Map<NameList, ReadonlySet<string>>();

/** The names of a list; read when first asked for. */
export function knownNames(list: NameList): ReadonlySet<string> {
	const known = read.get(list);
	if (known) return known;
	const names = new Set(Object.entries<string>(lists[list]).flatMap(namesOfGroup));
	read.set(list, names);
	return names;
}

/** To read a list takes as long as this many searches in it, and a check of few files asks for fewer names. */
const fewSearches = 20;
const searches = new Map<NameList, number>();

/** Whether a list has a name. */
export function isKnownName(list: NameList, name: string): boolean {
	const searched = searches.get(list) ?? 0;
	if (searched >= fewSearches) return knownNames(list).has(name);
	searches.set(list, searched + 1);
	return isInGroups(name, lists[list]);
}

/** The same without a list of all names. */
export const isInGroups = (name: string, groups: Groups): boolean =>
	Object.entries(groups).some(([pattern, parts]) => {
		const before = pattern.indexOf('*');
		const after = pattern.length - before - 1;
		if (name.length < before + after || !name.startsWith(pattern.slice(0, before))) return false;
		const part = name.slice(before, name.length - after);
		return name.endsWith(pattern.slice(before + 1)) && !part.includes('|') && `|${parts}|`.includes(`|${part}|`);
	});

/** The names of a list for whoever may go through them: read no earlier. */
export const namesOnDemand = (list: NameList): Iterable<string> => ({
	[Symbol.iterator]: () => knownNames(list).values(),
});

const namesOfGroup = ([pattern, parts]: [string, string]): string[] =>
	parts.split('|').map(part => pattern.replace('*', () => part));
