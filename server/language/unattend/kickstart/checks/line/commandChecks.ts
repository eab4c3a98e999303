import { shortened } from '../../../../../texts/shortened';
import { t } from '../../../../../texts/texts';
import { type Problem, problem } from '../../../../problem';
import { isGlued, type MeantName } from '../../../statements/meantName';
import { parseArguments } from '../../../statements/parseArguments';
import type { Statement } from '../../../statements/readStatements';
import { withoutShellWord } from '../../../statements/shellWord';
import { isOpen } from '../../../statements/statementFile';
import {
	commandEntries,
	commandOf,
	isDeprecatedIn,
	type KickstartCommand,
	livesIn,
	newestRelease,
} from '../../commandTable';
import type { KickstartFile } from '../../kickstartFile';
import { checkArguments, type Parsed, replacementFacts } from './argumentChecks';
import { checkConstraints } from './constraintChecks';
import { commandNames, meantCommand } from './meantCommand';
import { QuietLines } from './quietLines';

/** A command line judged alone, and its words for the checks that look at the whole file. */
export interface Judged {
	readonly problems: readonly Problem[];
	/** Absent when the release does not read the command's words; of a misspelt command what was meant. */
	readonly parsed?: Parsed | undefined;
	/** The reference parser stops at this line: what it was meant to say is not certain. */
	readonly isRefused: boolean;
}

/** What the reference parser says about one command line. */
export function judgeCommand(file: KickstartFile, statement: Statement): Judged {
	const { head } = statement;
	const { release } = file.target;
	if (isOpen(file.source, head.start, head.end) && !isGlued(head, name => commandEntries.has(name)))
		return { problems: [], isRefused: false };
	if (statement.unclosed !== undefined) {
		const place = { start: statement.unclosed, end: statement.end };
		return { problems: [problem('kickstart-unclosed-quote', place, {})], isRefused: true };
	}
	const command = commandOf(head.text, release);
	if (!command) return unknownCommand(file, statement);
	const { entry } = command;
	if (!livesIn(entry, release)) return { problems: [otherRelease(file, statement)], isRefused: true };
	const deprecated = isDeprecatedIn(entry, release) ? [deprecation(file, statement)] : [];
	if (deprecated.length > 0 && !entry.stillChecked) return { problems: deprecated, isRefused: false };
	const parsed = { statement, command, args: parseArguments(statement, command, file.source.masked) };
	const problems = quietLines.findIn(file, parsed, () => checkWords(file, parsed));
	return { problems: [...deprecated, ...problems], parsed, isRefused: problems.some(isRefusal) };
}

/** Lines whose words the reference parser takes. */
export const quietLines = new QuietLines();

function checkWords(file: KickstartFile, parsed: Parsed): Problem[] {
	const problems = parsed.command.entry.free ? [] : checkArguments(file, parsed);
	return problems.some(isRefusal) ? problems : [...problems, ...checkConstraints(file, parsed)];
}

const notRefused: ReadonlySet<string> = new Set(['kickstart-option-abbreviated', 'kickstart-option-deprecated']);
const isRefusal = ({ code }: Problem): boolean => !notRefused.has(code);

function unknownCommand(file: KickstartFile, statement: Statement): Judged {
	const { release } = file.target;
	const said = withoutShellWord(statement, commandNames(release));
	const { head } = said;
	const isShell = said !== statement;
	const meant = meantCommand(said, release);
	const facts = { release, name: shortened(statement.head.text, 61), isShell };
	if (meant === undefined)
		return { problems: [problem('kickstart-unknown-command', head, { ...facts, hint: '' })], isRefused: true };
	const { rest } = meant;
	const isOption = rest && commandOf(meant.name, release)?.options.has(`--${rest.text.split('=')[0]}`);
	const takesNone = rest && !isOption && takesNothing(commandOf(meant.name, release)) && !rest.text.startsWith('--');
	const end = takesNone ? head.end : meant.end;
	const replacement = isOption ? `${meant.replacement}--` : takesNone ? meant.name : meant.replacement;
	const place = { start: statement.start, end };
	const named = isShell ? facts : { ...facts, name: shortened(head.text.slice(0, end - head.start), 61) };
	const hint = ` ${t('Did you mean "{replacement}"?', { replacement: replacement.trim() })}`;
	const problems = [problem('kickstart-unknown-command', place, { ...named, hint, replacement })];
	const command = commandOf(meant.name, release);
	if (!command || meant.name.startsWith('%')) return { problems, isRefused: true };
	const corrected = correctedStatement(said, meant);
	return {
		problems,
		parsed: { statement: corrected, command, args: parseArguments(corrected, command, file.source.masked) },
		isRefused: false,
	};
}

const takesNothing = (command: KickstartCommand | undefined): boolean =>
	command !== undefined && !command.entry.max && !command.entry.free && command.options.size === 0;

/** The statement as it would read with its command spelt right. */
function correctedStatement(statement: Statement, { name, rest }: MeantName): Statement {
	const head = { ...statement.head, text: name };
	const glued = rest === undefined ? [] : [{ ...rest, quoted: false }];
	const others = statement.words.slice(1).filter(({ start }) => start >= (rest?.end ?? 0));
	return { ...statement, head, words: [head, ...glued, ...others] };
}

function otherRelease({ target: { release } }: KickstartFile, { head }: Statement): Problem {
	const entry = commandEntries.get(head.text);
	const since = entry?.since ?? 0;
	if (since > release) return problem('kickstart-command-too-new', head, { name: head.text, since, release });
	return problem('kickstart-command-removed', head, {
		name: head.text,
		removed: (entry?.until ?? newestRelease) + 1,
		...replacementFacts(entry?.replacement),
	});
}

const deprecation = ({ target: { release } }: KickstartFile, { head }: Statement): Problem =>
	problem('kickstart-command-deprecated', head, {
		name: head.text,
		deprecated: commandEntries.get(head.text)?.deprecated ?? release,
		...replacementFacts(commandEntries.get(head.text)?.replacement),
	});
