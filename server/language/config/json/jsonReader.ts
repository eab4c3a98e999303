import type { Node } from 'jsonc-parser';
import { type Problem, problem } from '../../problem';
import { duplicateKeys } from './duplicateKeys';
import {
	addValue,
	closeFrame,
	closeMismatched,
	closeUnclosed,
	type Frame,
	type GrowingNode,
	isExtra,
	isIndented,
	isStrayOpener,
	openFrame,
	openListAround,
	openMissing,
	type Reading,
} from './jsonFrames';
import { jsonStart, wordsBefore } from './jsonStart';
import { isColonAhead, skipSpace, type Token } from './jsonToken';
import { tokenReader } from './jsonTokens';

/** What a text says, and what is wrong with it as JSON. */
export interface JsonTree {
	/** jsonc-parser's tree; `undefined` for a text without any value. */
	readonly root: Node | undefined;
	/** One for each mistake, in document order of the tokens that showed it. */
	readonly problems: readonly Problem[];
}

/** More open brackets than this at the end are not reported one by one. */
const unclosedLimit = 100;

/**
 * Reads JSON, and text that was meant to be JSON: it repairs each mistake where it stands, so that one mistake gives
 * one report and what follows is read as meant. Never throws; depth is bounded by memory alone.
 */
export function readJson(text: string): JsonTree {
	const reading: Reading = { text, problems: [], stack: [], root: undefined, lastEnd: 0 };
	const start = jsonStart(text);
	if (start > 0) reading.problems.push(problem('json-text-before-start', wordsBefore(text, start), {}));
	const next = tokenReader(text, { start, report: found => reading.problems.push(found) });
	for (;;) {
		const frame = reading.stack.at(-1);
		const token = next(frame?.isObject === true && frame.state !== 'value' && frame.state !== 'colon');
		if (token.kind === 'end') break;
		if (!frame && reading.root) {
			reading.problems.push(problem('json-text-after-end', { start: token.start, end: text.trimEnd().length }, {}));
			break;
		}
		while (take(reading, token) === 'again');
		if (token.kind !== ',') reading.lastEnd = Math.max(reading.lastEnd, token.end);
	}
	finish(reading);
	const duplicates = duplicateKeys(reading.root);
	return { root: reading.root, problems: [...reading.problems, ...duplicates] };
}

function finish(reading: Reading): void {
	if (!reading.root && reading.problems.every(({ code }) => code === 'json-byte-order-mark')) {
		reading.problems.push(problem('json-empty', { start: 0, end: reading.text.length }, {}));
	}
	const frame = reading.stack.at(-1);
	if (frame?.state === 'colon' || frame?.state === 'value') missingValue(reading, frame, '');
	while (reading.stack.length > unclosedLimit) closeFrame(reading, reading.lastEnd);
	while (reading.stack.length > 0) closeUnclosed(reading);
}

type Outcome = 'again' | 'done';

function take(reading: Reading, token: Token): Outcome {
	const frame = reading.stack.at(-1);
	if (frame?.isObject && (frame.state === 'colon' || frame.state === 'value')) return inProperty(reading, frame, token);
	if (frame) return inFrame(reading, frame, token);
	if ('}],:'.includes(token.kind)) return unexpected(reading, token);
	if (isKey(reading.text, token)) {
		openMissing(reading, '{', token);
		return 'again';
	}
	return value(reading, token);
}

function unexpected(reading: Reading, token: Token): Outcome {
	const written = reading.text.slice(token.start, token.end);
	reading.problems.push(problem('json-unexpected', token, { written }));
	return 'done';
}

/** Takes a token as the value that is waited for. */
function value(reading: Reading, token: Token): Outcome {
	if (token.kind === '{' || token.kind === '[') {
		if (isStrayOpener(reading, token)) return unexpected(reading, token);
		openFrame(reading, token);
		return 'done';
	}
	if (token.kind === 'word') {
		reading.problems.push(problem('json-unquoted-value', token, { written: String(token.value) }));
	}
	addValue(reading, leaf(token));
	return 'done';
}

function leaf(token: Token): GrowingNode {
	const type = token.kind === 'number' || token.kind === 'boolean' || token.kind === 'null' ? token.kind : 'string';
	return { type, value: token.value, offset: token.start, length: token.end - token.start };
}

/** After a key: the colon, then the value. */
function inProperty(reading: Reading, frame: Frame, token: Token): Outcome {
	if (
		frame.state === 'colon' &&
		token.kind.length === 1 &&
		token.kind !== ':' &&
		isColonAhead(reading.text, token.end)
	) {
		return unexpected(reading, token);
	}
	const opens = /[[{]/.test(reading.text[skipSpace(reading.text, token.end)] ?? '');
	if (frame.state === 'value' && opens && /^[,}\]]$/.test(token.kind)) return unexpected(reading, token);
	if (token.kind === ',' || token.kind === '}' || token.kind === ']') {
		missingValue(reading, frame, '');
		return 'again';
	}
	if (startsOnNextLine(reading, token) && isKey(reading.text, token)) {
		missingValue(reading, frame, ',');
		frame.state = 'afterComma';
		return 'again';
	}
	if (token.kind === ':') {
		if (frame.state === 'value') return unexpected(reading, token);
		if (frame.property) frame.property.colonOffset = token.start;
		frame.state = 'value';
		return 'done';
	}
	if (frame.state === 'value') return value(reading, token);
	frame.state = 'value';
	const equals = token.kind === 'word' && /^(?:=>?|->)$/.test(String(token.value));
	const place = equals ? token : { start: reading.lastEnd - 1, end: reading.lastEnd };
	reading.problems.push(problem('json-missing-colon', place, { written: equals ? String(token.value) : '' }));
	return equals ? 'done' : 'again';
}

