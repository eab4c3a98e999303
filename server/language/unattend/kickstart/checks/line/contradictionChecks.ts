import { type Problem, problem } from '../../../../problem';
import type { UsedOption } from '../../../statements/parseArguments';
import type { KickstartOption } from '../../commandTable';
import { optionOf } from '../../names';
import type { Parsed } from './argumentChecks';
import { rowsByCommand } from './rowsByCommand';

/** An option, and those of the same command that say the contrary or count for nothing beside it. */
interface Contradiction {
	readonly commands: readonly string[];
	readonly option: string;
	readonly others: readonly string[];
	/** Only with this value. */
	readonly value?: RegExp;
	/** Not beside this one, which is told already. */
	readonly unless?: string;
}

const contradictions: readonly Contradiction[] = [
	{
		commands: ['firewall'],
		option: '--disable',
		unless: '--enable',
		others: ['--service', '--port', '--ssh', '--http', '--ftp', '--smtp', '--trust', '--remove-service'],
	},
	{ commands: ['autopart'], option: '--nolvm', others: ['--type'], value: /^(?:lvm|thinp)$/ },
	{ commands: ['network'], option: '--noipv4', others: ['--ip', '--netmask'] },
	{ commands: ['network'], option: '--noipv6', others: ['--ipv6', '--ipv6gateway'] },
	{ commands: ['network'], option: '--nodns', others: ['--nameserver'] },
	{ commands: ['part', 'partition'], option: '--onpart', others: ['--ondisk'] },
	{ commands: ['part', 'partition'], option: '--noformat', others: ['--label'] },
	{ commands: ['url', 'repo', 'liveimg'], option: '--noverifyssl', others: ['--sslcacert'] },
	{ commands: ['clearpart'], option: '--none', others: ['--drives', '--list'] },
	{ commands: ['bootloader'], option: '--disabled', others: ['--append', '--timeout', '--password', '--boot-drive'] },
];

const contradictionsOf = rowsByCommand(contradictions);

/** Options of one line that the reference parser takes together and that cannot both count. */
export const checkContradictions = (parsed: Parsed): Problem[] =>
	contradictionsOf(parsed.command.name).flatMap(({ option, others, value, unless }) => {
		const first = optionOf(parsed, option);
		const other = others
			.map(name => optionOf(parsed, name))
			.find(used => used && (value === undefined || value.test(used.value?.text ?? '')));
		if (!first || !other || (unless && optionOf(parsed, unless)) || isOverridden(parsed, first)) return [];
		const [earlier, later] = first.start < other.start ? [first, other] : [other, first];
		const facts = { name: later.option.name, other: earlier.option.name };
		return [problem('kickstart-contradiction', later, facts)];
	});

/** Another option of its group comes later and counts alone, which is told already. */
const isOverridden = ({ command, args }: Parsed, { option, start }: UsedOption<KickstartOption>): boolean =>
	(command.entry.lastOptionWins ?? []).some(
		group =>
			group.includes(option.canonical) &&
			args.options.some(one => one.start > start && group.includes(one.option.canonical)),
	);
