import { t } from '../../../texts/texts';
import type { Span } from '../../span';
import type { TextChange } from '../../textChange';
import { filledLines, type Line, type Unwrapper } from './unwrapper';

/** Lines of a diff that are about it and not of the file. */
const header =
	/^(?:diff --|index [0-9a-f]|--- (?:a\/|\S+\.\w|\/dev)|\+\+\+ (?:b\/|\S+\.\w|\/dev)|@@ |\\ No newline|(?:new|deleted) file mode |old mode |new mode |similarity index |rename (?:from|to) )/;

/**
 * Lines as a diff shows them. The new ones and those around them are the file; the old ones are left out, unless there
 * is nothing else.
 */
export const diffMarks: Unwrapper = text => {
	if (!beginsLine('+', text) && !beginsLine('-', text)) return undefined;
	const lines = filledLines(text);
	const isHeaded = lines.some(({ text: line }) => /^(?:diff --git |@@ .*@@|\+\+\+ )/.test(line));
	const marked = lines.filter(line => !header.test(line.text));
	const plus = marked.filter(line => line.text.startsWith('+'));
	const minus = marked.filter(line => line.text.startsWith('-'));
	const [first] = [...plus, ...minus];
	if (!first || !text.includes('{')) return undefined;
	if (!isHeaded && !marked.every(line => /^[+\- \t]/.test(line.text))) return undefined;
	if (!isHeaded && plus.length === 0) return undefined;
	const isRemoval = plus.length === 0;
	const changes: TextChange[] = [];
	const leavesOut: Span[] = [];
	for (const line of lines) {
		if (header.test(line.text)) changes.push(without(line, line.end));
		else if (line.text.startsWith('-') && !isRemoval) {
			changes.push(without(line, line.end));
			leavesOut.push({ start: line.start + 1, end: line.end });
		} else if (/^[+\- ]/.test(line.text)) changes.push(without(line, line.start + 1));
	}
	return { what: t('a diff'), at: { start: first.start, end: first.start + 1 }, changes, leavesOut };
};

/** Whether the sign is the first one of some line; an engine looks for one sign fastest. */
function beginsLine(sign: string, text: string): boolean {
	for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) {
		if (at === 0 || '\r\n\u2028\u2029'.includes(text[at - 1] ?? ' ')) return true;
	}
	return false;
}

const without = ({ start }: Line, end: number): TextChange => ({ start, end, newText: '' });
