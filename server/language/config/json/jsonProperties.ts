import { problem } from '../../problem';
import { type Frame, type GrowingNode, type JsonParser, startsProperty } from './jsonFrames';
import { isColonAhead, skipSpace, type Token } from './jsonToken';

/** The value of the property at hand is missing; a fix puts an empty string there, and `addition` behind it. */
export function missingValue(parser: JsonParser, frame: Frame, addition: string): void {
	const property = frame.property;
	frame.property = undefined;
	frame.state = 'end';
	if (!property) return;
	const colon = property.colonOffset;
	property.length = (colon ?? parser.lastEnd - 1) + 1 - property.offset;
	const key = String(property.children?.[0]?.value ?? '');
	parser.problems.push(
		problem(
			'json-missing-value',
			{ start: property.offset, end: property.offset + property.length },
			{ key, insert: `${colon === undefined ? ':' : ''} ""${addition}` },
		),
	);
}

/** Whether a token stands on a later line than the one before it. */
export const startsOnNextLine = (parser: JsonParser, token: Token): boolean =>
	/[\r\n]/.test(parser.text.slice(parser.lastEnd, token.start));

/** Whether a token is a text that a colon follows. */
export const isKey = (text: string, token: Token): boolean =>
	(token.kind === 'string' || token.kind === 'word') && isColonAhead(text, token.end);

/** Whether a key follows on a later line, or the end of the object. */
export const isFollowedByKey = (text: string, end: number): boolean => {
	const next = skipSpace(text, end);
	return (
		text[next] === '}' || ((text[next] === '"' || /[\r\n]/.test(text.slice(end, next))) && startsProperty(text, next))
	);
};

/** Adds a property that has nothing but its key so far. */
export function startProperty(frame: Frame, keyNode: GrowingNode): void {
	const property: GrowingNode = {
		type: 'property',
		offset: keyNode.offset,
		length: keyNode.length,
		children: [keyNode],
		parent: frame.node,
	};
	keyNode.parent = property;
	frame.node.children?.push(property);
	frame.property = property;
	frame.state = 'colon';
}
