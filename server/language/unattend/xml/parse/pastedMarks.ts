import { type Problem, problem } from '../../../problem';

/** What stands before each line of a text that was copied out of a listing, a mail or a comparison. */
const kinds: readonly { readonly what: string; readonly mark: RegExp }[] = [
	{ what: 'a line number', mark: /^[ \t]*\d+(?:[:|.)]?\t|[:|.)] ?| |$)/ },
	{ what: 'the mark of a quoted mail', mark: /^>[ \t]?/ },
	{ what: 'the mark of an added line', mark: /^\+(?=\s|<|#|$)/ },
];

/** Lines that are looked at before a file is taken for one with marks. */
const fewest = 4;

/** The kind of mark that every line starts with. */
const kindOf = (lines: readonly string[]) =>
	lines.length < fewest ? undefined : kinds.find(({ mark }) => lines.every(line => mark.test(line)));

/** One report where every line of a file starts with the same kind of mark. */
export function pastedMarks(text: string): Problem | undefined {
	const first = text.search(/\S/);
	if (first < 0 || text[first] === '<') return undefined;
	const lines = text.split('\n').filter(line => line.trim() !== '');
	const kind = kindOf(lines);
	const end = first + (/^\S+/.exec(text.slice(first, first + 20))?.[0].length ?? 1);
	return kind && problem('xml-line-marks', { start: first, end }, { what: kind.what });
}

/** The text without them. */
export function withoutPastedMarks(text: string): string {
	const kind = kindOf(text.split('\n').filter(line => line.trim() !== ''));
	if (kind === undefined) return text;
	return text
		.split('\n')
		.map(line => line.replace(kind.mark, ''))
		.join('\n');
}
