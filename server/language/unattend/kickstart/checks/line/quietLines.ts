import type { Problem } from '../../../../problem';
import type { KickstartCommand } from '../../commandTable';
import type { KickstartFile } from '../../kickstartFile';
import type { Parsed } from './argumentChecks';

/** More are forgotten all at once: what is typed brings new lines without end. Few files have as many. */
const mostKept = 50_000;
const longestKept = 400;

const none: readonly Problem[] = [];

/**
 * Lines in which a check has found nothing. Generated files share most of their lines, and the check is not asked again
 * about one that it knows. It must look at nothing but the line, its macros, and the lines that `acrossLines` names.
 */
export class QuietLines {
	/**
	 * By the command of a release, as it reads its lines. The lines are names of properties, which the engine copies: a
	 * set would hold on to the whole file that a line was cut from.
	 */
	readonly #kept = new Map<KickstartCommand, Record<string, true>>();
	#count = 0;

	/** What a check finds in a line. */
	findIn(file: KickstartFile, parsed: Parsed, check: () => readonly Problem[]): readonly Problem[] {
		const line = lineOf(file, parsed);
		if (line === undefined) return check();
		if (this.#kept.get(parsed.command)?.[line]) return none;
		const found = check();
		if (found.length === 0) this.#keep(parsed.command, line);
		return found;
	}

	#keep(command: KickstartCommand, line: string): void {
		if (this.#count >= mostKept) this.forget();
		const lines = this.#kept.get(command) ?? Object.create(null);
		lines[line] = true;
		this.#kept.set(command, lines);
		this.#count++;
	}

	/** As if no line had been looked at. */
	forget(): void {
		this.#kept.clear();
		this.#count = 0;
	}
}

/** The same for lines that a command reads the same; `undefined` where more than the line counts. */
function lineOf({ source }: KickstartFile, { statement, command }: Parsed): string | undefined {
	const { start, end } = statement;
	if (end - start > longestKept) return undefined;
	if (command.entry.constraints?.some(({ acrossLines }) => acrossLines)) return undefined;
	const text = source.masked.slice(start, end);
	// With a macro, or what was copied along, the text is another than what is read of it.
	return source.text.startsWith(text, start) ? text : undefined;
}
