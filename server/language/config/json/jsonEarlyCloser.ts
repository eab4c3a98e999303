import { problem } from '../../problem';
import { knownKeys } from '../schemaKeys';
import { asGrowing } from './correctElement';
import { type Frame, hasKey, type JsonParser, pushFrame } from './jsonFrames';
import { isKey } from './jsonProperties';
import { skipSpace, type Token } from './jsonToken';

/** Members with plain values, up to the next object of the list or its end. */
const membersInList = /(?:"[\w-]+"\s*:\s*(?:"(?:[^"\\\r\n]|\\.)*"|[\w.+-]+)\s*,?\s*)+(?=[{\]])/y;
const longestMembers = 2000;

/**
 * A member behind an object of a list that goes on: the brace closed the object before its last member. The object is
 * opened again; whether it was so.
 */
export function reopenElement(parser: JsonParser, frame: Frame, token: Token): boolean {
	const { text } = parser;
	const last = frame.node.children?.at(-1);
	if (last?.type !== 'object' || !isKey(text, token)) return false;
	const element = { node: last, isObject: true, state: 'end', comma: -1, property: undefined } as const;
	const key = String(token.value);
	if (!knownKeys.has(key) || hasKey(element, key)) return false;
	membersInList.lastIndex = 0;
	if (!membersInList.test(text.slice(token.start, token.start + longestMembers))) return false;
	const closer = last.offset + last.length - 1;
	const trailing = trailingCommaOf(parser, closer);
	const [inner, behind] = [last.children?.at(-1), skipSpace(text, closer + 1)];
	const hasComma = text[behind] === ',';
	const from = trailing >= 0 ? trailing + 1 : inner ? inner.offset + inner.length : closer;
	const until = trailing >= 0 && hasComma ? behind + 1 : closer + 1;
	const instead = trailing < 0 && !hasComma ? ',' : '';
	const facts = { written: '}', from, until, instead, at: -1, insert: '' };
	const node = asGrowing(last);
	frame.node.children?.splice(-1, 1, node);
	pushFrame(parser, { ...element, node, state: 'afterComma', early: parser.problems.length });
	parser.problems.push(problem('json-unexpected', { start: closer, end: closer + 1 }, facts));
	return true;
}

/** The comma before a brace, which was reported as one too many; the report goes. -1 without one. */
function trailingCommaOf({ problems, text }: JsonParser, closer: number): number {
	const last = problems.at(-1);
	if (last?.code !== 'json-trailing-comma' || skipSpace(text, last.end) !== closer) return -1;
	problems.pop();
	return last.start;
}
