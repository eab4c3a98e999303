import { visit } from 'jsonc-parser';
import type { Span } from '../span';
import { changedText, replace, type TextChange } from '../textChange';

/**
 * How many things a JSON parser has against a text after some changes.
 * @param correct objects in the text as it is that are correct JSON by themselves, in order and apart: where the parser
 * comes upon one as a value, it is not read again. The number does not depend on them.
 */
export function jsonFaults(text: string, changes: readonly TextChange[], correct: readonly Span[]): number {
	const untouched = correct.filter(({ start, end }) =>
		changes.every(change => change.end <= start || end <= change.start),
	);
	const short = withoutObjects(text, untouched, changes);
	return counted(short, placesIn(untouched, changes)) ?? counted(changedText(text, changes), []) ?? 0;
}

/** A text after some changes, with nothing in the objects; none is changed. */
export const withoutObjects = (text: string, objects: readonly Span[], changes: readonly TextChange[] = []): string =>
	changedText(text, [...objects.map(object => replace(object, '{}')), ...changes]);

/** Where in the changed text `{}` stands for the elements. */
function placesIn(elements: readonly Span[], changes: readonly TextChange[]): number[] {
	const grown = (to: number): number =>
		changes.reduce((sum, { start, end, newText }) => (end <= to ? sum + newText.length - (end - start) : sum), 0);
	let shorter = 0;
	return elements.map(({ start, end }) => {
		const place = start - shorter + grown(start);
		shorter += end - start - '{}'.length;
		return place;
	});
}

/**
 * Without a tree, which nobody would look at. `undefined` when the parser, on its way past a fault, skips one of the
 * `{}`: what each stands for has more to be skipped, or less.
 */
function counted(text: string, standing: readonly number[]): number | undefined {
	let faults = 0;
	const unseen = new Set(standing);
	const onError = (): void => {
		faults++;
	};
	const onObjectBegin = (offset: number): void => {
		unseen.delete(offset);
	};
	visit(text, { onError, onObjectBegin }, { allowTrailingComma: true, disallowComments: false });
	return unseen.size === 0 ? faults : undefined;
}
