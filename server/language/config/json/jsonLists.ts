import { english } from '../../../texts/texts';
import { problem } from '../../problem';
import {
	closeFrame,
	closeUnclosed,
	type Frame,
	fits,
	type GrowingNode,
	isExtra,
	type JsonParser,
	pushFrame,
} from './jsonFrames';
import { keyAt, listKeys } from './jsonParts';
import { surplusOf } from './jsonSurplus';
import { isColonAhead, skipSpace, type Token } from './jsonToken';

/**
 * The list around the last value of the object at hand lacks its opening bracket: more objects follow, or its closer
 * does. Makes a list of that value and goes on in it; false when the last value is no object.
 */
export function openListAround(parser: JsonParser, frame: Frame): boolean {
	const element = frame.node.children?.at(-1)?.children?.[1];
	return element?.type === 'object' && frame.state !== 'start' && makeList(parser, frame);
}

/** `"choices": "a", "b"`: the last value is the first element of a list that lacks its brackets. */
export function openListOfTexts(parser: JsonParser, frame: Frame, token: Token): boolean {
	const isText = token.kind === 'string' || token.kind === 'number' || token.kind === 'word';
	if (frame.state !== 'afterComma' || !isText || isColonAhead(parser.text, token.end)) return false;
	const element = frame.node.children?.at(-1)?.children?.[1];
	const isScalar = element !== undefined && !element.children;
	return isScalar && listKeys.has(keyAt(frame)) && makeList(parser, frame);
}

function makeList(parser: JsonParser, frame: Frame): boolean {
	const property: GrowingNode | undefined = frame.node.children?.at(-1);
	const element: GrowingNode | undefined = property?.children?.[1];
	if (!property?.children || !element) return false;
	const { offset, length } = element;
	const list: GrowingNode = { type: 'array', offset, length, children: [element], parent: property };
	element.parent = list;
	property.children[1] = list;
	const bare = parser.problems.length;
	const { colonOffset } = property;
	// A value on a later line than its key is not where the eye looks for the bracket.
	const isApart = colonOffset !== undefined && /[\r\n]/.test(parser.text.slice(colonOffset, offset));
	const start = isApart ? colonOffset : offset;
	const facts = { opener: '[', where: isApart ? english('after') : english('before') };
	parser.problems.push(problem('json-missing-bracket', { start, end: start + 1 }, facts));
	pushFrame(parser, {
		node: list,
		isObject: false,
		state: frame.state,
		comma: frame.comma,
		property: undefined,
		bare,
	});
	frame.state = 'end';
	return true;
}

/** A list without its opening bracket lacks the closing one, too: the report on the one names the place of the other. */
export function closeBare(parser: JsonParser, frame: Frame): boolean {
	const opened = frame.bare === undefined ? undefined : parser.problems[frame.bare];
	const parent = parser.stack.at(-2);
	const last = frame.node.children?.at(-1);
	if (frame.bare === undefined || !opened || !parent || !last) return false;
	const end = last.offset + last.length;
	parser.problems[frame.bare] = { ...opened, facts: { ...opened.facts, closer: ']', closeAt: end } };
	closeFrame(parser, end);
	parent.state = frame.state;
	parent.comma = frame.comma;
	return true;
}

/** `]}` where `}]` belongs: of a text whose brackets are as many as they should be, two stand in each other's place. */
function takeSwappedClosers(parser: JsonParser, token: Token): boolean {
	const { stack, text } = parser;
	const [top, list] = [stack.at(-1), stack.at(-2)];
	const next = skipSpace(text, token.end);
	if (!top?.isObject || !list || list.isObject || text[next] !== '}' || !fits(text, next + 1, stack.at(-3)))
		return false;
	parser.surplus ??= surplusOf(text);
	if (parser.surplus.braces !== 0 || parser.surplus.brackets !== 0) return false;
	const facts = { opener: '{', closer: ']', expected: '}', openedAt: top.node.offset, at: next };
	parser.problems.push(problem('json-wrong-bracket', token, facts));
	closeFrame(parser, token.end);
	closeFrame(parser, next + 1);
	parser.skippedSign = next;
	parser.lastEnd = next + 1;
	return true;
}

/**
 * A closer of the other kind than the innermost opener. Either inner brackets were never closed and it belongs to
 * an outer one, or it was mistyped; what follows it tells which.
 */
export function closeMismatched(parser: JsonParser, token: Token): void {
	const { stack, text } = parser;
	const isBrace = token.kind === '}';
	const open = isBrace ? parser.objects : stack.length - parser.objects;
	const outer = open === 0 ? -1 : stack.findLastIndex(frame => frame.isObject === isBrace);
	const top = stack.at(-1);
	if (token.kind === ']' && top?.isObject && openListAround(parser, top)) {
		closeFrame(parser, token.end);
		return;
	}
	if (token.kind === ']' && takeSwappedClosers(parser, token)) return;
	const fitsOuter = outer >= 0 && fits(text, token.end, stack[outer - 1]);
	const fitsInner = fits(text, token.end, stack.at(-2));
	if (!fitsOuter && !fitsInner && isExtra(parser, token)) {
		parser.problems.push(problem('json-unexpected', token, { written: token.kind }));
	} else if (outer >= 0 && (fitsOuter || !fitsInner)) {
		while (stack.length - 1 > outer) closeUnclosed(parser);
		parser.lastEnd = token.end;
		closeFrame(parser, token.end);
	} else if (top && fitsInner) {
		const facts = {
			opener: top.isObject ? '{' : '[',
			closer: token.kind,
			expected: top.isObject ? '}' : ']',
			openedAt: top.node.offset,
		};
		parser.problems.push(problem('json-wrong-bracket', token, facts));
		parser.lastEnd = token.end;
		closeFrame(parser, token.end);
	} else {
		parser.problems.push(problem('json-unexpected', token, { written: token.kind }));
	}
}
