import { oneOf, parseOptions } from '../command';
import { UsageError } from '../usageError';
import { targetOf, targetOptions } from './targetOptions';

export const formats = ['text', 'json', 'sarif', 'github', 'gitlab', 'junit'] as const;

export const usage = `check [OPTIONS] [PATH...]

Checks configuration-settings files, unattend files and xclarity.json. Folders are searched, but for hidden ones,
node_modules, links to folders, and what .gitignore and "ignore" of xclarity.json name; without a path the working
folder is. A path may be a pattern such as 'sites/**/*.cfg'. What is linked with a file that you name is checked along
with it.

  --fix                 first apply the safe quick fixes and write the files: those that decide nothing for you and take
                        away nothing that you wrote; what was left is listed with the reason. Each file keeps its
                        encoding, but for one that should be UTF-8
  --repair              with --fix: repair a configuration-settings file as "Repair this file" of the editor does, also
                        where that leaves out text around the JSON; every word of it is printed
  --dry-run             with --fix: show what would change and write nothing
  --format FORMAT       text with the source line and a caret (default), json with zero-based positions, sarif, junit,
                        github (annotations of a workflow) or gitlab (code quality)
  --json                short for --format json
  --quiet               report errors only
  --max-warnings N      end with 1 when there are more warnings than this
  --os OS               target operating system of every file, over what xclarity.json says: rhels, sles, win, esxi
  --osrelease RELEASE   its release: 9.4, 12.3, 2022
  --rhel N              short for --os rhels --osrelease N; likewise --sles, --esxi and --windows
  --changed-since REF   only files that differ from this commit or branch, and those linked with them
  --baseline FILE       leave out the reports that this file knows
  --write-baseline FILE write a file that knows all reports of now, and end with 0
  -                     check the text on standard input
  --stdin-filename FILE the name that this text has, for its kind and its links
  --ignore-unknown      take the files that you name as a search would: leave out what .gitignore and "ignore" name, pass
                        over what is none of ours, and end with 0 when nothing is left; for hooks that name every file
  --no-ignore           search also what is left out by .gitignore and by "ignore" of xclarity.json
  --threads N           check N files at the same time; without it, many files keep all processors busy
  --allow-unchecked     do not end with 2 because a file could not be checked, or because there was none

Exit codes: 0 no errors, 1 errors, too many warnings, or a file that --fix must not write, 2 wrong usage, a file that
could not be checked, or no file to check.

Examples:
  xclarity check                                    everything below the working folder
  xclarity check site.xclarity.json                 a configuration-settings file and the unattend files that use it
  xclarity check --fix --dry-run                    what the safe fixes would change
  xclarity check --format github --changed-since origin/main
  xclarity check --stdin-filename ks.cfg - < ks.cfg`;

const flag = { type: 'boolean', default: false } as const;
const text = { type: 'string' } as const;

/** What the command line asks of a check. @throws {UsageError} for what does not go together. */
export function readCheckOptions(args: readonly string[]) {
	const { values, positionals } = parseOptions(args, {
		format: text,
		json: flag,
		fix: flag,
		repair: flag,
		'dry-run': flag,
		quiet: flag,
		'max-warnings': text,
		'changed-since': text,
		baseline: text,
		'write-baseline': text,
		'stdin-filename': text,
		'ignore-unknown': flag,
		'no-ignore': flag,
		'allow-unchecked': flag,
		threads: text,
		...targetOptions,
	});
	const stdinName = values['stdin-filename'];
	const paths = positionals.length === 0 && stdinName !== undefined ? ['-'] : positionals;
	const isStdin = paths.includes('-');
	const refuse = (isWrong: boolean, sentence: string): void => {
		if (isWrong) throw new UsageError(sentence);
	};
	refuse(values['dry-run'] && !values.fix, '--dry-run goes with --fix: a check alone writes nothing.');
	refuse(values.repair && !values.fix, '--repair goes with --fix: a check alone writes nothing.');
	refuse(values.json && values.format !== undefined && values.format !== 'json', '--json and --format contradict.');
	refuse(isStdin && stdinName === undefined, '- needs --stdin-filename: the name tells what kind of file the text is.');
	refuse(isStdin && paths.length > 1, '- stands alone: check files in a run of their own.');
	refuse(!isStdin && stdinName !== undefined, '--stdin-filename goes with -, not with paths.');
	refuse(isStdin && values.fix, '--fix writes files; it does not go with standard input.');
	refuse(
		values.baseline !== undefined && values['write-baseline'] !== undefined,
		'--baseline and --write-baseline contradict.',
	);
	return {
		format: oneOf('format', values.format ?? (values.json ? 'json' : 'text'), formats),
		fix: values.fix,
		repairs: values.repair,
		dryRun: values['dry-run'],
		quiet: values.quiet,
		mostWarnings: countOf('max-warnings', values['max-warnings']) ?? Number.POSITIVE_INFINITY,
		threads: threadsOf(values.threads),
		changedSince: values['changed-since'],
		baseline: values.baseline,
		baselineToWrite: values['write-baseline'],
		stdinName: isStdin ? stdinName : undefined,
		ignoresUnknown: values['ignore-unknown'],
		usesIgnore: !values['no-ignore'],
		allowsUnchecked: values['allow-unchecked'],
		target: targetOf(values),
		paths: paths.length > 0 ? paths : ['.'],
	};
}

export type CheckOptions = ReturnType<typeof readCheckOptions>;

function countOf(option: string, value: string | undefined): number | undefined {
	if (value === undefined) return undefined;
	if (!/^\d{1,9}$/.test(value)) throw new UsageError(`--${option} takes a number, not '${value}'.`);
	return Number(value);
}

/** Each thread keeps the language in memory once more. */
const mostThreads = 64;

function threadsOf(value: string | undefined): number | undefined {
	const threads = countOf('threads', value);
	if (threads === undefined || (threads >= 1 && threads <= mostThreads)) return threads;
	throw new UsageError(`--threads takes a number from 1 to ${mostThreads}, not '${value}'.`);
}
