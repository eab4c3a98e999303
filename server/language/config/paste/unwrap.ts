import type { Span } from '../../span';
import { changedText } from '../../textChange';
import { assignment } from './assignment';
import { codeFence } from './codeFence';
import { diffMarks } from './diffMarks';
import { equalsSigns } from './equalsSigns';
import { escapedText } from './escapedText';
import { fullWidth } from './fullWidth';
import { html } from './html';
import { bulletedLines, commentedLines, numberedLines, quotedLines, stampedLines } from './lineMarks';
import { mergeConflict } from './mergeConflict';
import { type OffsetMap, offsetMap } from './offsetMap';
import { otherQuotes } from './otherQuotes';
import { powerShell } from './powerShell';
import { bareKeys, oddBlanks, pythonWords } from './programWords';
import type { Unwrapper, Unwrapping } from './unwrapper';
import { yaml } from './yaml';

/** Every kind of wrapping that is known, the outer ones first. */
const unwrappers: readonly Unwrapper[] = [
	mergeConflict,
	escapedText,
	html,
	codeFence,
	diffMarks,
	quotedLines,
	numberedLines,
	bulletedLines,
	commentedLines,
	stampedLines,
	powerShell,
	assignment,
	fullWidth,
	otherQuotes,
	oddBlanks,
	yaml,
	equalsSigns,
	bareKeys,
	pythonWords,
];

/** One wrapping that was taken off. */
interface Step extends Span {
	/** What the text was, as it completes "This is …". The place is in the text as it was pasted. */
	readonly what: string;
	readonly isUndecided: boolean;
}

/** A text without its wrappings. */
export interface Unwrapped {
	readonly text: string;
	/** The wrappings, the outermost first. */
	readonly steps: readonly Step[];
	/** Words of a person that went with a wrapping. */
	readonly leftOut: readonly string[];
	/** Finds offsets of the text in what was pasted; `undefined` when it was written anew. */
	readonly toPasted: OffsetMap | undefined;
}

/** Wrappings lie in each other a few deep at most: a diff in a fence in a mail. */
const mostSteps = 8;

/** Takes off whatever pages, mails, tools and other languages have put around or into a text; `undefined` when nothing. */
export function unwrap(pasted: string): Unwrapped | undefined {
	const steps: Step[] = [];
	const leftOut: string[] = [];
	let text = pasted;
	let toPasted: OffsetMap | undefined = offset => offset;
	while (steps.length < mostSteps) {
		const found = firstOf(text);
		if (!found) break;
		const outer: OffsetMap | undefined = toPasted;
		const { start, end } = found.at;
		const place = outer !== undefined ? { start: outer(start, 'start'), end: outer(end, 'end') } : { start: 0, end: 0 };
		steps.push({ what: found.what, isUndecided: found.isUndecided === true, ...place });
		for (const left of found.leavesOut ?? []) leftOut.push(text.slice(left.start, left.end));
		const inner = offsetMap(found.changes);
		toPasted =
			outer !== undefined && !found.isRewritten ? (offset, side) => outer(inner(offset, side), side) : undefined;
		text = changedText(text, found.changes);
	}
	return steps.length === 0 ? undefined : { text, steps, leftOut, toPasted };
}

function firstOf(text: string): Unwrapping | undefined {
	for (const unwrapper of unwrappers) {
		const found = unwrapper(text);
		if (found && found.changes.length > 0) return found;
	}
	return undefined;
}
