import { problem } from '../../problem';
import { endOfDocuments } from './jsonDocuments';
import { closeFrame, closeUnclosed, type JsonParser } from './jsonFrames';
import { keyAt, listKeys } from './jsonParts';

/** Ends the text: what is still open was never closed, or the text was cut off. */
export function finish(parser: JsonParser): void {
	endOfDocuments(parser);
	const { problems, stack } = parser;
	if (!parser.root && problems.every(({ code }) => code === 'json-byte-order-mark')) {
		problems.push(problem('json-empty', { start: 0, end: parser.text.length }, {}));
	}
	const frame = stack.at(-1);
	if (!frame) return;
	const isInside = frame.state !== 'end' && frame.state !== 'start';
	if (stack.length > 1 || isInside || cutString(parser) >= 0) cutOff(parser);
	// Only the last bracket is missing, or more of the text: what seems to be absent may have been there.
	else parser.truncatedAt = parser.lastEnd;
	while (stack.length > 0) closeUnclosed(parser);
}

/** Place, among the problems, of a string that the end of the text cut in two; -1 without one. */
function cutString({ problems, text }: JsonParser): number {
	const last = problems.at(-1);
	return last?.code === 'json-unclosed-string' && text.slice(last.end).trim() === '' ? problems.length - 1 : -1;
}

/** Whether all that is left of the next key is its quotation mark, which was reported. */
function cutBeforeKey({ problems, text }: JsonParser): boolean {
	const last = problems.at(-1);
	return last?.code === 'json-unexpected' && last.facts.written === '"' && last.end === text.trimEnd().length;
}

/** What a literal lacks that the end of the text cut in two; the report on it goes. */
function restOfLiteral({ problems, text }: JsonParser): string {
	const last = problems.at(-1);
	if (last?.code !== 'json-unquoted-value' || text.slice(last.end).trim() !== '') return '';
	const written = String(last.facts.written);
	const literal = ['true', 'false', 'null'].find(word => word.startsWith(written));
	if (literal === undefined) return '';
	problems.pop();
	return literal.slice(written.length);
}

/** One report for everything that a text lacks at its end, where it was cut off. */
function cutOff(parser: JsonParser): void {
	const { stack, problems, text } = parser;
	const frame = stack.at(-1);
	const open = cutString(parser);
	if (open >= 0) problems.splice(open, 1);
	const isCutKey = cutBeforeKey(parser);
	if (isCutKey) problems.pop();
	const end = text.trimEnd().length;
	let at = open >= 0 ? Math.max(end, parser.lastEnd) : parser.lastEnd;
	let addition = open >= 0 ? '"' : restOfLiteral(parser);
	const { property } = frame ?? {};
	if (frame && property) {
		const instead = listKeys.has(keyAt(frame)) ? '[]' : '""';
		addition += frame.state === 'colon' ? `: ${instead}` : ` ${instead}`;
		property.length = parser.lastEnd - property.offset;
		at = Math.max(at, property.offset + property.length);
	}
	const own = parser.several ? stack.slice(1) : stack;
	const closers = own.map(({ isObject }) => (isObject ? '}' : ']')).reverse();
	// A comma at the end was to be followed by something that is not there.
	const from = frame?.state === 'afterComma' ? frame.comma : at;
	const behind = frame?.state === 'afterComma' ? frame.comma + 1 : Math.max(at, from);
	const until = isCutKey ? Math.max(end, from) : behind;
	parser.truncatedAt = at;
	const place = { start: Math.max(0, Math.min(from, end - 1)), end };
	problems.push(
		problem('json-truncated', place, {
			count: closers.length,
			from,
			until,
			insert: addition + closers.join(''),
		}),
	);
	while (stack.length > 0) closeFrame(parser, parser.lastEnd);
}
