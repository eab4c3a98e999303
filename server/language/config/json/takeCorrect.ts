import { CorrectElement } from './correctElement';
import { addValue, fits, type JsonParser } from './jsonFrames';
import type { Token } from './jsonToken';

/** Takes an element of a list that is correct by itself, and that nothing behind it makes another one, as a whole. */
export function takeCorrect(parser: JsonParser, token: Token): boolean {
	const { text, stack } = parser;
	const frame = stack.at(-1);
	if (token.kind !== '{' || !frame || frame.isObject) return false;
	const found = parser.elementAt(token.start);
	if (!found || !fits(text, found.end, frame)) return false;
	addValue(parser, new CorrectElement(text, found, parser.lookedInto));
	parser.lastEnd = found.end;
	parser.resumeAt = found.end;
	return true;
}
