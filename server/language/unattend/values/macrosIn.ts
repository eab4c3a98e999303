import type { MacroReference } from '../../macros/macroReader';
import { partitionPoint } from '../../partitionPoint';
import type { Span } from '../../span';

/** What holds macros in document order, such as an unattend source. */
interface MacroHolder {
	readonly macros: readonly MacroReference[];
}

/** The macros that lie inside a stretch as a whole, in order. */
export function macrosIn({ macros }: MacroHolder, { start, end }: Span): readonly MacroReference[] {
	if (macros.length === 0) return macros;
	let first = firstMacroFrom(macros, start);
	if ((macros[first]?.start ?? end) < start) first++;
	let last = first;
	while ((macros[last]?.end ?? Number.POSITIVE_INFINITY) <= end) last++;
	return macros.slice(first, last);
}

/** The macro that covers an offset. */
export function coveringMacro({ macros }: MacroHolder, offset: number): MacroReference | undefined {
	const macro = macros[firstMacroFrom(macros, offset)];
	return macro && macro.start <= offset ? macro : undefined;
}

/** The macro that is the whole of a stretch. */
export function wholeMacro({ macros }: MacroHolder, { start, end }: Span): MacroReference | undefined {
	const macro = macros[firstMacroFrom(macros, start)];
	return macro && macro.start === start && macro.end === end ? macro : undefined;
}

/** True when a macro reaches into a stretch. */
export function holdsMacro({ macros }: MacroHolder, { start, end }: Span): boolean {
	const macro = macros[firstMacroFrom(macros, start)];
	return macro !== undefined && macro.start < end;
}

/** Index of the first macro that ends behind `offset`. */
function firstMacroFrom(macros: readonly MacroReference[], offset: number): number {
	return partitionPoint(macros, ({ end }) => end <= offset);
}
