import { type Problem, problem } from '../../problem';
import type { StatementFile } from './statementFile';

/** The rules of a dialect about lines that only a shell takes. */
interface SlipRules {
	readonly goesOn: 'kickstart-line-continuation' | 'esxi-line-continuation';
	readonly separated: 'kickstart-command-separator' | 'esxi-command-separator';
}

/** Lines that go on in the next one, and lines with several commands; marks are reported once, at the first. */
export function slipProblems({ statements }: StatementFile, rules: SlipRules): Problem[] {
	const slips = statements.flatMap(({ slips = [] }) => slips.slice(0, 1));
	const goingOn = slips.filter(({ kind }) => kind === 'goes-on');
	const separator = slips.find(({ kind }) => kind === 'separated');
	return [
		...goingOn.map(slip => problem(rules.goesOn, slip, {})),
		...(separator ? [problem(rules.separated, separator, {})] : []),
	];
}
