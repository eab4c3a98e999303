import data from '../../../../schemas/esxi-commands.json';
import linuxCommands from '../../../../schemas/kickstart-commands.json';
import linuxSections from '../../../../schemas/kickstart-sections.json';
import { nearestName } from '../../macros/nearestName';
import type { Command, CommandEntry, Option, OptionEntry } from '../statements/command';

/** `documented`: VMware's pages say so; `believed`: general knowledge, to which no report louder than information goes. */
export type Knowledge = 'documented' | 'believed';

/** How an option's value must read. */
export type Form =
	| 'ipv4'
	| 'netmask'
	| 'addresses'
	| 'device'
	| 'disk'
	| 'disks'
	| 'filters'
	| 'hostname'
	| 'licence'
	| 'vlan'
	| 'seconds'
	| 'switch';

interface EsxiEntry extends CommandEntry<ListedOption> {
	readonly grade: Knowledge;
	/** Options of which one must be given. */
	readonly oneOf?: readonly string[];
	/** Options that must not stand together. */
	readonly exclude?: readonly (readonly string[])[];
	/** Options that need another one. */
	readonly requires?: Readonly<Record<string, string>>;
}

interface ListedOption extends OptionEntry {
	readonly grade?: Knowledge;
	readonly form?: Form;
	readonly required?: boolean;
	/** Major release that first has it. */
	readonly since?: number;
}

export interface EsxiOption extends ListedOption, Option {
	readonly grade: Knowledge;
}

/** A command, directive or section's header of ESXi. */
export interface EsxiCommand extends Command<EsxiOption> {
	readonly entry: EsxiEntry;
}

/** Something that a related file format knows and ESXi does not. */
export interface Foreign {
	readonly from: string;
	/** What to do on ESXi, as a sentence, or empty. */
	readonly instead: string;
	/** The command of ESXi that does the same. */
	readonly counterpart?: string | undefined;
}

const entriesOf = <Entry>(from: object): ReadonlyMap<string, Entry> => new Map(Object.entries(from));

const entries: ReadonlyMap<string, EsxiEntry> = new Map([
	...entriesOf<EsxiEntry>(data.commands),
	...entriesOf<EsxiEntry>(data.sections),
]);

/** Commands without sections and directives. */
export const commandNames: readonly string[] = [...entries.keys()].filter(name => !name.startsWith('%'));

let built: ReadonlyMap<string, EsxiCommand> | undefined;

/** Commands and sections by name; a section starts with `%`, and so does the directive `%include`. */
export function esxiCommands(): ReadonlyMap<string, EsxiCommand> {
	built ??= new Map([...entries.keys()].flatMap(named));
	return built;
}

function named(name: string): [string, EsxiCommand][] {
	const command = build(name);
	return command ? [[name, command]] : [];
}

function build(name: string): EsxiCommand | undefined {
	const own = entries.get(name);
	if (!own) return undefined;
	const shared = own.sameAs === undefined ? undefined : entries.get(own.sameAs);
	const entry = shared ? { ...shared, ...own } : own;
	const options = new Map<string, EsxiOption>();
	for (const [optionName, option] of entriesOf<ListedOption>(entry.options ?? {})) {
		const target = option.alias === undefined ? option : { ...entry.options?.[option.alias], ...option };
		const grade = entry.grade === 'believed' ? 'believed' : (option.grade ?? 'documented');
		options.set(optionName, { ...target, name: optionName, canonical: option.alias ?? optionName, grade });
	}
	return { name, entry, options };
}

const otherNames = entriesOf<Readonly<Record<string, string>>>(data.otherNames);

/** What an option of related formats and tools is called here; `undefined` where nobody knows. */
export function otherNameOf({ name, options }: EsxiCommand, written: string): string | undefined {
	const listed = otherNames.get(plainName(name))?.[written.toLowerCase()];
	return listed !== undefined && options.has(listed) ? listed : undefined;
}

/** Two names of one command count as one. */
export const plainName = (name: string): string => entries.get(name)?.sameAs ?? name;

export const esxiSections: readonly string[] = Object.keys(data.sections);
export const filters: readonly string[] = data.filters;
export const keyboards: readonly string[] = data.keyboards;
/** Groups of commands of which a file has one. */
export const conflicts: readonly (readonly string[])[] = data.conflicts;
/** Commands of which one line counts. */
export const onceOnly: ReadonlySet<string> = new Set(data.once);

/** What the Linux file format of the same family knows, by name; options as it lists them. */
interface LinuxEntry {
	readonly kind?: string;
	readonly options?: Readonly<Record<string, unknown>>;
}
const linuxEntries: ReadonlyMap<string, LinuxEntry> = new Map([
	...entriesOf<LinuxEntry>(linuxSections.sections),
	...entriesOf<LinuxEntry>(linuxCommands.commands),
]);

const foreignCommands = entriesOf<{ readonly from: string; readonly instead?: string; readonly counterpart?: string }>(
	data.foreignCommands,
);
const foreignOptions = entriesOf<Readonly<Record<string, string>>>(data.foreignOptions);

/** A command or section of Linux kickstart files or of ESX 4 that ESXi does not have. */
export function foreignCommand(name: string): Foreign | undefined {
	if (esxiCommands().has(name)) return undefined;
	const listed = foreignCommands.get(name);
	if (listed) return { from: listed.from, instead: listed.instead ?? '', counterpart: listed.counterpart };
	return linuxEntries.has(name) ? { from: 'Linux kickstart', instead: '' } : undefined;
}

/** An option that the Linux command of the same name has, or that ESX 4 had; `instead` is the option of ESXi. */
export function foreignOption(command: string, name: string): Foreign | undefined {
	if (esxiCommands().get(command)?.options.has(name)) return undefined;
	const listed = foreignOptions.get(plainName(command))?.[name];
	if (name.startsWith('--') && linuxEntries.get(command)?.options?.[name])
		return { from: 'Linux kickstart', instead: listed ?? '' };
	return listed === undefined ? undefined : { from: 'ESX 4', instead: listed };
}

/** The section that a `%` name is or is meant to be, whoever's: it ends the section before it. */
export const isSectionName = (name: string): boolean =>
	name.startsWith('%') &&
	name !== '%end' &&
	!esxiCommands().get(name)?.entry.max &&
	(esxiSections.includes(name) ||
		(linuxEntries.has(name) && linuxEntries.get(name)?.kind !== 'directive') ||
		esxiSections.some(section => name.startsWith(section)) ||
		(name.length > 3 && nearestName(name, esxiSections) !== undefined));
