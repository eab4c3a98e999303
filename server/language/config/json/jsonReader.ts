import type { Node } from 'jsonc-parser';
import { type Problem, problem } from '../../problem';
import { duplicateKeys } from './duplicateKeys';
import { ElementMemory, type ElementReader } from './elementMemory';
import { isBetweenDocuments, takeBetween } from './jsonDocuments';
import { reopenElement } from './jsonEarlyCloser';
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
	type JsonParser,
	leaf,
	newParser,
	openFrame,
	openMissing,
} from './jsonFrames';
import { closeBare, closeMismatched, openListAround, openListOfTexts } from './jsonLists';
import { takeBareValue, takeMovedComma, takeParenthesis } from './jsonPairs';
import {
	closeParenthesis,
	isColonInList,
	isValueAt,
	openParenthesis,
	takeAnswer,
	takeEllipsis,
	takeJoined,
	takeListInBraces,
	takeWrongSeparator,
} from './jsonParts';
import { isFollowedByKey, isKey, missingComma, missingValue, startProperty, startsOnNextLine } from './jsonProperties';
import { takeRepetition } from './jsonRepetitions';
import { jsonStart, wordsBefore } from './jsonStart';
import { isColonAhead, skipSpace, type Token } from './jsonToken';
import { tokenReader } from './jsonTokens';
import { takeCorrect } from './takeCorrect';

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
 * @param elementAt reads elements of lists that are correct JSON; what is read does not depend on it
 */
export function readJson(text: string, elementAt: ElementReader = new ElementMemory().readerFor(text)): JsonTree {
	const parser = newParser(text, elementAt);
	const start = jsonStart(text);
	if (start > 0) parser.problems.push(problem('json-text-before-start', wordsBefore(text, start), {}));
	const next = tokenReader(text, { start, report: found => parser.problems.push(found) });
	for (;;) {
		const frame = parser.stack.at(-1);
		const token = next(frame?.isObject === true && frame.state !== 'value' && frame.state !== 'colon', parser.resumeAt);
		parser.resumeAt = undefined;
		if (token.kind === 'end') break;
		if (isBetweenDocuments(parser)) {
			const step = takeBetween(parser, token);
			if (step === 'end') break;
			if (step === 'done') continue;
		}
		while (take(parser, token) === 'again');
		if (token.kind !== ',') parser.lastEnd = Math.max(parser.lastEnd, token.end);
	}
	finish(parser);
	const { root, problems, truncatedAt } = parser;
	const isSeveral = parser.several !== undefined;
	return { root, problems: [...problems, ...duplicateKeys(root)], truncatedAt, isSeveral };
}

type Outcome = 'again' | 'done';

function take(parser: JsonParser, token: Token): Outcome {
	const frame = parser.stack.at(-1);
	if (frame && takeSign(parser, frame, token)) return 'done';
	if (frame?.isObject && (frame.state === 'colon' || frame.state === 'value')) return inProperty(parser, frame, token);
	if (frame) return inFrame(parser, frame, token);
	if ('}],:'.includes(token.kind)) return unexpected(parser, token);
	if (isKey(parser.text, token)) {
		openMissing(parser, '{', token);
		return 'again';
	}
	return value(parser, token);
}

/** Signs that JSON does not have, and commas and colons in each other's place. */
function takeSign(parser: JsonParser, frame: Frame, token: Token): boolean {
	if (token.start === parser.skippedSign) return true;
	if (token.kind === 'word') {
		const word = String(token.value);
		if (word === ')') return closeParenthesis(parser, token);
		if (/^(?:\.{3}|\u2026)/.test(word)) {
			takeEllipsis(parser, frame, token);
			return true;
		}
	}
	return (
		takeRepetition(parser, frame, token) || takeJoined(parser, frame, token) || takeWrongSeparator(parser, frame, token)
	);
}

function unexpected(parser: JsonParser, token: Token): Outcome {
	const written = parser.text.slice(token.start, token.end);
	parser.problems.push(problem('json-unexpected', token, { written }));
	return 'done';
}

