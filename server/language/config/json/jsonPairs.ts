import { problem } from '../../problem';
import type { Frame, JsonParser } from './jsonFrames';
import { keyAt, listKeys } from './jsonParts';
import { skipSpace, type Token } from './jsonToken';

/** `"label" Group`: of colon and quotation marks that both are missing, one report tells. */
export function takeBareValue(parser: JsonParser, token: Token, keyEnd: number): boolean {
	const { problems } = parser;
	const last = problems.at(-1);
	if (last?.code !== 'json-missing-colon' || last.end !== keyEnd || last.facts.instead !== undefined) return false;
	const facts = { ...last.facts, from: token.start, until: token.end, value: String(token.value) };
	problems[problems.length - 1] = { ...last, facts };
	return true;
}

/** The last member was moved one line up: its comma is missing there, and one too many behind the member below. */
export function takeMovedComma(parser: JsonParser, frame: Frame): boolean {
	const { problems, text } = parser;
	const missing = problems.at(-1);
	const before = frame.node.children?.at(-2);
	if (missing?.code !== 'json-missing-comma' || !before) return false;
	if (missing.end !== before.offset + before.length || missing.facts.instead !== undefined) return false;
	if (skipSpace(text, frame.comma + 1) >= text.length) return false;
	problems[problems.length - 1] = { ...missing, facts: { ...missing.facts, at: frame.comma } };
	return true;
}

const scalarInParentheses = /\(\s*(?:"(?:[^"\\\r\n]|\\.)*"|true|false|null|-?[\d.]+)\s*(?=\))/y;

/** `(true)`: parentheses around one value; both are passed over. */
export function takeParenthesis(parser: JsonParser, token: Token): boolean {
	const { text, stack } = parser;
	const frame = stack.at(-1);
	scalarInParentheses.lastIndex = token.start;
	if (!frame?.isObject || listKeys.has(keyAt(frame)) || !scalarInParentheses.test(text)) return false;
	const closer = scalarInParentheses.lastIndex;
	parser.skippedSign = closer;
	parser.problems.push(problem('json-unexpected', token, { written: '(', closer }));
	return true;
}
