import { english } from '../../../../../texts/texts';
import { type Problem, problem } from '../../../../problem';
import { listItems } from '../../../statements/listItems';
import type { Value } from '../../../statements/parseArguments';
import type { Statement } from '../../../statements/readStatements';
import { isOpen } from '../../../statements/statementFile';
import { lastWins } from '../../commandTable';
import { type KickstartFile, mayComeFromElsewhere } from '../../kickstartFile';
import { namesOf, optionOf, optionValue } from '../../names';
import type { Parsed } from '../line/argumentChecks';

/** Commands and names given more than once where one counts. */
export function checkRepetitions(file: KickstartFile, commands: readonly Parsed[]): Problem[] {
	// Between a template's conditions only one of several lines may stay.
	if (mayComeFromElsewhere(file)) return [];
	return [
		...checkServices(file, commands),
		...checkCommands(commands),
		...checkSingle(file, commands),
		...checkNames(file, commands),
	];
}

function checkCommands(commands: readonly Parsed[]): Problem[] {
	const rivals = commands.filter(({ command }) => lastWins.some(group => group.includes(command.name)));
	if (rivals.length < 2) return [];
	return lastWins.flatMap(group => {
		const members = rivals.filter(({ command }) => group.includes(command.name));
		return members.flatMap(({ command, statement }, index) => {
			const other = members[index - 1]?.command.name;
			return other === undefined || other === command.name
				? []
				: [problem('kickstart-last-wins', statement.head, { name: command.name, other })];
		});
	});
}

/** Commands that set one thing; a second line with other words replaces the first. */
const single: ReadonlySet<string> = new Set([
	'lang',
	'keyboard',
	'timezone',
	'rootpw',
	'selinux',
	'firstboot',
	'authselect',
]);
/** Commands whose lines add up; an option given again with another value replaces the first. */
const addingUp: ReadonlySet<string> = new Set([
	'autopart',
	'bootloader',
	'clearpart',
	'firewall',
	'harddrive',
	'ignoredisk',
	'liveimg',
	'nfs',
	'rhsm',
	'url',
]);

function checkSingle(file: KickstartFile, commands: readonly Parsed[]): Problem[] {
	const seen = new Map<string, Parsed>();
	return commands.flatMap(parsed => {
		const { name } = parsed.command;
		if (!single.has(name) && !addingUp.has(name)) return [];
		const earlier = seen.get(name);
		seen.set(name, parsed);
		if (!earlier || [earlier, parsed].some(({ statement }) => sharesLine(file, statement))) return [];
		const isReplaced = single.has(name) ? wordsOf(earlier) !== wordsOf(parsed) : clash(earlier, parsed);
		return isReplaced ? [problem('kickstart-given-again', parsed.statement.head, { name })] : [];
	});
}

/** True for a command behind another one, which is told already. */
function sharesLine({ source: { masked } }: KickstartFile, { start }: Statement): boolean {
	let before = start - 1;
	while (before >= 0 && masked[before] !== '\n' && masked[before]?.trim() === '') before--;
	return before >= 0 && masked[before] !== '\n';
}

const wordsOf = ({ statement }: Parsed): string => statement.words.map(({ text }) => text).join(' ');

const clash = (earlier: Parsed, later: Parsed): boolean =>
	later.args.options.some(({ option: { canonical }, value }) => {
		const before = value && optionValue(earlier, canonical);
		return before !== undefined && before.text !== value?.text;
	});

/** A service that is to be both on and off. */
function checkServices({ source }: KickstartFile, commands: readonly Parsed[]): Problem[] {
	const lines = commands.filter(({ command }) => command.name === 'services');
	const on = new Set(lines.flatMap(line => listItems(optionValue(line, '--enabled'))).map(({ text }) => text));
	return lines
		.flatMap(line => listItems(optionValue(line, '--disabled')))
		.filter(({ text, start, end }) => on.has(text) && !isOpen(source, start, end))
		.map(item => problem('kickstart-service-both', item, { name: item.text }));
}

interface Given {
	readonly what: string;
	readonly key: string;
	readonly text: string;
	readonly start: number;
	readonly end: number;
}

const namedBy: readonly (readonly [command: string, option: string, what: string])[] = [
	['user', '--name', english('The user')],
	['group', '--name', english('The group')],
	['repo', '--name', english('The repository')],
	['network', '--device', english('The device')],
	['raid', '--device', english('The array')],
	['multipath', '--device', english('The device')],
];

function checkNames(file: KickstartFile, commands: readonly Parsed[]): Problem[] {
	const seen = new Set<string>();
	return [...commands.flatMap(given), ...namesMade(file)].flatMap(one => {
		if (isOpen(file.source, one.start, one.end)) return [];
		if (!seen.has(one.key)) {
			seen.add(one.key);
			return [];
		}
		return [problem('kickstart-duplicate', one, { what: one.what, name: one.text })];
	});
}

const mounting = /^(?:part|partition|logvol|raid|mount)$/;

/** What is made or named once by a line of these. */
const naming: ReadonlySet<string> = new Set([...namedBy.map(([command]) => command), 'logvol', 'network']);

function given(parsed: Parsed): Given[] {
	const { command, args } = parsed;
	const found: Given[] = [];
	if (!naming.has(command.name) && !mounting.test(command.name)) return found;
	const mount = args.positionals[command.name === 'mount' ? 1 : 0];
	// A mount point with a second word behind it is told already.
	const isAlone = args.positionals.length === 1 || /^(?:raid|mount)$/.test(command.name);
	if (isAlone && mount?.text.startsWith('/') && mounting.test(command.name))
		found.push(once(mount, { what: english('The mount point'), key: `mount ${mount.text}` }));
	for (const [name, option, what] of namedBy) {
		const value = command.name === name ? optionValue(parsed, option) : undefined;
		// A second line for a device may add a VLAN on it.
		if (value && !optionOf(parsed, '--vlanid')) found.push(once(value, { what, key: `${name} ${value.text}` }));
	}
	const ip = command.name === 'network' ? optionValue(parsed, '--ip') : undefined;
	if (ip) found.push(once(ip, { what: english('The address'), key: `ip ${ip.text}` }));
	const volume = command.name === 'logvol' ? optionValue(parsed, '--name') : undefined;
	if (volume)
		found.push(
			once(volume, {
				what: english('The volume'),
				key: `logvol ${optionValue(parsed, '--vgname')?.text} ${volume.text}`,
			}),
		);
	return found;
}

const once = ({ text, start, end }: Value, { what, key }: Pick<Given, 'what' | 'key'>): Given => ({
	what,
	key,
	text,
	start,
	end,
});

const namesMade = (file: KickstartFile): Given[] =>
	namesOf(file)
		.filter(({ makes, kind }) => makes && (kind === 'member' || kind === 'volume-group'))
		.map(({ kind, name, start, end }) => ({
			what: kind === 'member' ? english('The partition') : english('The volume group'),
			key: `${kind} ${name}`,
			text: name,
			start,
			end,
		}));
