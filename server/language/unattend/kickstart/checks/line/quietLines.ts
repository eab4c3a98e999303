import type { Problem } from '../../../../problem';
import type { KickstartFile } from '../../kickstartFile';
import type { Parsed } from './argumentChecks';

/** More are forgotten all at once: what is typed brings new lines without end. */
const mostKept = 10_000;
const longestKept = 400;

const none: readonly Problem[] = [];

/**
 * Lines in which a check has found nothing. Generated files share most of their lines, and the check is not asked again
 * about one that it knows. It must look at nothing but the line, its macros, and the lines that `acrossLines` names.
 */
export class QuietLines {
	readonly #kept = new Set<string>();

	/** What a check finds in a line. */
	findIn(file: KickstartFile, parsed: Parsed, check: () => readonly Problem[]): readonly Problem[] {
		const key = keyOf(file, parsed);
		if (key === undefined) return check();
		if (this.#kept.has(key)) return none;
		const found = check();
		if (found.length > 0) return found;
		if (this.#kept.size >= mostKept) this.#kept.clear();
		this.#kept.add(key);
		return none;
	}

	/** As if no line had been looked at. */
	forget(): void {
		this.#kept.clear();
	}
}

/** The same for lines that are read the same for the same release; `undefined` where more than that counts. */
function keyOf({ source, target }: KickstartFile, { statement, command }: Parsed): string | undefined {
	const { start, end } = statement;
	if (end - start > longestKept) return undefined;
	if (command.entry.constraints?.some(({ acrossLines }) => acrossLines)) return undefined;
	const text = source.masked.slice(start, end);
	// With a macro, or what was copied along, the text is another than what is read of it.
	return source.text.startsWith(text, start) ? `${target.release} ${text}` : undefined;
}
