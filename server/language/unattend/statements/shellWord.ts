import { meantName } from './meantName';
import type { Statement } from './readStatements';

/** What people put before a command in a shell. */
const shellWords: ReadonlySet<string> = new Set(['sudo', 'export', 'exec', 'set']);

/** The line behind such a word where a known command follows it: `sudo reboot`, `export LANG=en_US.UTF-8`. */
export function withoutShellWord(statement: Statement, names: readonly string[]): Statement {
	const [, next, ...others] = statement.words;
	if (!next || !shellWords.has(statement.head.text)) return statement;
	const meant = meantName(next, names);
	const isCommand = meant && (meant.rest || meant.name === next.text.toLowerCase());
	return isCommand ? { ...statement, head: next, words: [next, ...others] } : statement;
}