/** Takes a token as the value that is waited for. */
function value(parser: JsonParser, token: Token): Outcome {
	if (token.kind === '{' || token.kind === '[') {
		if (isStrayOpener(parser, token)) return unexpected(parser, token);
		if (!takeCorrect(parser, token)) openFrame(parser, token);
		return 'done';
	}
	if (token.kind === 'word') {
		if (token.value === '(' && takeParenthesis(parser, token)) return 'done';
		if (token.value === '(') {
			openParenthesis(parser, token);
			return 'done';
		}
		if (takeAnswer(parser, parser.stack.at(-1), token)) return 'done';
		const key = parser.stack.at(-1)?.property?.children?.[0];
		const keyEnd = key ? key.offset + key.length : -1;
		if (!takeBareValue(parser, token, keyEnd))
			parser.problems.push(problem('json-unquoted-value', token, { written: String(token.value), keyEnd }));
	}
	addValue(parser, leaf(token));
	return 'done';
}

/** After a key: the colon, then the value. */
function inProperty(parser: JsonParser, frame: Frame, token: Token): Outcome {
	if (
		frame.state === 'colon' &&
		token.kind.length === 1 &&
		token.kind !== ':' &&
		isColonAhead(parser.text, token.end)
	) {
		return unexpected(parser, token);
	}
	const next = skipSpace(parser.text, token.end);
	const opens = /[[{]/.test(parser.text[next] ?? '');
	if (frame.state === 'value' && opens && /^[,}\]]$/.test(token.kind)) return unexpected(parser, token);
	// A comma between a colon and its value.
	if (frame.state === 'value' && token.kind === ',' && isValueAt(parser.text, next)) return unexpected(parser, token);
	if (token.kind === ',' || token.kind === '}' || token.kind === ']') {
		missingValue(parser, frame, '');
		return 'again';
	}
	if (startsOnNextLine(parser, token) && isKey(parser.text, token)) {
		missingValue(parser, frame, ',');
		frame.state = 'afterComma';
		return 'again';
	}
	if (token.kind === ':') {
		if (frame.state === 'value') return unexpected(parser, token);
		if (frame.property) frame.property.colonOffset = token.start;
		frame.state = 'value';
		return 'done';
	}
	const equals = token.kind === 'word' && /^(?:=>?|->)$/.test(String(token.value));
	if (frame.state === 'value') return equals ? unexpected(parser, token) : value(parser, token);
	frame.state = 'value';
	const key: GrowingNode | undefined = frame.property?.children?.[0];
	if (!equals && key && parser.text.startsWith(':"', parser.lastEnd - 2)) {
		key.value = String(key.value).slice(0, -1);
		const inside = { start: parser.lastEnd - 2, end: parser.lastEnd };
		parser.problems.push(problem('json-missing-colon', inside, { written: '', instead: '":' }));
		return 'again';
	}
	const place = equals ? token : { start: parser.lastEnd - 1, end: parser.lastEnd };
	parser.problems.push(problem('json-missing-colon', place, { written: equals ? String(token.value) : '' }));
	return equals ? 'done' : 'again';
}

/** Where a key or an element, a comma, or the end of an object or a list may stand. */
function inFrame(parser: JsonParser, frame: Frame, token: Token): Outcome {
	switch (token.kind) {
		case '}':
		case ']':
			if (token.kind === '}' && closeBare(parser, frame)) return 'again';
			if (token.kind === '}' && frame.parenthesis !== undefined && !frame.isObject && closeParenthesis(parser, token))
				return 'done';
			if ((token.kind === '}') === frame.isObject) return close(parser, frame, token);
			closeMismatched(parser, token);
			return 'done';
		case ',':
			return comma(parser, frame, token);
		case ':':
			return unexpected(parser, token);
		default:
			return frame.isObject ? inObject(parser, frame, token) : inArray(parser, frame, token);
	}
}

const inObject = (parser: JsonParser, frame: Frame, token: Token): Outcome =>
	token.kind === '{' || token.kind === '[' ? openerInObject(parser, frame, token) : key(parser, frame, token);

