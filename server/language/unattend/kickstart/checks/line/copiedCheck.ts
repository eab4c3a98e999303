import type { Problem } from '../../../../problem';
import { rules } from '../../../../rules';
import { copiedProblems } from '../../../statements/copiedProblems';
import { readLines } from '../../../statements/statementReading';
import { kickstartGrammar, type Reading } from '../../reading';
import { judgeCommand } from './commandChecks';

/** What was copied along with the file. */
export const checkCopied = (reading: Reading): Problem[] =>
	copiedProblems(reading, { refused: 'kickstart-copied', taken: 'kickstart-copied-character' }, ({ start }) =>
		isRefusedRaw(reading, start),
	);

/** What the reference parser says of the line as it stands. */
function isRefusedRaw(reading: Reading, offset: number): boolean {
	const isBody = reading.file.sections.some(({ bodyStart, bodyEnd }) => bodyStart <= offset && offset < bodyEnd);
	if (isBody) return false;
	const lineEnd = reading.raw.indexOf('\n', offset);
	const masked = reading.raw.slice(0, lineEnd < 0 ? undefined : lineEnd);
	const source = { ...reading.source, masked };
	const from = masked.lastIndexOf('\n', offset - 1) + 1;
	return readLines(source, kickstartGrammar, from).statements.some(
		statement =>
			// What touches a command makes another word of it, whatever a macro brings.
			!kickstartGrammar.isCommand(statement.head.text) ||
			judgeCommand({ ...reading, source }, statement).problems.some(({ code }) => rules[code].severity === 'error'),
	);
}
