import { longestCompared } from './nearestName';

/** So many names differ in the same place at most, unless they were made to be many. */
const mostAlike = 40;

/**
 * Finds, among many names, those that are one change away from another one: a letter inserted, dropped, replaced or
 * swapped with its neighbour. Large and small letters are the same. Some that it finds are two changes away.
 * @returns positions in `names`
 */
export function oneChangeApart(names: readonly string[]): (name: string) => readonly number[] {
	// Names one change apart become the same text when the right letter of each is dropped, or of one of them.
	const byRest = new Map<string, number[]>();
	for (const [place, name] of names.entries()) {
		for (const rest of restsOf(name)) {
			const alike = byRest.get(rest);
			if (!alike) byRest.set(rest, [place]);
			else if (alike.length < mostAlike && alike.at(-1) !== place) alike.push(place);
		}
	}
	return name => restsOf(name).flatMap(rest => byRest.get(rest) ?? []);
}

/** A name in small letters, and all that it becomes without one of them. */
function restsOf(name: string): string[] {
	if (name.length > longestCompared) return [];
	const lower = name.toLowerCase();
	return [lower, ...Array.from({ length: lower.length }, (_, index) => lower.slice(0, index) + lower.slice(index + 1))];
}
