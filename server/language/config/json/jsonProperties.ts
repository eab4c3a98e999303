import { problem } from '../../problem';
import { knownKeys } from '../schemaKeys';
import { type Frame, type GrowingNode, type JsonParser, lastValue, startsProperty } from './jsonFrames';
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
	const place = { start: property.offset, end: property.offset + property.length };
	const apart = colon === undefined ? readBoth(property, key) : undefined;
	if (apart !== undefined) {
		parser.problems.push(problem('json-missing-value', place, { key, insert: '', apart: apart + addition }));
		return;
	}
	parser.problems.push(
		problem('json-missing-value', place, { key, insert: `${colon === undefined ? ':' : ''} ""${addition}` }),
	);
}

/**
 * `"type: string"`: key and value in one pair of quotation marks are read as the two; both as they should be written, or
 * `undefined` for any other text.
 */
function readBoth(property: GrowingNode, text: string): string | undefined {
	const [, key = '', written = ''] = /^([A-Za-z]+)\s*[:=]\s*(.+)$/.exec(text) ?? [];
	const [keyNode] = property.children ?? [];
	if (!knownKeys.has(key) || !keyNode) return undefined;
	(keyNode as GrowingNode).value = key;
	const literal = /^(?:true|false|\d{1,9})$/.test(written);
	const value: unknown = literal ? JSON.parse(written) : written;
	const type = typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'boolean' : 'string';
	const offset = property.offset + property.length;
	property.children?.push({ type, value, offset, length: 0, parent: property });
	return `${JSON.stringify(key)}: ${JSON.stringify(value)}`;
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

/** Reported on the last character before the place where the comma belongs. */
export function missingComma(parser: JsonParser): void {
	const [at, last] = [parser.lastEnd - 2, lastValue(parser)];
	// `"dynamic,"`: the comma is there, before the quotation mark.
	if (last?.type === 'string' && parser.text.startsWith(',"', at) && String(last.value).endsWith(',')) {
		last.value = String(last.value).slice(0, -1);
		parser.problems.push(problem('json-missing-comma', { start: at, end: at + 2 }, { instead: '",' }));
		return;
	}
	parser.problems.push(problem('json-missing-comma', { start: parser.lastEnd - 1, end: parser.lastEnd }, {}));
}
