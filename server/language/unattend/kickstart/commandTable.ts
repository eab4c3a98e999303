import commandData from '../../../../schemas/kickstart-commands.json';
import sectionData from '../../../../schemas/kickstart-sections.json';
import { t } from '../../../texts/texts';
import type { Command, CommandEntry, Option, OptionEntry } from '../statements/command';

/** Releases in which something is known: both ends inclusive, absent means from RHEL 6 on, or still. */
export interface Lifetime {
	readonly since?: number;
	readonly until?: number;
	/** First release that warns about it. */
	readonly deprecated?: number;
}

/** What a value means, for checks beyond the reference parser's. */
export type Meaning = 'ipv4' | 'netmask' | 'host' | 'hostname' | 'addresses' | 'disk' | 'disks' | 'number';

interface KickstartOptionEntry extends OptionEntry, Lifetime {
	/** Choices are written in capitals and taken in any case. */
	readonly caseless?: boolean;
	readonly meaning?: Meaning;
	readonly required?: boolean | Lifetime;
	readonly repeatable?: boolean;
	/** Option that has taken its place. */
	readonly replacement?: string;
}

/** A rule between the options of one command. */
export interface Constraint {
	readonly kind: string;
	readonly since?: number;
	readonly until?: number;
	readonly options?: readonly string[];
	readonly option?: string;
	readonly values?: readonly string[];
	readonly with?: readonly string[];
	readonly if?: string;
	readonly then?: readonly string[];
	readonly unless?: string;
	readonly enum?: readonly string[];
	readonly pattern?: string;
	readonly min?: number;
	readonly max?: number;
	readonly index?: number;
	readonly value?: string;
	readonly withValue?: Readonly<Record<string, string>>;
	/** What earlier lines of the command say counts as well. */
	readonly acrossLines?: boolean;
}

export interface KickstartEntry extends CommandEntry<KickstartOptionEntry>, Lifetime {
	/** After its last release the parser still knows the name and says that it was removed. */
	readonly removed?: boolean;
	readonly replacement?: string;
	/** Deprecated, but its arguments still count. */
	readonly stillChecked?: boolean;
	readonly conflicts?: readonly string[];
	/** Conflicts that only later releases know, with the first of them. */
	readonly conflictsSince?: Readonly<Record<string, number>>;
	/** All arguments are handed on unread. */
	readonly free?: boolean;
	/** First release that asks for an argument. */
	readonly argumentSince?: number;
	readonly argumentsUnless?: readonly string[];
	readonly argumentsMaxIf?: { readonly option: string; readonly max: number };
	readonly constraints?: readonly Constraint[];
	/** Groups of options that set the same thing. */
	readonly lastOptionWins?: readonly (readonly string[])[];
}

interface SectionEntry extends KickstartEntry {
	readonly kind?: string;
	/** Language of the body. */
	readonly body?: string;
	readonly known?: readonly string[];
	/** An empty section is refused. */
	readonly bodyRequired?: boolean;
}

/** An option as one release knows it. */
export interface KickstartOption extends KickstartOptionEntry, Option {}

/** A command or a section's header, with the options of one release. */
export interface KickstartCommand extends Command<KickstartOption> {
	readonly entry: KickstartEntry;
	/** Options of other releases too, for telling since when or until when. */
	readonly everyOption: ReadonlyMap<string, KickstartOption>;
}

const asEntries = <Entry>(data: object): ReadonlyMap<string, Entry> => new Map(Object.entries(data));

/** Commands by name, of every release. */
export const commandEntries = asEntries<KickstartEntry>(commandData.commands);
/** Sections and directives by name with `%`. */
export const sectionEntries = asEntries<SectionEntry>(sectionData.sections);
/** Groups of commands of which the last one given counts. */
export const lastWins: readonly (readonly string[])[] = commandData.lastWins;
/** Commands that may stand once. */
export const onceOnly: ReadonlySet<string> = new Set(commandData.once);

const otherNames: Readonly<Record<string, Readonly<Record<string, string>> | undefined>> = commandData.otherNames;

const optionSummaries: Readonly<Record<string, string | undefined>> = commandData.optionSummaries;

export const newestRelease = 10;

/** True for the releases of a lifetime. */
export const livesIn = ({ since = 0, until = newestRelease }: Lifetime, release: number): boolean =>
	since <= release && release <= until;

export const isDeprecatedIn = ({ deprecated }: Lifetime, release: number): boolean =>
	deprecated !== undefined && release >= deprecated;

/** `RHEL 8 to 9`, for people. */
export function lifetimeText({ since, until }: Lifetime): string {
	if (since === undefined) return until === undefined ? t('all releases') : t('up to RHEL {until}', { until });
	if (until === undefined) return t('RHEL {since} and later', { since });
	return since === until ? t('RHEL {since} only', { since }) : t('RHEL {since} to {until}', { since, until });
}

/** What an option of related commands and tools is called here; `undefined` where nobody knows. */
export function otherNameOf({ name, options }: KickstartCommand, written: string): string | undefined {
	const listed = otherNames[name === 'partition' ? 'part' : name]?.[written.toLowerCase()];
	return listed !== undefined && options.has(listed) ? listed : undefined;
}

const built = new Map<string, KickstartCommand>();

/** A command of any release, with the options that `release` knows; built once. */
export function commandOf(name: string, release: number): KickstartCommand | undefined {
	const entries = name.startsWith('%') ? sectionEntries : commandEntries;
	// Whatever a person types is asked for: nothing is kept of a name that is none.
	if (!entries.has(name)) return undefined;
	const key = `${name} ${release}`;
	const known = built.get(key);
	if (known) return known;
	const made = build(name, release, entries);
	if (made) built.set(key, made);
	return made;
}

function build(
	name: string,
	release: number,
	entries: ReadonlyMap<string, KickstartEntry>,
): KickstartCommand | undefined {
	const own = entries.get(name);
	if (!own) return undefined;
	const shared = own.sameAs === undefined ? undefined : entries.get(own.sameAs);
	const entry: KickstartEntry = shared ? { ...shared, ...own } : own;
	const everyOption = new Map<string, KickstartOption>();
	const listed = Object.entries(entry.options ?? {});
	for (const [optionName, option] of listed) {
		const target = option.alias === undefined ? option : { ...entry.options?.[option.alias], ...option };
		const summary = target.summary ?? optionSummaries[option.alias ?? optionName];
		everyOption.set(optionName, {
			...(summary === undefined ? {} : { summary }),
			...target,
			name: optionName,
			canonical: option.alias ?? optionName,
		});
	}
	const options = new Map([...everyOption].filter(([, option]) => livesIn(option, release)));
	return { name, entry, options, everyOption };
}

/** Sections that the reader may meet. */
export const isSectionName = (name: string): boolean =>
	name.startsWith('%') && sectionEntries.get(name)?.kind !== 'directive' && sectionEntries.has(name);
