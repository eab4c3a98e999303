import { oncePerVersion } from '../../oncePerVersion';
import { problem } from '../../problem';
import type { Statement } from '../statements/readStatements';
import type { Parsed } from './checks/line/argumentChecks';
import { type Judged, judgeCommand } from './checks/line/commandChecks';
import { commandEntries } from './commandTable';
import type { Reading } from './reading';
import { isAlike } from './releaseChanges';

interface JudgedLine extends Judged {
	readonly statement: Statement;
}

/** Every command line judged, once per reading. */
export const judgedCommands = oncePerVersion((reading: Reading): readonly JudgedLine[] => {
	const { newer, target } = reading;
	const known = newer && judgedCommands(newer);
	return reading.file.statements
		.filter(({ kind }) => kind === 'command')
		.map((statement, index) => {
			const same = newer && isAlike(statement.head.text, target.release, newer.target.release) && known?.[index];
			return same || { ...judgeCommand(reading, statement), statement };
		});
});

/** The same with the lines between: an end tag without its section is a fault of its own. */
export const judgedLines = (reading: Reading): readonly JudgedLine[] => {
	const judged = new Map(judgedCommands(reading).map(one => [one.statement, one]));
	return reading.file.statements.map(
		statement =>
			judged.get(statement) ?? {
				statement,
				isRefused: false,
				problems: statement.kind === 'end' ? [problem('kickstart-stray-end', statement.head, {})] : [],
			},
	);
};

/** Command lines whose words the target release reads; of misspelt commands what was meant. */
export const parsedCommands = (reading: Reading): readonly Parsed[] =>
	judgedCommands(reading).flatMap(({ parsed }) => parsed ?? []);

/** True when nobody can tell what some line was meant to say: it may be the one that seems to be missing. */
export const hasUnreadLines = (reading: Reading): boolean =>
	judgedCommands(reading).some(
		({ isRefused, parsed, statement }) => isRefused && !parsed && !commandEntries.has(statement.head.text),
	);

/** False when the installer stops at a line of one of these commands: what it adds to the file is not certain. */
export const isCertain = (reading: Reading, names: readonly string[]): boolean =>
	!judgedCommands(reading).some(({ isRefused, statement }) => isRefused && names.includes(statement.head.text));
