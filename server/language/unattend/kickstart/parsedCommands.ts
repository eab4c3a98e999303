import { oncePerVersion } from '../../oncePerVersion';
import { problem } from '../../problem';
import type { Statement } from '../statements/readStatements';
import type { Parsed } from './checks/line/argumentChecks';
import { type Judged, judgeCommand } from './checks/line/commandChecks';
import { commandEntries } from './commandTable';
import type { KickstartFile } from './kickstartFile';
import { isAlike } from './releaseChanges';

interface JudgedLine extends Judged {
	readonly statement: Statement;
}

/** Every command line judged, once per file. */
export const judgedCommands = oncePerVersion((file: KickstartFile): readonly JudgedLine[] => {
	const { newer, target } = file;
	const known = newer && judgedCommands(newer);
	return file.statements
		.filter(({ kind }) => kind === 'command')
		.map((statement, index) => {
			const same = newer && isAlike(statement.head.text, target.release, newer.target.release) && known?.[index];
			if (same) return same;
			const { problems, parsed, isRefused } = judgeCommand(file, statement);
			return { problems, parsed, isRefused, statement };
		});
});

/** The same with the lines between: an end tag without its section is a fault of its own. */
export const judgedLines = (file: KickstartFile): readonly JudgedLine[] => {
	const judged = judgedCommands(file);
	let next = 0;
	return file.statements.map(
		statement =>
			(judged[next]?.statement === statement && judged[next++]) || {
				statement,
				isRefused: false,
				problems: statement.kind === 'end' ? [problem('kickstart-stray-end', statement.head, {})] : [],
			},
	);
};

/** Command lines whose words the target release reads; of misspelt commands what was meant. */
export const parsedCommands = oncePerVersion((file: KickstartFile): readonly Parsed[] =>
	judgedCommands(file).flatMap(({ parsed }) => parsed ?? []),
);

/** True when nobody can tell what some line was meant to say: it may be the one that seems to be missing. */
export const hasUnreadLines = (file: KickstartFile): boolean =>
	judgedCommands(file).some(
		({ isRefused, parsed, statement }) => isRefused && !parsed && !commandEntries.has(statement.head.text),
	);

/** False when the installer stops at a line of one of these commands: what it adds to the file is not certain. */
export const isCertain = (file: KickstartFile, names: readonly string[]): boolean =>
	!judgedCommands(file).some(({ isRefused, statement }) => isRefused && names.includes(statement.head.text));
