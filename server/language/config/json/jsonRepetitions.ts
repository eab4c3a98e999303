import { problem } from '../../problem';
import { type Frame, type GrowingNode, type JsonParser, lastValue } from './jsonFrames';
import { keyAt, listKeys } from './jsonParts';
import { isColonAhead, type Token } from './jsonToken';

const isOnOneLine = (text: string, from: number, to: number): boolean => !/[\r\n]/.test(text.slice(from, to));

/**
 * A key or a value that stands there a second time, and a literal behind a value: `"label": "label": "Zone"`,
 * `"string" "string"`, `true, true`, `3,0`. Passed over; whether the token was one.
 */
export function takeRepetition(parser: JsonParser, frame: Frame, token: Token): boolean {
	if (!frame.isObject) return false;
	const property: GrowingNode | undefined = frame.node.children?.at(-1);
	const value = lastValue(parser);
	if (!property || !value) return false;
	if (token.kind === ':') return takeSecondKey(parser, frame, { property, value, token });
	if (isColonAhead(parser.text, token.end) || listKeys.has(keyAt(frame))) return false;
	const isSame = value.value !== undefined && value.value === token.value;
	const isLiteral = token.kind === 'number' || token.kind === 'boolean' || token.kind === 'null';
	const isBehindComma = frame.state === 'afterComma' && isOnOneLine(parser.text, frame.comma, token.start);
	if (!(isBehindComma && (isLiteral || (isSame && token.kind === 'string'))) && !(frame.state === 'end' && isSame))
		return false;
	const start = isBehindComma ? frame.comma : token.start;
	frame.state = 'end';
	passOver(parser, { start, end: token.end }, isSame);
	return true;
}

/** A colon behind the text that the key is: the text is the key once more, and its value is still to come. */
function takeSecondKey(
	parser: JsonParser,
	frame: Frame,
	{ property, value, token }: { readonly property: GrowingNode; readonly value: GrowingNode; readonly token: Token },
): boolean {
	const key = property.children?.[0]?.value;
	if (frame.state !== 'end' || value.type !== 'string' || value.value !== key) return false;
	property.children?.pop();
	property.colonOffset = token.start;
	frame.property = property;
	frame.state = 'value';
	passOver(parser, { start: value.offset, end: token.end }, true);
	return true;
}

function passOver(parser: JsonParser, place: { readonly start: number; readonly end: number }, isSaid: boolean): void {
	const written = parser.text.slice(place.start, place.end);
	parser.problems.push(problem('json-unexpected', place, isSaid ? { written, isSaid } : { written }));
}
