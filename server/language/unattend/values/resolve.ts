import type { MacroReference } from '../../macros/macroReader';
import type { Span } from '../../span';

/** A text, and the macros in it in document order. */
interface Text {
	readonly text: string;
	readonly macros: readonly MacroReference[];
}

/** How to make a stretch of a file final. */
interface Resolution {
	/** What stands in the place of a macro; `undefined` leaves it as written. */
	textOf(macro: MacroReference): string | undefined;
	/** What the file's format makes of the text beside macros: `&amp;` of XML. */
	decode?(raw: string): string;
}

/** A stretch of a text with values in the place of its macros, as the appliance puts them in. */
export function resolve({ text, macros }: Text, { start, end }: Span, { textOf, decode }: Resolution): string {
	const plain = (from: number, to: number): string => {
		const raw = text.slice(from, to);
		return decode ? decode(raw) : raw;
	};
	let result = '';
	let from = start;
	for (const macro of macros) {
		if (macro.start < from || macro.end > end) continue;
		result += plain(from, macro.start) + (textOf(macro) ?? text.slice(macro.start, macro.end));
		from = macro.end;
	}
	return result + plain(from, end);
}
