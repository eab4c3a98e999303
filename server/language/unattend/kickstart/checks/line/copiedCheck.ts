import type { Problem } from '../../../../problem';
import { rules } from '../../../../rules';
import { copiedProblems } from '../../../statements/copiedProblems';
import { readLines } from '../../../statements/statementFile';
import { type KickstartFile, kickstartGrammar } from '../../kickstartFile';
import { judgeCommand } from './commandChecks';

/** What was copied along with the file. */
export const checkCopied = (file: KickstartFile): Problem[] =>
	copiedProblems(file, { refused: 'kickstart-copied', taken: 'kickstart-copied-character' }, ({ start }) =>
		isRefusedRaw(file, start),
	);

/** What the reference parser says of the line as it stands. */
function isRefusedRaw(file: KickstartFile, offset: number): boolean {
	const isBody = file.sections.some(({ bodyStart, bodyEnd }) => bodyStart <= offset && offset < bodyEnd);
	if (isBody) return false;
	const lineEnd = file.raw.indexOf('\n', offset);
	const masked = file.raw.slice(0, lineEnd < 0 ? undefined : lineEnd);
	const source = { ...file.source, masked };
	const from = masked.lastIndexOf('\n', offset - 1) + 1;
	return readLines(source, kickstartGrammar, from).statements.some(
		statement =>
			// What touches a command makes another word of it, whatever a macro brings.
			!kickstartGrammar.isCommand(statement.head.text) ||
			judgeCommand({ ...file, source }, statement).problems.some(({ code }) => rules[code].severity === 'error'),
	);
}
