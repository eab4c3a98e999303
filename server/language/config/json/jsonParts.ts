import { nearestName } from '../../macros/nearestName';
import { problem } from '../../problem';
import { knownKeys } from '../schemaKeys';
import { addValue, closeFrame, type Frame, type GrowingNode, type JsonParser, openFrame } from './jsonFrames';
import { isColonAhead, lineEnd, skipSpace, type Token } from './jsonToken';

/** Keys whose value is a list. */
export const listKeys: ReadonlySet<string> = new Set(['content', 'template', 'choices']);

const settingLists: ReadonlySet<string> = new Set(['content', 'template']);

/** The key of the list or value that is being read in the innermost frame. */
export const keyAt = (frame: Frame | undefined): string => {
	const property = frame?.property ?? (frame?.isObject ? frame.node.children?.at(-1) : frame?.node.parent);
	return String(property?.children?.[0]?.value ?? '');
};

const isWord = (token: Token, ...signs: readonly string[]): boolean =>
	token.kind === 'word' && signs.includes(String(token.value));

const scalar = /"(?:[^"\\\r\n]|\\.)*"|[\w.+-]+/y;

/** Whether a scalar stands at the offset that is no key, and something follows that may follow a value. */
export function isValueAt(text: string, at: number): boolean {
	if (/[[{]/.test(text[at] ?? '')) return true;
	scalar.lastIndex = at;
	return scalar.test(text) && /^[,;})\]]?$/.test(text[skipSpace(text, scalar.lastIndex)] ?? '');
}

/** `{"a", "b"}`: braces around the texts of a list, read as the brackets that are meant. */
function takeSet(parser: JsonParser, frame: Frame): boolean {
	const { node, property, parenthesis } = frame;
	const [text] = property?.children ?? [];
	const around = String(node.parent?.children?.[0]?.value ?? '');
	if (!text || parenthesis !== undefined || node.children?.length !== 1 || !listKeys.has(around)) return false;
	const place = { start: node.offset, end: node.offset + 1 };
	parser.problems.push(problem('json-bracket-kind', place, { opener: '[', closer: ']', at: -1 }));
	const element: GrowingNode = { ...text, parent: node };
	node.type = 'array';
	node.children = [element];
	frame.isObject = false;
	frame.property = undefined;
	frame.state = 'end';
	frame.parenthesis = parser.problems.length - 1;
	parser.objects--;
	return true;
}

/** `"content": { {`: a brace around the objects of a list, read as the bracket that is meant. */
export function takeListInBraces(parser: JsonParser, frame: Frame): boolean {
	const { node, parenthesis } = frame;
	const around = String(node.parent?.children?.[0]?.value ?? '');
	if (frame.state !== 'start' || parenthesis !== undefined || !settingLists.has(around)) return false;
	const place = { start: node.offset, end: node.offset + 1 };
	parser.problems.push(problem('json-bracket-kind', place, { opener: '[', closer: ']', at: -1 }));
	node.type = 'array';
	frame.isObject = false;
	frame.parenthesis = parser.problems.length - 1;
	parser.objects--;
	return true;
}

