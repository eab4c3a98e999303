import { t } from '../../../texts/texts';
import { filledLines, type Line, type Unwrapper, type Unwrapping } from './unwrapper';

/** Takes what the pattern finds at the start of each line off. One line in ten may have lost its mark. */
function withoutMarks(what: string, lines: readonly Line[], mark: RegExp): Unwrapping | undefined {
	const marks = lines.flatMap(line => {
		const length = mark.exec(line.text)?.[0].length ?? 0;
		return length === 0 ? [] : [{ start: line.start, end: line.start + length }];
	});
	const [first] = marks;
	if (!first || lines.length - marks.length > lines.length / 10) return undefined;
	return { what, at: first, changes: marks.map(place => ({ ...place, newText: '' })) };
}

/** Whether JSON begins behind the first line's mark. */
const beginsJson = ([first]: readonly Line[], mark: RegExp): boolean =>
	/^\s*[[{]/.test(first?.text.replace(mark, '') ?? '');

/** A quotation in a mail or in Markdown; who wrote it may stand above. */
export const quotedLines: Unwrapper = text => {
	if (!text.includes('>') || !/^[ \t]*>/m.test(text)) return undefined;
	const mark = /^[ \t]*>(?:[ \t]?>)*[ \t]?/;
	const lines = filledLines(text);
	const from = lines.findIndex(line => mark.test(line.text));
	const to = lines.findLastIndex(line => mark.test(line.text));
	const quoted = lines.slice(from, to + 1);
	if (from < 0 || !quoted.some(line => /[[{]/.test(line.text))) return undefined;
	return withoutMarks('a quotation', quoted, mark);
};

/** Lines with their numbers, as listings and search tools print them. */
export const numberedLines: Unwrapper = text => {
	const mark = /^[ \t]*(?:[\w./-]+?[:-])?(\d{1,7})(?:[ \t]*[:.)|│-]|(?=[ \t]|$))[ \t]?/;
	if (!/^\s*(?:[\w./-]+?[:-])?\d{1,7}(?:[ \t]*[:.)|│-])?[ \t]*[[{"]/.test(text)) return undefined;
	const lines = filledLines(text);
	const numbers = lines.flatMap(line => (mark.test(line.text) ? Number(mark.exec(line.text)?.[1]) : []));
	const first = numbers[0] ?? 0;
	const rises = numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0));
	if (!rises || (numbers.at(-1) ?? 0) - first > 3 * lines.length + 10) return undefined;
	return withoutMarks(t('a listing with line numbers'), lines, mark);
};

/** Lines with a bullet or a bar before each. */
export const bulletedLines: Unwrapper = text => {
	if (!/^\s*(?:[*•·‣◦▪–|│┃║$%>-]|\.\.\.|PS>)/.test(text)) return undefined;
	const lines = filledLines(text);
	for (const mark of [
		/^[ \t]*[*•·‣◦▪][ \t]?/,
		/^[ \t]*[-–][ \t]+/,
		/^[ \t]*[|│┃║][ \t]*\d{1,6}[ \t]*[|│┃║][ \t]?/,
		/^[ \t]*[|│┃║][ \t]?/,
		/^[ \t]*(?:\$|%|PS>|>>>|\.\.\.)[ \t]+/,
	]) {
		if (!beginsJson(lines, mark)) continue;
		const found = withoutMarks(t('a list with a mark on each line'), lines, mark);
		if (!found) continue;
		const bars = lines.flatMap(({ text: line, start }) => {
			const bar = /[ \t]*[|│┃║][ \t]*$/.exec(line);
			return bar && bar.index > 0 ? [{ start: start + bar.index, end: start + line.length, newText: '' }] : [];
		});
		if (!mark.source.includes('│') || bars.length < lines.length) return found;
		return { ...found, changes: [...found.changes, ...bars].sort((a, b) => a.start - b.start) };
	}
	return undefined;
};

/** Lines with the time, and perhaps who spoke or how grave it is, as chats and logs have them. */
export const stampedLines: Unwrapper = text => {
	if (!/^\s*[[(]?\d{1,4}[-:./]\d/.test(text)) return undefined;
	const lines = filledLines(text);
	for (const mark of [
		/^[ \t]*[[(]?\d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]M)?[\])]?(?:[ \t]*<[^>\s]{1,40}>|[ \t]+[\w.-]{1,40}:)?[ \t]?/,
		/^[ \t]*\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d[\d.,:Z+-]*\]?(?:[ \t]+\[?(?:DEBUG|INFO|WARN(?:ING)?|ERROR|TRACE|NOTICE)\]?:?)?[ \t]?/,
	]) {
		if (!lines.some(line => mark.test(line.text) && beginsJson([line], mark))) continue;
		const found = lines.length > 2 ? withoutMarks(t('a text with the time on each line'), lines, mark) : undefined;
		if (found) return found;
	}
	return undefined;
};

/** A whole file behind comment signs. */
export const commentedLines: Unwrapper = text => {
	if (!/^\s*(?:\/\/|#|--|;|REM|rem)/.test(text)) return undefined;
	const lines = filledLines(text);
	for (const mark of [
		/^[ \t]*\/\/+[ \t]?/,
		/^[ \t]*#+[ \t]?/,
		/^[ \t]*--+[ \t]?/,
		/^[ \t]*;+[ \t]?/,
		/^[ \t]*(?:REM|rem)[ \t]/,
	]) {
		if (lines.length > 1 && beginsJson(lines, mark)) {
			const found = withoutMarks(t('a file that is commented out'), lines, mark);
			if (found) return found;
		}
	}
	return undefined;
};
