import { type Problem, problem } from '../../../../problem';
import type { UsedOption } from '../../../statements/parseArguments';
import type { KickstartOption } from '../../commandTable';
import { optionOf } from '../../names';
import type { Parsed } from './argumentChecks';

/** An option, and those of the same command that say the contrary or count for nothing beside it. */
interface Contradiction {
	readonly command: RegExp;
	readonly option: string;
	readonly others: readonly string[];
	/** Only with this value. */
	readonly value?: RegExp;
	/** Not beside this one, which is told already. */
	readonly unless?: string;
}

const contradictions: readonly Contradiction[] = [
	{
		command: /^firewall$/,
		option: '--disable',
		unless: '--enable',
		others: ['--service', '--port', '--ssh', '--http', '--ftp', '--smtp', '--trust', '--remove-service'],
	},
	{ command: /^autopart$/, option: '--nolvm', others: ['--type'], value: /^(?:lvm|thinp)$/ },
	{ command: /^network$/, option: '--noipv4', others: ['--ip', '--netmask'] },
	{ command: /^network$/, option: '--noipv6', others: ['--ipv6', '--ipv6gateway'] },
	{ command: /^network$/, option: '--nodns', others: ['--nameserver'] },
	{ command: /^part(?:ition)?$/, option: '--onpart', others: ['--ondisk'] },
	{ command: /^part(?:ition)?$/, option: '--noformat', others: ['--label'] },
	{ command: /^(?:url|repo|liveimg)$/, option: '--noverifyssl', others: ['--sslcacert'] },
	{ command: /^clearpart$/, option: '--none', others: ['--drives', '--list'] },
	{ command: /^bootloader$/, option: '--disabled', others: ['--append', '--timeout', '--password', '--boot-drive'] },
];

/** Options of one line that the reference parser takes together and that cannot both count. */
export const checkContradictions = (parsed: Parsed): Problem[] =>
	contradictions.flatMap(({ command, option, others, value, unless }) => {
		const first = command.test(parsed.command.name) ? optionOf(parsed, option) : undefined;
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
