import table from '../../../../schemas/pair-settings.json';
import type { Span } from '../../span';
import { hasTemplateMark } from './templateMarks';

/** A text of an unattend file that can differ from one deployment to the next. */
export interface PlacedLiteral extends Span {
	readonly text: string;
	/** Key of a setting in `pair-settings.json`. */
	readonly setting: string;
}

/** Longer texts are no single values. */
const longest = 200;

/**
 * A stretch of a source as a literal; `undefined` where what stands there is not exactly the value: it holds a
 * macro or a template's mark, or touches a hash, which a macro in its place would join.
 */
export function placedLiteral(
	{ text, masked }: { readonly text: string; readonly masked: string },
	{ start, end }: Span,
	setting: string,
): PlacedLiteral | undefined {
	const literal = text.slice(start, end);
	if (end - start > longest || literal !== literal.trim() || literal !== masked.slice(start, end)) return undefined;
	const isPlain = literal !== '' && !/[\p{Cc}#]/u.test(literal) && !hasTemplateMark(literal);
	const isApart = text[start - 1] !== '#' && text[end] !== '#';
	return isPlain && isApart ? { start, end, text: literal, setting } : undefined;
}

/** By place: the setting for what stands there. */
export type LiteralPlaces = Readonly<Record<string, string>>;

/** The places of each dialect. */
export const literalPlaces: Readonly<Record<keyof typeof table.places, LiteralPlaces>> = table.places;
