import { appendMarkup, find, refuse, type XmlParser } from './xmlParser';

const conflict = /<{7}[^\n]*\n([\s\S]*?)(?:^\|{7}[^\n]*\n[\s\S]*?)?^={7}[^\n]*\n([\s\S]*?)^>{7}[^\n]*(?:\n|$)/my;

/** What version control leaves where two versions of a file do not go together. */
export interface MergeConflict {
	/** What stands between the marks. */
	readonly mine: string;
	readonly theirs: string;
	readonly end: number;
}

/** The conflict that starts at an offset. */
export function mergeConflictAt(text: string, offset: number): MergeConflict | undefined {
	if (!text.startsWith('<<<<<<<', offset) || (offset > 0 && text[offset - 1] !== '\n')) return undefined;
	conflict.lastIndex = offset;
	const match = conflict.exec(text);
	return match ? { mine: match[1] ?? '', theirs: match[2] ?? '', end: offset + match[0].length } : undefined;
}

/** Reads over a conflict: neither of its versions is looked at before a person has chosen. */
export function readMergeMarks(parser: XmlParser): boolean {
	const { text, position: start } = parser;
	if (find(parser, '\n=======', start) < 0 || find(parser, '\n>>>>>>>', start) < 0) return false;
	const found = mergeConflictAt(text, start);
	if (found === undefined) return false;
	refuse(parser, 'xml-merge-conflict', { start, end: start + 7 }, {});
	appendMarkup(parser, 'comment', found.end);
	return true;
}
