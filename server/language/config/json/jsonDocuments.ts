import { problem } from '../../problem';
import { closeFrame, type GrowingNode, type JsonParser, pushFrame } from './jsonFrames';
import { skipSpace, type Token } from './jsonToken';

/** Whether a document has ended and the next token belongs to no bracket. */
export const isBetweenDocuments = ({ root, stack, several }: JsonParser): boolean =>
	root !== undefined && stack.length === (several ? 1 : 0);

/** A token behind the end of a document: another document, a comma between them, or text that belongs to none. */
export function takeBetween(parser: JsonParser, token: Token): 'end' | 'done' | 'document' {
	const { text, root, several } = parser;
	if (token.kind === ',' && /[[{]/.test(text[skipSpace(text, token.end)] ?? '')) {
		if (!several) startSeveral(parser, skipSpace(text, token.end));
		const frame = parser.stack.at(-1);
		if (frame) frame.state = 'afterComma';
		return 'done';
	}
	if (token.kind === ']' && several) {
		several.isClosed = true;
		closeFrame(parser, token.end);
		parser.lastEnd = token.end;
		return 'done';
	}
	if ((token.kind === '{' || token.kind === '[') && root?.children && !several?.isClosed) {
		if (!several) startSeveral(parser, token.start);
		const frame = parser.stack.at(-1);
		if (frame?.state === 'end') {
			parser.several?.commas.push(parser.lastEnd);
			frame.state = 'afterComma';
		}
		return 'document';
	}
	parser.problems.push(problem('json-text-after-end', { start: token.start, end: text.trimEnd().length }, {}));
	return 'end';
}

/** Another document begins behind the first one: from now on they are the elements of a list without brackets. */
function startSeveral(parser: JsonParser, at: number): void {
	const { root } = parser;
	if (!root) return;
	const first: GrowingNode = root;
	const list: GrowingNode = { type: 'array', offset: root.offset, length: root.length, children: [root] };
	first.parent = list;
	parser.root = list;
	parser.several = { problem: parser.problems.length, commas: [] };
	const end = root.offset + root.length;
	parser.problems.push(problem('json-several-values', { start: at, end: at + 1 }, { from: root.offset, until: end }));
	pushFrame(parser, { node: list, isObject: false, state: 'end', comma: -1, property: undefined });
}

/** Tells the report on several documents where their list ends. */
export function endOfDocuments(parser: JsonParser): void {
	const { several, stack } = parser;
	const found = several && parser.problems[several.problem];
	if (!several || !found) return;
	const isCut = stack.length > 1;
	if (stack.length === 1) closeFrame(parser, parser.lastEnd);
	const closer = several.isClosed ? '' : ']';
	// What was cut off is closed first.
	const until = isCut ? -1 : parser.lastEnd;
	const facts = { ...found.facts, until, closer, commas: several.commas.map(String) };
	parser.problems[several.problem] = { ...found, facts };
}
