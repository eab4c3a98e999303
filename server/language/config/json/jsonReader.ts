import type { Node } from 'jsonc-parser';
import { type Problem, problem } from '../../problem';
import { duplicateKeys } from './duplicateKeys';
import { isBetweenDocuments, takeBetween } from './jsonDocuments';
import { finish } from './jsonEnd';
import {
	addValue,
	closeFrame,
	closeUnclosed,
	type Frame,
	type GrowingNode,
	isExtra,
	isIndented,
	isStrayOpener,
	openFrame,
	openMissing,
	type Reading,
} from './jsonFrames';
import { closeBare, closeMismatched, openListAround, openListOfTexts } from './jsonLists';
import {
	closeParenthesis,
	isColonInList,
	openParenthesis,
	takeAnswer,
	takeEllipsis,
	takeJoined,
	takeWrongSeparator,
} from './jsonParts';
import { isFollowedByKey, isKey, missingValue, startProperty, startsOnNextLine } from './jsonProperties';
import { jsonStart, wordsBefore } from './jsonStart';
import { isColonAhead, skipSpace, type Token } from './jsonToken';
import { tokenReader } from './jsonTokens';

/** What a text says, and what is wrong with it as JSON. */
export interface JsonTree {
	/** jsonc-parser's tree; `undefined` for a text without any value. */
	readonly root: Node | undefined;
	/** One for each mistake, in document order of the tokens that showed it. */
	readonly problems: readonly Problem[];
	/** Where the text was cut off: what is open there may not say all that it was to say. */
	readonly truncatedAt?: number | undefined;
	/** The root is a list that the reader made of several documents, one after the other. */
	readonly isSeveral?: boolean;
}

/**
 * Reads JSON, and text that was meant to be JSON: it repairs each mistake where it stands, so that one mistake gives
 * one report and what follows is read as meant. Never throws; depth is bounded by memory alone.
 */
export function readJson(text: string): JsonTree {
	const reading: Reading = { text, problems: [], stack: [], root: undefined, lastEnd: 0, objects: 0 };
	const start = jsonStart(text);
	if (start > 0) reading.problems.push(problem('json-text-before-start', wordsBefore(text, start), {}));
	const next = tokenReader(text, { start, report: found => reading.problems.push(found) });
	for (;;) {
		const frame = reading.stack.at(-1);
		const token = next(frame?.isObject === true && frame.state !== 'value' && frame.state !== 'colon');
		if (token.kind === 'end') break;
		if (isBetweenDocuments(reading)) {
			const step = takeBetween(reading, token);
			if (step === 'end') break;
			if (step === 'done') continue;
		}
		while (take(reading, token) === 'again');
		if (token.kind !== ',') reading.lastEnd = Math.max(reading.lastEnd, token.end);
	}
	finish(reading);
	const { root, problems, truncatedAt } = reading;
	const isSeveral = reading.several !== undefined;
	return { root, problems: [...problems, ...duplicateKeys(root)], truncatedAt, isSeveral };
}

type Outcome = 'again' | 'done';

function take(reading: Reading, token: Token): Outcome {
	const frame = reading.stack.at(-1);
	if (frame && takeSign(reading, frame, token)) return 'done';
	if (frame?.isObject && (frame.state === 'colon' || frame.state === 'value')) return inProperty(reading, frame, token);
	if (frame) return inFrame(reading, frame, token);
	if ('}],:'.includes(token.kind)) return unexpected(reading, token);
	if (isKey(reading.text, token)) {
		openMissing(reading, '{', token);
		return 'again';
	}
	return value(reading, token);
}

/** Signs that JSON does not have, and commas and colons in each other's place. */
function takeSign(reading: Reading, frame: Frame, token: Token): boolean {
	if (token.kind === ',' && token.start === reading.skippedComma) return true;
	if (token.kind === 'word') {
		const word = String(token.value);
		if (word === ')') return closeParenthesis(reading, token);
		if (/^(?:\.{3}|\u2026)/.test(word)) {
			takeEllipsis(reading, frame, token);
			return true;
		}
	}
	return takeJoined(reading, frame, token) || takeWrongSeparator(reading, frame, token);
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
		if (token.value === '(') {
			openParenthesis(reading, token);
			return 'done';
		}
		if (takeAnswer(reading, reading.stack.at(-1), token)) return 'done';
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

/** Where a key or an element, a comma, or the end of an object or a list may stand. */
function inFrame(reading: Reading, frame: Frame, token: Token): Outcome {
	switch (token.kind) {
		case '}':
		case ']':
			if (token.kind === '}' && closeBare(reading, frame)) return 'again';
			if (token.kind === '}' && frame.parenthesis !== undefined && !frame.isObject && closeParenthesis(reading, token))
				return 'done';
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
	if (openListOfTexts(reading, frame, token)) return 'again';
	if (frame.state === 'end') {
		if (!isColonAhead(reading.text, token.end) && !startsOnNextLine(reading, token)) return unexpected(reading, token);
		missingComma(reading);
	}
	const name = String(token.value);
	// Words that no colon follows are no key.
	if (token.kind === 'word' && isFollowedByKey(reading.text, token.end)) return unexpected(reading, token);
	if (token.kind !== 'string') reading.problems.push(problem('json-unquoted-key', token, { key: name }));
	startProperty(frame, { type: 'string', value: name, offset: token.start, length: token.end - token.start });
	return 'done';
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
	if (isColonInList(reading, frame, token)) {
		if (frame.state === 'end') missingComma(reading);
		return value(reading, token);
	}
	if (parent?.isObject && isKey(reading.text, token)) {
		if (closeBare(reading, frame)) return 'again';
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
