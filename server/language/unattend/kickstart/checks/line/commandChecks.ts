import { nearestName } from '../../../../macros/nearestName';
import { type Problem, problem } from '../../../../problem';
import { parseArguments } from '../../../statements/parseArguments';
import type { Statement } from '../../../statements/readStatements';
import { isOpen } from '../../../statements/statementReading';
import { commandEntries, commandOf, isDeprecatedIn, livesIn, newestRelease } from '../../commandTable';
import type { Reading } from '../../reading';
import { checkArguments, type Parsed, replacementFacts } from './argumentChecks';
import { checkConstraints } from './constraintChecks';

/** A command line judged alone, and its words for the checks that look at the whole file. */
export interface Judged {
	readonly problems: readonly Problem[];
	/** Absent when the release does not read the command's words. */
	readonly parsed?: Parsed;
}

/** What the reference parser says about one command line. */
export function judgeCommand(reading: Reading, statement: Statement): Judged {
	const { head } = statement;
	const { release } = reading.target;
	if (isOpen(reading.source, head.start, head.end)) return { problems: [] };
	if (statement.unclosed !== undefined)
		return { problems: [problem('kickstart-unclosed-quote', { start: statement.unclosed, end: statement.end }, {})] };
	const command = commandOf(head.text, release);
	if (!command) return { problems: [unknownCommand(reading, statement)] };
	const { entry } = command;
	if (!livesIn(entry, release)) return { problems: [otherRelease(reading, statement)] };
	const deprecated = isDeprecatedIn(entry, release) ? [deprecation(reading, statement)] : [];
	const parsed = { statement, command, args: parseArguments(statement, command, reading.source.masked) };
	if (deprecated.length > 0 && !entry.stillChecked) return { problems: deprecated };
	if (entry.free) return { problems: [...deprecated, ...checkConstraints(reading, parsed)], parsed };
	const problems = checkArguments(reading, parsed);
	const refused = problems.some(isRefusal);
	return { problems: [...deprecated, ...problems, ...(refused ? [] : checkConstraints(reading, parsed))], parsed };
}

const notRefused: ReadonlySet<string> = new Set(['kickstart-option-abbreviated', 'kickstart-option-deprecated']);
const isRefusal = ({ code }: Problem): boolean => !notRefused.has(code);

function unknownCommand({ target: { release } }: Reading, { head }: Statement): Problem {
	const names = [...commandEntries].filter(([, entry]) => livesIn(entry, release)).map(([name]) => name);
	const nearest = nearestName(head.text, names);
	const facts = { release, name: head.text };
	if (nearest === undefined) return problem('kickstart-unknown-command', head, { ...facts, hint: '' });
	return problem('kickstart-unknown-command', head, {
		...facts,
		hint: ` Did you mean "${nearest}"?`,
		replacement: nearest,
	});
}

function otherRelease({ target: { release } }: Reading, { head }: Statement): Problem {
	const entry = commandEntries.get(head.text);
	const since = entry?.since ?? 0;
	if (since > release) return problem('kickstart-command-too-new', head, { name: head.text, since, release });
	return problem('kickstart-command-removed', head, {
		name: head.text,
		removed: (entry?.until ?? newestRelease) + 1,
		...replacementFacts(entry?.replacement),
	});
}

const deprecation = ({ target: { release } }: Reading, { head }: Statement): Problem =>
	problem('kickstart-command-deprecated', head, {
		name: head.text,
		deprecated: commandEntries.get(head.text)?.deprecated ?? release,
		...replacementFacts(commandEntries.get(head.text)?.replacement),
	});