/** A sign that stands where another one belongs; read as that one. Whether the token was such a sign. */
export function takeWrongSeparator(parser: JsonParser, frame: Frame, token: Token): boolean {
	const { text } = parser;
	const next = skipSpace(text, token.end);
	const report = (expected: ',' | ':'): true => {
		const written = text.slice(token.start, token.end);
		parser.problems.push(problem('json-wrong-separator', token, { written, expected }));
		return true;
	};
	if (frame.state === 'colon' && token.kind === ',' && takeSet(parser, frame)) return false;
	if (frame.state === 'colon' && (token.kind === ',' || isWord(token, ';', '.')) && isValueAt(text, next)) {
		frame.state = 'value';
		return report(':');
	}
	if (frame.state !== 'end') return false;
	const isSign = isWord(token, ';', '.') || (token.kind === ':' && next > token.end);
	if (!isSign || !/["'\w{[\u201c]/.test(text[next] ?? '')) return false;
	frame.state = 'afterComma';
	frame.comma = token.start;
	return report(',');
}

/** `["a": "b"]`: in a list of texts a colon stands where a comma belongs. */
export function isColonInList(parser: JsonParser, frame: Frame, token: Token): boolean {
	if (
		frame.bare !== undefined ||
		token.kind !== 'string' ||
		knownKeys.has(String(token.value)) ||
		keyAt(frame) !== 'choices' ||
		!isColonAhead(parser.text, token.end)
	)
		return false;
	const colon = skipSpace(parser.text, token.end);
	return isValueAt(parser.text, skipSpace(parser.text, colon + 1));
}

/**
 * Three dots of a manual, for something that it leaves out; with the comma that goes with them they say nothing.
 * Where a value is missing instead, an empty one can stand.
 */
export function takeEllipsis(parser: JsonParser, frame: Frame, token: Token): void {
	const { text } = parser;
	const place = { start: token.start, end: token.end };
	if (frame.isObject && (frame.state === 'value' || frame.state === 'colon')) {
		const next = text[skipSpace(text, token.end)] ?? '';
		if (frame.state === 'value' && /["'[{\d]/.test(next) && lineEnd(text, token.end) > skipSpace(text, token.end)) {
			parser.problems.push(problem('json-ellipsis', place, { from: token.start, until: token.end, instead: '' }));
			return;
		}
		const colon = frame.state === 'colon' ? ': ' : '';
		const instead = colon + (listKeys.has(keyAt(frame)) ? '[]' : '""');
		parser.problems.push(problem('json-ellipsis', place, { from: token.start, until: token.end, instead }));
		frame.property = undefined;
		frame.state = 'end';
		return;
	}
	let { start: from, end: until } = token;
	const next = skipSpace(text, token.end);
	if (frame.state !== 'end' && text[next] === ',') {
		until = next + 1;
		parser.skippedSign = next;
	} else if (frame.state === 'afterComma' && /[}\]]|^$/.test(text[next] ?? '') && frame.comma >= 0) {
		from = frame.comma;
		frame.state = 'end';
	}
	parser.problems.push(problem('json-ellipsis', place, { from, until, instead: '' }));
}

/**
 * Texts that a program joins: `"one " + "two"`, or in an object just one behind the other. Read as one text. Whether
 * the token was such a text, or the sign between two.
 */
export function takeJoined(parser: JsonParser, frame: Frame, token: Token): boolean {
	if (frame.state !== 'end') return false;
	const child = frame.node.children?.at(-1);
	const last: GrowingNode | undefined = frame.isObject ? child?.children?.[1] : child;
	if (last?.type !== 'string') return false;
	if (isWord(token, '+')) {
		if (!/["']/.test(parser.text[skipSpace(parser.text, token.end)] ?? '')) return false;
		parser.joinSign = token.end;
		return true;
	}
	if (token.kind !== 'string' || isColonAhead(parser.text, token.end)) return false;
	const isSigned = parser.joinSign !== undefined && skipSpace(parser.text, parser.joinSign) === token.start;
	const isNext =
		frame.isObject &&
		/^\s+$/.test(parser.text.slice(last.offset + last.length, token.start)) &&
		// A half-typed key looks the same.
		![...knownKeys].some(key => key.startsWith(String(token.value)));
	if (!isSigned && !isNext) return false;
	const end = last.offset + last.length;
	parser.problems.push(problem('json-joined-text', { start: end - 1, end: token.start + 1 }, {}));
	last.value = `${last.value}${token.value}`;
	last.length = token.end - last.offset;
	if (frame.isObject && child) (child as GrowingNode).length = token.end - child.offset;
	return true;
}

/** `(` where a list or an object is meant; `)` closes it. Read as the bracket of JSON. */
export function openParenthesis(parser: JsonParser, token: Token): void {
	const { text } = parser;
	const next = skipSpace(text, token.end);
	scalar.lastIndex = next;
	const isObject = scalar.test(text) && isColonAhead(text, scalar.lastIndex);
	const [opener, closer] = isObject ? ['{', '}'] : ['[', ']'];
	const parenthesis = parser.problems.length;
	parser.problems.push(problem('json-bracket-kind', token, { opener: opener ?? '', closer: closer ?? '', at: -1 }));
	openFrame(parser, { kind: isObject ? '{' : '[', start: token.start, end: token.end, value: opener ?? '' });
	const frame = parser.stack.at(-1);
	if (frame) frame.parenthesis = parenthesis;
}

/** `)`, or `}` of a list in braces: the end of it, or of a bracket whose own closer was mistyped. */
export function closeParenthesis(parser: JsonParser, token: Token): boolean {
	const frame = parser.stack.at(-1);
	if (!frame || frame.state === 'colon' || frame.state === 'value') return false;
	const opened = frame.parenthesis === undefined ? undefined : parser.problems[frame.parenthesis];
	if (frame.parenthesis !== undefined && opened) {
		parser.problems[frame.parenthesis] = { ...opened, facts: { ...opened.facts, at: token.start } };
	} else {
		const [opener, expected] = frame.isObject ? ['{', '}'] : ['[', ']'];
		const facts = { opener: opener ?? '', closer: ')', expected: expected ?? '', openedAt: frame.node.offset };
		parser.problems.push(problem('json-wrong-bracket', token, facts));
	}
	parser.lastEnd = token.end;
	closeFrame(parser, token.end);
	return true;
}

/** Words for yes and no where a key asks for one of them. */
const answers: Readonly<Record<string, boolean>> = {
	true: true,
	yes: true,
	y: true,
	on: true,
	false: false,
	no: false,
	n: false,
	off: false,
};
const yesOrNo: ReadonlySet<string> = new Set(['common', 'optional', 'autoCreateInstance']);

/** A word that answers yes or no to a key that asks for it: added as that, with a report. */
export function takeAnswer(parser: JsonParser, frame: Frame | undefined, token: Token): boolean {
	if (!yesOrNo.has(keyAt(frame))) return false;
	const written = String(token.value);
	const word = written.toLowerCase();
	const meant = Object.hasOwn(answers, word) ? word : nearestName(word, ['true', 'false']);
	const answer = meant === undefined ? undefined : answers[meant];
	if (answer === undefined) return false;
	parser.problems.push(problem('json-literal', token, { written, replacement: String(answer) }));
	addValue(parser, { type: 'boolean', value: answer, offset: token.start, length: token.end - token.start });
	return true;
}
