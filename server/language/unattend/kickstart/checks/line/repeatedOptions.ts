import { type Problem, problem } from '../../../../problem';
import type { UsedOption } from '../../../statements/parseArguments';
import { mostOptionsTold } from '../../../statements/unknownOptions';
import type { KickstartOption } from '../../commandTable';
import type { Parsed } from './argumentChecks';

/** Options of one line that are given more than once, or of which the last one counts. */
export function checkRepeatedOptions({ args, command }: Parsed): Problem[] {
	const groups = (command.entry.lastOptionWins ?? []).flatMap(group => {
		const used = args.options.filter(({ option }) => group.includes(option.canonical));
		return used.flatMap((one, index) => {
			const other = used[index - 1];
			return !other || other.option.canonical === one.option.canonical ? [] : [overridden(one, other)];
		});
	});
	const seen = new Map<string, UsedOption<KickstartOption>>();
	const repeated = args.options.slice(0, mostOptionsTold).flatMap(one => {
		const other = seen.get(one.option.canonical);
		seen.set(one.option.canonical, one);
		const isOther = other?.value && one.value && other.value.text !== one.value.text && !one.option.repeatable;
		return isOther ? [overridden(one, other)] : [];
	});
	return [...groups, ...repeated];
}

const overridden = (one: UsedOption<KickstartOption>, other: UsedOption<KickstartOption>): Problem =>
	problem('kickstart-last-option-wins', one, { name: one.option.name, other: other.option.name });
