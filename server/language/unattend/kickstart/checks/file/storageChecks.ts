import { type Problem, problem } from '../../../../problem';
import { listItems } from '../../../statements/listItems';
import { isOpen } from '../../../statements/statementFile';
import { type KickstartFile, mayComeFromElsewhere } from '../../kickstartFile';
import { type NameKind, type NameMention, namesOf, optionOf, optionValue } from '../../names';
import { hasUnreadLines, isCertain } from '../../parsedCommands';
import type { Parsed } from '../line/argumentChecks';
import { isDisk } from '../line/formChecks';
import { hasOpenWord } from '../line/openWords';
import { missingMembers } from '../line/storageValues';
import { lacksRoot } from './omissionChecks';

/** Partition ids, volume groups and pools that do not fit together, and disks that are hidden. */
export function checkStorage(file: KickstartFile, commands: readonly Parsed[]): Problem[] {
	return [
		...(mayComeFromElsewhere(file) ? [] : checkNames(namesOf(file), file, commands)),
		...checkDisks(file, commands),
		...checkEncryption(file, commands),
	];
}

function checkNames(names: readonly NameMention[], file: KickstartFile, commands: readonly Parsed[]): Problem[] {
	// A name that only a macro tells may be any of them.
	const unclear = commands.some(parsed => {
		if (makers.has(parsed.command.name)) return hasOpenWord(file, parsed);
		const pool = optionOf(parsed, '--thinpool') && optionValue(parsed, '--name');
		return pool ? isOpen(file.source, pool.start, pool.end) : false;
	});
	if (unclear || hasUnreadLines(file) || !isCertain(file, storage)) return [];
	const ofStorage = names.filter(({ kind }) => stored.has(kind));
	const made = new Set(ofStorage.filter(({ makes }) => makes).map(keyOf));
	const used = new Map<string, NameMention>();
	for (const mention of ofStorage) {
		const key = mention.makes ? undefined : keyOf(mention);
		if (key !== undefined && !used.has(key)) used.set(key, mention);
	}
	const missing = [...used].filter(([key]) => !made.has(key));
	if (missing.length > 0) return missing.map(([, mention]) => undefinedName(mention));
	const unused = ofStorage.filter(mention => mention.makes && mention.kind === 'member' && !used.has(keyOf(mention)));
	// Such a member was probably meant by a line that is missing.
	if (unused.length === 0 || mayBeUsedElsewhere(file, commands)) return [];
	return unused.map(mention =>
		problem('kickstart-unused-member', mention, { name: mention.name, user: userOf(mention.name) }),
	);
}

const mayBeUsedElsewhere = (file: KickstartFile, commands: readonly Parsed[]): boolean =>
	commands.some(isKept) || lacksRoot(file, commands) || commands.some(each => missingMembers(file, each));

/** A group that exists already has its partitions, whether the line names them or not. */
const isKept = (parsed: Parsed): boolean =>
	parsed.command.name === 'volgroup' &&
	['--useexisting', '--noformat'].some(name => optionOf(parsed, name) !== undefined);

/** Commands whose lines make or use such names. */
const storage = ['part', 'partition', 'raid', 'volgroup', 'logvol', 'btrfs'];
const makers: ReadonlySet<string> = new Set(['part', 'partition', 'raid', 'volgroup']);

/** Names that the installer must know from the file; users and groups may exist already. */
const stored: ReadonlySet<NameKind> = new Set(['member', 'volume-group', 'pool']);

const keyOf = ({ kind, name, group }: NameMention): string => `${kind} ${group ?? ''} ${name}`;

const userOf = (name: string): string =>
	name.startsWith('raid.') ? 'raid' : name.startsWith('btrfs.') ? 'btrfs' : 'volgroup';

function undefinedName(mention: NameMention): Problem {
	const { name, group = '' } = mention;
	if (mention.kind === 'member') return problem('kickstart-undefined-member', mention, { name });
	if (mention.kind === 'pool') return problem('kickstart-undefined-pool', mention, { name, group });
	return problem('kickstart-undefined-volume-group', mention, { name });
}

const diskOptions: readonly (readonly [command: string, option: string])[] = [
	['part', '--ondisk'],
	['partition', '--ondisk'],
	['bootloader', '--boot-drive'],
	['bootloader', '--driveorder'],
	['clearpart', '--drives'],
];

const plainDisk = /^[\w-]+$/;
const diskName = (text: string): string => text.replace(/^\/dev\//, '');

function checkDisks(file: KickstartFile, commands: readonly Parsed[]): Problem[] {
	const ignore = commands.findLast(({ command }) => command.name === 'ignoredisk');
	const only = ignore && optionValue(ignore, '--only-use');
	const hidden = ignore && optionValue(ignore, '--drives');
	const list = only ?? hidden;
	if (!list || isOpen(file.source, list.start, list.end)) return [];
	const items = listItems(list);
	const names = new Map<string, number>();
	for (const [index, { text }] of items.entries()) if (!names.has(diskName(text))) names.set(diskName(text), index);
	const twice = items.filter(({ text }, index) => names.get(diskName(text)) !== index);
	const problems = twice.map(item => problem('kickstart-disk-twice', item, { name: item.text }));
	// Names of other kinds (by path, patterns) cannot be compared by their text.
	if (![...names.keys()].every(name => plainDisk.test(name))) return problems;
	const visible = (name: string): boolean => names.has(name) === (only !== undefined);
	const used = diskOptions
		.flatMap(place => disksIn(file, commands, place))
		.filter(({ text }) => isDisk(text) && plainDisk.test(diskName(text)))
		.sort((a, b) => a.start - b.start);
	const unseen = used.filter(({ text }) => !visible(diskName(text)));
	// Where all disks are hidden that are used, the line that hides them is the mistake.
	const isOne = unseen.length === used.length;
	const told = new Set<string>();
	for (const item of unseen) {
		const key = isOne ? '' : diskName(item.text);
		if (!told.has(key)) problems.push(problem('kickstart-hidden-disk', item, { name: item.text }));
		told.add(key);
	}
	return problems;
}

function disksIn(file: KickstartFile, commands: readonly Parsed[], [command, option]: readonly [string, string]) {
	return commands
		.filter(parsed => parsed.command.name === command)
		.flatMap(parsed => {
			const value = optionValue(parsed, option);
			return value && !isOpen(file.source, value.start, value.end) ? listItems(value) : [];
		});
}

/** One passphrase in the file serves devices without their own. */
function checkEncryption(file: KickstartFile, commands: readonly Parsed[]): Problem[] {
	if (mayComeFromElsewhere(file) || commands.some(parsed => optionOf(parsed, '--passphrase'))) return [];
	return commands.flatMap(parsed => {
		const encrypted = optionOf(parsed, '--encrypted');
		return encrypted && !hasOpenWord(file, parsed) ? [problem('kickstart-encryption-asks', encrypted, {})] : [];
	});
}
