import { t } from '../../../texts/texts';
import { type Problem, problem } from '../../problem';
import type { LineSlip } from './lineSlips';
import type { Statement } from './readStatements';
import type { StatementFile } from './statementFile';

/** The rules of a dialect about lines that only a shell takes. */
interface SlipRules {
	readonly goesOn: 'kickstart-line-continuation' | 'esxi-line-continuation';
	readonly separated: 'kickstart-command-separator' | 'esxi-command-separator';
	/** Where the mark becomes a part of a value that the installer may take. */
	readonly taken: 'kickstart-separator-in-value' | 'esxi-command-separator';
}

/** Lines that go on in the next one, and lines with several commands; marks are reported once, at the first. */
export function slipProblems(
	{ statements }: StatementFile,
	rules: SlipRules,
	isTaken: (statement: Statement, slip: LineSlip) => boolean = () => false,
): Problem[] {
	const slips = statements.flatMap(statement =>
		(statement.slips ?? []).slice(0, 1).map(slip => ({ ...slip, statement })),
	);
	const goingOn = slips.filter(({ kind }) => kind === 'goes-on');
	const separator = slips.find(({ kind }) => kind !== 'goes-on');
	return [
		...goingOn.map(slip => problem(rules.goesOn, slip, {})),
		...(separator
			? [
					problem(isTaken(separator.statement, separator) ? rules.taken : rules.separated, separator, {
						reason:
							separator.kind === 'together'
								? t('this one begins behind another')
								: t('it ends without a mark, which the installer reads as part of a word'),
					}),
				]
			: []),
	];
}
