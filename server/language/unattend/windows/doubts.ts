import { partitionPoint } from '../../partitionPoint';
import type { Problem } from '../../problem';
import type { Span } from '../../span';
import type { XmlElement } from '../xml/parse/xmlNode';
import { nameOf } from '../xml/parse/xmlTree';

/**
 * What is reported already. A check that concludes something from several settings asks first: a conclusion from a
 * setting that is at fault itself would be said a second time.
 */
export interface Doubts {
	/** Something in the element is not read as it is meant, so nothing can be said to be missing from it. */
	hidesIn(element: XmlElement | undefined): boolean;
	/** That, or one of the values in the element is at fault. */
	liesIn(element: XmlElement | undefined): boolean;
	/** A setting of this name stands where it is not known, so it is not missing where it belongs. */
	isNamed(name: string): boolean;
	/** The element itself stands where it is not read. */
	isElsewhere(element: XmlElement): boolean;
}

const hiding: RegExp = /^(?:xml-|windows-(?:setting-unknown|setting-kind|text-stray|attribute-unknown)$)/;
const misplacing: RegExp = /^windows-setting-(?:pass|unknown)$/;
/** What leaves the meaning of the place as it is. */
const harmless: RegExp = /^windows-(?:setting-deprecated|command-shell|item-action|item-key|too-long)$/;

/** Doubts from the problems of a file, in any order. */
export function doubtsFrom(problems: readonly Problem[]): Doubts {
	const hidden = startsOf(problems.filter(({ code }) => hiding.test(code)));
	const all = startsOf(problems.filter(({ code }) => !harmless.test(code)));
	const elsewhere = new Set(problems.filter(({ code }) => misplacing.test(code)).map(({ start }) => start));
	const names = new Set(
		problems.filter(({ code }) => code === 'windows-setting-unknown').map(({ facts }) => facts.name),
	);
	return {
		isNamed: name => names.has(name),
		isElsewhere: element => elsewhere.has(nameOf(element).start),
		hidesIn: element => element !== undefined && anyWithin(hidden, spanOf(element)),
		liesIn: element => element !== undefined && anyWithin(all, spanOf(element)),
	};
}

const spanOf = ({ offset, length }: XmlElement): Span => ({ start: offset, end: offset + length });

const startsOf = (problems: readonly Problem[]): readonly number[] =>
	problems.map(({ start }) => start).sort((a, b) => a - b);

/** Whether one of the ascending numbers lies in the place. */
export function anyWithin(starts: readonly number[], { start, end }: Span): boolean {
	const first = starts[partitionPoint(starts, each => each < start)];
	return first !== undefined && first < end;
}
