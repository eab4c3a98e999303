import { problem } from '../../problem';
import { closeFrame, type GrowingNode, pushFrame, type Reading } from './jsonFrames';
import { skipSpace, type Token } from './jsonToken';

/** Whether a document has ended and the next token belongs to no bracket. */
export const isBetweenDocuments = ({ root, stack, several }: Reading): boolean =>
	root !== undefined && stack.length === (several ? 1 : 0);

/** A token behind the end of a document: another document, a comma between them, or text that belongs to none. */
export function takeBetween(reading: Reading, token: Token): 'end' | 'done' | 'document' {
	const { text, root, several } = reading;
	if (token.kind === ',' && /[[{]/.test(text[skipSpace(text, token.end)] ?? '')) {
		if (!several) startSeveral(reading, skipSpace(text, token.end));
		const frame = reading.stack.at(-1);
		if (frame) frame.state = 'afterComma';
		return 'done';
	}
	if (token.kind === ']' && several) {
		several.isClosed = true;
		closeFrame(reading, token.end);
		reading.lastEnd = token.end;
		return 'done';
	}
	if ((token.kind === '{' || token.kind === '[') && root?.children && !several?.isClosed) {
		const isFirst = !several;
		if (isFirst) startSeveral(reading, token.start);
		const frame = reading.stack.at(-1);
		if (frame?.state === 'end') {
			reading.several?.commas.push(reading.lastEnd);
			frame.state = 'afterComma';
		}
		return 'document';
	}
	reading.problems.push(problem('json-text-after-end', { start: token.start, end: text.trimEnd().length }, {}));
	return 'end';
}

/** Another document begins behind the first one: from now on they are the elements of a list without brackets. */
function startSeveral(reading: Reading, at: number): void {
	const { root } = reading;
	if (!root) return;
	const first: GrowingNode = root;
	const list: GrowingNode = { type: 'array', offset: root.offset, length: root.length, children: [root] };
	first.parent = list;
	reading.root = list;
	reading.several = { problem: reading.problems.length, commas: [] };
	const end = root.offset + root.length;
	reading.problems.push(problem('json-several-values', { start: at, end: at + 1 }, { from: root.offset, until: end }));
	pushFrame(reading, { node: list, isObject: false, state: 'end', comma: -1, property: undefined });
}

/** Tells the report on several documents where their list ends. */
export function endOfDocuments(reading: Reading): void {
	const { several, stack } = reading;
	const found = several && reading.problems[several.problem];
	if (!several || !found) return;
	const isCut = stack.length > 1;
	if (stack.length === 1) closeFrame(reading, reading.lastEnd);
	const closer = several.isClosed ? '' : ']';
	// What was cut off is closed first.
	const until = isCut ? -1 : reading.lastEnd;
	const facts = { ...found.facts, until, closer, commas: several.commas.map(String) };
	reading.problems[several.problem] = { ...found, facts };
}