/** The value of the property at hand is missing; a fix puts an empty string there, and `addition` behind it. */
function missingValue(reading: Reading, frame: Frame, addition: string): void {
	const property = frame.property;
	frame.property = undefined;
	frame.state = 'end';
	if (!property) return;
	const colon = property.colonOffset;
	property.length = (colon ?? reading.lastEnd - 1) + 1 - property.offset;
	const key = String(property.children?.[0]?.value ?? '');
	reading.problems.push(
		problem(
			'json-missing-value',
			{ start: property.offset, end: property.offset + property.length },
			{ key, insert: `${colon === undefined ? ':' : ''} ""${addition}` },
		),
	);
}

const startsOnNextLine = (reading: Reading, token: Token): boolean =>
	/[\r\n]/.test(reading.text.slice(reading.lastEnd, token.start));

const isKey = (text: string, token: Token): boolean =>
	(token.kind === 'string' || token.kind === 'word') && isColonAhead(text, token.end);

/** Where a key or an element, a comma, or the end of an object or a list may stand. */
function inFrame(reading: Reading, frame: Frame, token: Token): Outcome {
	switch (token.kind) {
		case '}':
		case ']':
			if ((token.kind === '}') === frame.isObject) return close(reading, frame, token);
			closeMismatched(reading, token);
			return 'done';
		case ',':
			return comma(reading, frame, token);
		case ':':
			return unexpected(reading, token);
		default:
			return frame.isObject ? inObject(reading, frame, token) : inArray(reading, frame, token);
	}
}

const inObject = (reading: Reading, frame: Frame, token: Token): Outcome =>
	token.kind === '{' || token.kind === '[' ? openerInObject(reading, frame, token) : key(reading, frame, token);

function key(reading: Reading, frame: Frame, token: Token): Outcome {
	if (frame.state === 'end') {
		if (!isColonAhead(reading.text, token.end) && !startsOnNextLine(reading, token)) return unexpected(reading, token);
		missingComma(reading);
	}
	const name = String(token.value);
	if (token.kind !== 'string') reading.problems.push(problem('json-unquoted-key', token, { key: name }));
	startProperty(frame, { type: 'string', value: name, offset: token.start, length: token.end - token.start });
	return 'done';
}

function startProperty(frame: Frame, keyNode: GrowingNode): void {
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

/** `{` where a key belongs: inside an array the object at hand was never closed; elsewhere the key is missing. */
function openerInObject(reading: Reading, frame: Frame, token: Token): Outcome {
	const parent = reading.stack.at(-2);
	if (isStrayOpener(reading, token)) return unexpected(reading, token);
	if (token.kind === '{' && frame.state === 'start' && frame.doubled === undefined) {
		frame.doubled = reading.problems.length;
		return unexpected(reading, token);
	}
	if (token.kind === '{' && openListAround(reading, frame)) return 'again';
	if (token.kind === '{' && parent && !parent.isObject && frame.state !== 'start') {
		const hadComma = frame.state === 'afterComma';
		closeUnclosed(reading, hadComma ? '' : ',');
		parent.state = 'afterComma';
		return 'again';
	}
	reading.problems.push(problem('json-missing-key', token, {}));
	startProperty(frame, { type: 'string', value: '', offset: token.start, length: 0 });
	openFrame(reading, token);
	return 'done';
}

function inArray(reading: Reading, frame: Frame, token: Token): Outcome {
	const parent = reading.stack.at(-2);
	if (parent?.isObject && isKey(reading.text, token)) {
		if (isIndented(reading, frame, token)) {
			openMissing(reading, '{', token);
			return 'again';
		}
		closeUnclosed(reading, frame.state === 'afterComma' ? '' : ',');
		parent.state = 'afterComma';
		return 'again';
	}
	if (frame.state === 'end') missingComma(reading);
	return value(reading, token);
}

/** Reported on the last character before the place where the comma belongs. */
function missingComma(reading: Reading): void {
	reading.problems.push(problem('json-missing-comma', { start: reading.lastEnd - 1, end: reading.lastEnd }, {}));
}

function comma(reading: Reading, frame: Frame, token: Token): Outcome {
	if (frame.state === 'end') {
		frame.state = 'afterComma';
		frame.comma = token.start;
	} else {
		reading.problems.push(problem('json-extra-comma', token, {}));
	}
	return 'done';
}

function close(reading: Reading, frame: Frame, token: Token): Outcome {
	const { doubled } = frame;
	const next = skipSpace(reading.text, token.end);
	if (token.kind === '}' && doubled !== undefined && reading.text[next] === '}') {
		const opener = reading.problems[doubled];
		if (opener) reading.problems[doubled] = { ...opener, facts: { ...opener.facts, closer: token.start } };
		delete frame.doubled;
		return 'done';
	}
	if (isExtra(reading, token)) return unexpected(reading, token);
	if (frame.state === 'afterComma' && frame.comma >= 0) {
		const place = { start: frame.comma, end: frame.comma + 1 };
		reading.problems.push(problem('json-trailing-comma', place, { closer: token.kind }));
	}
	closeFrame(reading, token.end);
	return 'done';
}
