import { appendAll } from '../appendAll';
import { longestCompared } from './nearestName';

/** A shorter name with two letters wrong is like too many others. */
const fewestLetters = 6;
const mostChanges = 2;
/** Unless they were made to be many, few names have a third of their letters in common. */
const mostAlike = 20;

/**
 * Finds, among many names, those that two inserted, dropped or replaced letters tell from another one. Two changes leave
 * one of three parts of a name as it is, at its place or two letters beside it at most. Large and small letters are the
 * same. Some that it finds are more changes away.
 * @returns positions in `names`
 */
export function twoChangesApart(names: readonly string[]): (name: string) => readonly number[] {
	const byPart = new Map<string, number[]>();
	for (const [place, name] of names.entries()) {
		const lower = name.toLowerCase();
		for (const { start, end } of partsOf(lower.length)) {
			const key = keyOf(lower.length, start, lower.slice(start, end));
			const alike = byPart.get(key);
			if (!alike) byPart.set(key, [place]);
			else if (alike.length < mostAlike) alike.push(place);
		}
	}
	return name => {
		const lower = name.toLowerCase();
		const found: number[] = [];
		for (let length = lower.length - mostChanges; length <= lower.length + mostChanges; length++) {
			for (const { start, end } of partsOf(length)) {
				for (let beside = Math.max(-start, -mostChanges); beside <= mostChanges; beside++)
					appendAll(found, byPart.get(keyOf(length, start, lower.slice(start + beside, end + beside))) ?? []);
			}
		}
		return found;
	};
}

const keyOf = (length: number, start: number, part: string): string => `${length} ${start} ${part}`;

/** Where the three parts of a name of this length lie; none of a name that is too short or too long. */
function partsOf(length: number): readonly { readonly start: number; readonly end: number }[] {
	if (length < fewestLetters || length > longestCompared) return [];
	const [first, second] = [Math.floor(length / 3), Math.floor((2 * length) / 3)];
	return [
		{ start: 0, end: first },
		{ start: first, end: second },
		{ start: second, end: length },
	];
}
