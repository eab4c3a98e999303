import type { Problem } from '../../../../problem';
import { slipProblems } from '../../../statements/slipProblems';
import type { KickstartFile } from '../../kickstartFile';
import type { Parsed } from './argumentChecks';
import { typeExpectation } from './valueChecks';

/** Lines that only a shell takes. */
export const checkSlips = (file: KickstartFile, commands: readonly Parsed[]): Problem[] =>
	slipProblems(
		file,
		{
			goesOn: 'kickstart-line-continuation',
			separated: 'kickstart-command-separator',
			taken: 'kickstart-separator-in-value',
		},
		(statement, { kind, start, next }) => {
			const parsed = commands.find(one => one.statement === statement);
			return kind === 'separated' && next === undefined && parsed !== undefined && takesAnyText(parsed, start);
		},
	);

/** True where the word that ends at an offset may be any text for the reference parser. */
function takesAnyText({ args }: Parsed, end: number): boolean {
	const used = args.options.find(({ value }) => value?.end === end);
	if (used) return used.option.type !== 'flag' && typeExpectation(used.option) === undefined;
	return args.positionals.some(word => word.end === end);
}