function key(parser: JsonParser, frame: Frame, token: Token): Outcome {
	if (openListOfTexts(parser, frame, token)) return 'again';
	if (frame.state === 'end') {
		if (!isColonAhead(parser.text, token.end) && !startsOnNextLine(parser, token)) return unexpected(parser, token);
		missingComma(parser);
	}
	const name = String(token.value);
	// Words that no colon follows are no key.
	if (token.kind === 'word' && isFollowedByKey(parser.text, token.end)) return unexpected(parser, token);
	if (token.kind !== 'string') parser.problems.push(problem('json-unquoted-key', token, { key: name }));
	startProperty(frame, { type: 'string', value: name, offset: token.start, length: token.end - token.start });
	return 'done';
}

/** `{` where a key belongs: inside an array the object at hand was never closed; elsewhere the key is missing. */
function openerInObject(parser: JsonParser, frame: Frame, token: Token): Outcome {
	const parent = parser.stack.at(-2);
	if (token.kind === '{' && takeListInBraces(parser, frame)) return 'again';
	if (isStrayOpener(parser, token)) return unexpected(parser, token);
	if (token.kind === '{' && frame.state === 'start' && frame.doubled === undefined) {
		frame.doubled = parser.problems.length;
		return unexpected(parser, token);
	}
	if (token.kind === '{' && openListAround(parser, frame)) return 'again';
	if (token.kind === '{' && parent && !parent.isObject && frame.state !== 'start') {
		const hadComma = frame.state === 'afterComma';
		closeUnclosed(parser, hadComma ? '' : ',');
		parent.state = 'afterComma';
		return 'again';
	}
	parser.problems.push(problem('json-missing-key', token, {}));
	startProperty(frame, { type: 'string', value: '', offset: token.start, length: 0 });
	openFrame(parser, token);
	return 'done';
}

function inArray(parser: JsonParser, frame: Frame, token: Token): Outcome {
	const parent = parser.stack.at(-2);
	if (isColonInList(parser, frame, token)) {
		if (frame.state === 'end') missingComma(parser);
		return value(parser, token);
	}
	if (parent?.isObject && isKey(parser.text, token)) {
		if (closeBare(parser, frame)) return 'again';
		if (reopenElement(parser, frame, token)) return 'again';
		if (isIndented(parser, frame, token)) {
			openMissing(parser, '{', token);
			return 'again';
		}
		closeUnclosed(parser, frame.state === 'afterComma' ? '' : ',');
		parent.state = 'afterComma';
		return 'again';
	}
	const colon = skipSpace(parser.text, token.end);
	if (token.kind === 'number' && /^:\s*[[{]/.test(parser.text.slice(colon, colon + 200))) {
		parser.skippedSign = colon;
		return unexpected(parser, { ...token, end: colon + 1 });
	}
	if (frame.state === 'end') missingComma(parser);
	return value(parser, token);
}

function comma(parser: JsonParser, frame: Frame, token: Token): Outcome {
	if (frame.state === 'end') {
		frame.state = 'afterComma';
		frame.comma = token.start;
	} else {
		parser.problems.push(problem('json-extra-comma', token, {}));
	}
	return 'done';
}

function close(parser: JsonParser, frame: Frame, token: Token): Outcome {
	const { doubled } = frame;
	const next = skipSpace(parser.text, token.end);
	if (token.kind === '}' && doubled !== undefined && parser.text[next] === '}') {
		const opener = parser.problems[doubled];
		if (opener) parser.problems[doubled] = { ...opener, facts: { ...opener.facts, closer: token.start } };
		delete frame.doubled;
		return 'done';
	}
	if (isExtra(parser, token)) return unexpected(parser, token);
	if (frame.state === 'afterComma' && frame.comma >= 0 && !takeMovedComma(parser, frame)) {
		const place = { start: frame.comma, end: frame.comma + 1 };
		parser.problems.push(problem('json-trailing-comma', place, { closer: token.kind }));
	}
	closeFrame(parser, token.end);
	return 'done';
}
