import { type Problem, problem } from '../../../../problem';
import { hasTemplateLines } from '../../../statements/statementFile';
import { onceOnly } from '../../commandTable';
import type { KickstartFile } from '../../kickstartFile';
import type { Parsed } from '../line/argumentChecks';

/** Commands that the reference parser does not let meet in one file; reported at the later one. */
export function checkConflicts(file: KickstartFile, commands: readonly Parsed[]): Problem[] {
	// Between a template's conditions only one of several lines may stay.
	if (hasTemplateLines(file)) return [];
	const seen = new Map<string, Parsed>();
	const told = new Set<Parsed>();
	const problems: Problem[] = [];
	for (const parsed of commands) {
		const { command } = parsed;
		const name = sharedName(command.name);
		const other = command.entry.conflicts?.find(
			conflict =>
				seen.has(sharedName(conflict)) && (command.entry.conflictsSince?.[conflict] ?? 0) <= file.target.release,
		);
		const earlier = other === undefined ? undefined : seen.get(sharedName(other));
		const repeated = onceOnly.has(name) ? seen.get(name) : undefined;
		if (earlier && !told.has(earlier)) {
			problems.push(conflict(file, parsed, earlier));
			// Lines that do not fit the same one are one mistake, whichever of them is meant.
			told.add(earlier).add(parsed);
		} else if (!earlier && repeated)
			problems.push(problem('kickstart-command-repeated', ownOf(file, parsed, repeated).statement.head, { name }));
		if (!seen.has(name)) seen.set(name, parsed);
	}
	return problems;
}

/** When the later of two lines stands in an included file, the earlier one is where this file can be changed. */
const ownOf = ({ ownEnd }: KickstartFile, later: Parsed, earlier: Parsed): Parsed =>
	later.statement.start < ownEnd ? later : earlier;

function conflict(file: KickstartFile, later: Parsed, earlier: Parsed): Problem {
	const here = ownOf(file, later, earlier);
	const there = here === later ? earlier : later;
	return problem('kickstart-commands-conflict', here.statement.head, {
		name: here.command.name,
		other: there.command.name,
	});
}

const sharedName = (name: string): string => (name === 'part' ? 'partition' : name);
