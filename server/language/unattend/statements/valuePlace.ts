import type { UnattendSource } from '../unattendSource';
import type { TextPlace } from '../values/possibleTexts';
import { hasTemplateMark } from '../values/templateMarks';
import type { Value } from './parseArguments';

const asWritten = (raw: string): string => raw;

/** A value of a statement as a place whose final text can be computed; quotes or escapes inside it hide where parts stand. */
export const valuePlace = ({ masked }: UnattendSource, { text, start, end }: Value): TextPlace => ({
	text,
	start,
	end,
	isTemplate: hasTemplateMark(masked.slice(start, end)),
	decode: end - start === text.length ? asWritten : undefined,
});
