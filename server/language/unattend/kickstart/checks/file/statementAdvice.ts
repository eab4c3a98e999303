import { type Problem, problem } from '../../../../problem';
import type { KickstartFile } from '../../kickstartFile';
import { optionOf } from '../../names';
import type { Parsed } from '../line/argumentChecks';

const macroStart = /^#[A-Za-z_][\w-]*(?:\.[\w-]+)+/;

/** Advice about single lines. */
export function checkStatements(
	{ source, statements, sections, ownEnd }: KickstartFile,
	commands: readonly Parsed[],
): Problem[] {
	const problems: Problem[] = [];
	for (const { cutsWord, comment, end, kind } of statements) {
		// What looks like the beginning of a macro is a matter of the macro checks.
		if (kind !== 'command' || !cutsWord || comment === undefined) continue;
		if (macroStart.test(source.text.slice(comment, comment + 200))) continue;
		problems.push(problem('kickstart-comment-cuts-value', { start: comment, end: Math.max(end, comment + 1) }, {}));
	}
	const firstSection = sections[0]?.header.start ?? Number.POSITIVE_INFINITY;
	const late = commands.find(({ statement }) => statement.start > firstSection && statement.start < ownEnd);
	if (late) problems.push(problem('kickstart-command-after-section', late.statement.head, { name: late.command.name }));
	for (const parsed of commands) {
		if (parsed.command.name !== 'firstboot') continue;
		const enable = optionOf(parsed, '--enable') ?? optionOf(parsed, '--reconfig');
		if (enable) problems.push(problem('kickstart-first-boot', enable, {}));
	}
	return problems;
}
