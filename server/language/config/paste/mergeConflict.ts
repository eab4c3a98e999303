import { t } from '../../../texts/texts';
import type { Span } from '../../span';
import { type Line, linesOf, type Unwrapper } from './unwrapper';

/** One place where two versions stand one below the other. */
export interface Conflict {
	/** With its marks. */
	readonly whole: Span;
	/** The lines of the version above, of the one below, and of the one that both come from, without marks. */
	readonly above: Span;
	readonly below: Span;
}

/** The places of a text that version control could not merge. */
export function conflictsOf(text: string): Conflict[] {
	if (!text.includes('<<<<<<<') && !text.includes('>>>>>>>')) return [];
	const conflicts: Conflict[] = [];
	const after = (line: Line): number => {
		const lineBreak = /\r\n?|\n|$/y;
		lineBreak.lastIndex = line.end;
		return line.end + (lineBreak.exec(text)?.[0].length ?? 0);
	};
	let open: Line | undefined;
	let aboveEnd: number | undefined;
	let middle: Line | undefined;
	for (const line of linesOf(text)) {
		if (/^[ \t]*<{7}(?: |$)/.test(line.text)) {
			open = line;
			aboveEnd = undefined;
			middle = undefined;
		} else if (open && /^[ \t]*\|{7}(?: |$)/.test(line.text)) aboveEnd ??= line.start;
		else if (open && /^[ \t]*={7}[ \t]*$/.test(line.text)) {
			aboveEnd ??= line.start;
			middle ??= line;
		} else if (open && middle && /^[ \t]*>{7}(?: |$)/.test(line.text)) {
			conflicts.push({
				whole: { start: open.start, end: after(line) },
				above: { start: after(open), end: aboveEnd ?? middle.start },
				below: { start: after(middle), end: line.start },
			});
			open = undefined;
		}
	}
	return conflicts;
}

/** What version control leaves of two versions that it could not merge; the one above is read on. */
export const mergeConflict: Unwrapper = text => {
	const conflicts = conflictsOf(text);
	const [first] = conflicts;
	if (!first) return undefined;
	return {
		what: t('a merge conflict'),
		at: { start: first.whole.start, end: first.above.start },
		isUndecided: true,
		changes: conflicts.flatMap(({ whole, above }) => [
			{ start: whole.start, end: above.start, newText: '' },
			{ start: above.end, end: whole.end, newText: '' },
		]),
	};
};
