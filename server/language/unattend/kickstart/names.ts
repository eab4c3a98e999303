import { oncePerVersion } from '../../oncePerVersion';
import { listItems } from '../statements/listItems';
import type { UsedOption, Value } from '../statements/parseArguments';
import { isOpen } from '../statements/statementFile';
import type { Word } from '../statements/words';
import type { Parsed } from './checks/line/argumentChecks';
import type { KickstartOption } from './commandTable';
import type { KickstartFile } from './kickstartFile';
import { parsedCommands } from './parsedCommands';

/** What a name in a kickstart file stands for. */
export type NameKind = 'member' | 'volume-group' | 'pool' | 'volume' | 'user' | 'group';

/** One mention of a name: where a partition, a group or a pool is made, or where it is used. */
export interface NameMention {
	readonly kind: NameKind;
	readonly name: string;
	readonly start: number;
	readonly end: number;
	readonly makes: boolean;
	/** Volume group, for pools and volumes. */
	readonly group?: string | undefined;
	/** Command of the line. */
	readonly command: string;
}

const memberId = /^(?:pv|raid|btrfs)\.\S+$/;

/** Every mention of a partition id, volume group and thin pool whose text is known. */
export const namesOf = oncePerVersion((file: KickstartFile): readonly NameMention[] => {
	const found: NameMention[] = [];
	for (const parsed of parsedCommands(file)) {
		const group = optionValue(parsed, '--vgname');
		const unclear = group && isOpen(file.source, group.start, group.end);
		for (const one of mentionsOf(parsed)) {
			if (!one || isOpen(file.source, one.start, one.end)) continue;
			if (!unclear || (one.kind !== 'pool' && one.kind !== 'volume')) found.push(one);
		}
	}
	return found;
});

type Reader = (parsed: Parsed) => readonly (NameMention | undefined)[];

const readers: Readonly<Record<string, Reader>> = {
	part: parsed => [member(parsed, parsed.args.positionals[0])],
	partition: parsed => [member(parsed, parsed.args.positionals[0])],
	raid: arrayNames,
	btrfs: arrayNames,
	volgroup: parsed => {
		const { name, members } = namedMembers(parsed);
		return [made(parsed, 'volume-group', name), ...members.map(one => used(parsed, 'member', one))];
	},
	logvol: volumeNames,
	snapshot: parsed => {
		const [group, volume] = slashed(parsed.args.positionals[0]);
		return [used(parsed, 'volume-group', group), used(parsed, 'volume', volume, group?.text)];
	},
	user: parsed => [
		made(parsed, 'user', optionValue(parsed, '--name')),
		...listItems(optionValue(parsed, '--groups')).map(one => used(parsed, 'group', one)),
	],
	group: parsed => [made(parsed, 'group', optionValue(parsed, '--name'))],
	sshkey: parsed => [used(parsed, 'user', optionValue(parsed, '--username'))],
};

const mentionsOf = (parsed: Parsed): readonly (NameMention | undefined)[] =>
	readers[parsed.command.name]?.(parsed) ?? [];

const mention =
	(makes: boolean) =>
	({ command }: Parsed, kind: NameKind, place: Value | undefined, group?: string): NameMention | undefined => {
		if (!place || place.text === '') return undefined;
		const { text: name, start, end } = place;
		return { kind, makes, name, start, end, command: command.name, group };
	};

const made = mention(true);
const used = mention(false);

const member = (parsed: Parsed, place: Value | undefined): NameMention | undefined =>
	place && memberId.test(dotted(place.text))
		? made(parsed, 'member', { ...place, text: dotted(place.text) })
		: undefined;

/** `pv01` as `pv.01`. */
export const dotted = (text: string): string => text.replace(/^(pv|raid|btrfs)(?=\d+$)/, '$1.');

/** What a line of members is called by, and its members; `isMisplaced` when the name does not come first. */
interface NamedMembers {
	readonly name: Value | undefined;
	readonly members: readonly Value[];
	readonly isMisplaced: boolean;
}

/** The name and the partitions of a `volgroup`, `raid` or `btrfs` line, also where commas join them or the name is not first. */
export function namedMembers({ command, args }: Pick<Parsed, 'command' | 'args'>): NamedMembers {
	const [first, ...rest] = args.positionals;
	const own = command.name === 'volgroup' ? memberId : /^raid\.\S+$/;
	if (!first || command.name === 'btrfs' || !own.test(first.text) || rest.length === 0)
		return { name: first, members: rest.flatMap(membersIn), isMisplaced: false };
	const name = command.name === 'volgroup' ? rest.find(({ text }) => !memberId.test(text)) : undefined;
	const members = args.positionals.filter(one => one !== name).flatMap(membersIn);
	return { name, members, isMisplaced: true };
}

const membersIn = (word: Word): readonly Value[] => {
	const items = word.text.includes(',') ? listItems(word) : [];
	return items.length > 0 ? items : [word];
};

function arrayNames(parsed: Parsed): (NameMention | undefined)[] {
	const { name, members } = namedMembers(parsed);
	const known = members.filter(({ text }) => memberId.test(text));
	return [member(parsed, name), ...known.map(one => used(parsed, 'member', one))];
}

function volumeNames(parsed: Parsed): (NameMention | undefined)[] {
	const groupName = optionValue(parsed, '--vgname');
	const group = groupName?.text;
	const name = optionValue(parsed, '--name');
	const pool = optionOf(parsed, '--thin') && optionValue(parsed, '--poolname');
	const members = listItems(optionValue(parsed, '--cachepvs'));
	return [
		used(parsed, 'volume-group', groupName),
		made(parsed, optionOf(parsed, '--thinpool') ? 'pool' : 'volume', name, group),
		used(parsed, 'pool', pool, group),
		...members.map(one => used(parsed, 'member', one)),
	];
}

/** The two parts of `group/volume`. */
function slashed(place: Value | undefined): Value[] {
	const slash = place?.text.indexOf('/') ?? -1;
	if (!place || slash < 0 || place.end - place.start !== place.text.length) return [];
	const middle = place.start + slash;
	return [
		{ text: place.text.slice(0, slash), start: place.start, end: middle },
		{ text: place.text.slice(slash + 1), start: middle + 1, end: place.end },
	];
}

/** The last use of an option. */
export function optionOf({ args: { options } }: Parsed, name: string): UsedOption<KickstartOption> | undefined {
	// Each line is asked for dozens of them, so nothing is made on the way.
	for (let index = options.length - 1; index >= 0; index--)
		if (options[index]?.option.canonical === name) return options[index];
	return undefined;
}

/** The value of an option's last use. */
export const optionValue = (parsed: Parsed, name: string) => optionOf(parsed, name)?.value;
