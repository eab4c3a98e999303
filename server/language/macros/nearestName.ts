/** Longer names are not compared: the work grows with the product of the lengths. */
export const longestCompared = 80;

/**
 * The candidate that `name` is most likely a misspelling of, or `undefined` when none is close: a third of its
 * letters may differ, one at least. Differences of case count half.
 */
export function nearestName(name: string, candidates: Iterable<string>): string | undefined {
	if (name.length > longestCompared) return undefined;
	const lower = name.toLowerCase();
	let nearest: string | undefined;
	let smallest = Math.max(1, Math.floor(name.length / 3)) + 0.25;
	for (const candidate of candidates) {
		if (candidate === name || candidate.length > longestCompared) continue;
		if (Math.abs(candidate.length - name.length) >= smallest) continue;
		// Written in other letters only: nothing is nearer.
		if (candidate.toLowerCase() === lower) return candidate;
		const distance = editDistance(name, candidate, smallest);
		if (distance < smallest && distance < candidate.length) {
			smallest = distance;
			nearest = candidate;
		}
	}
	return nearest;
}

/**
 * How many letters to insert, drop, replace or swap with their neighbour to get from `from` to `to`; infinitely many once
 * they are at least `limit`.
 */
export function editDistance(from: string, to: string, limit = Number.POSITIVE_INFINITY): number {
	if (fewestChanges(from, to) >= limit) return Number.POSITIVE_INFINITY;
	let beforePrevious: number[] = [];
	let previous = Array.from({ length: to.length + 1 }, (_, column) => column);
	let current: number[] = [];
	let leastBefore = 0;
	for (let row = 1; row <= from.length; row++) {
		current[0] = row;
		let least = row;
		for (let column = 1; column <= to.length; column++) {
			const replaced = at(previous, column - 1) + replaceCost(from, row - 1, to, column - 1);
			let cost = Math.min(at(previous, column) + 1, at(current, column - 1) + 1, replaced);
			if (isSwapped(from, row, to, column)) cost = Math.min(cost, at(beforePrevious, column - 2) + 1);
			current[column] = cost;
			if (cost < least) least = cost;
		}
		if (leastBefore >= limit && least >= limit) return Number.POSITIVE_INFINITY;
		leastBefore = least;
		[beforePrevious, previous, current] = [previous, current, beforePrevious];
	}
	return at(previous, to.length);
}

/** So many changes it takes at least: found without the table of all pairs of letters, and most names are not near. */
function fewestChanges(from: string, to: string): number {
	const fewest = Math.abs(from.length - to.length);
	const [own, other] = [lettersOf(from), lettersOf(to)];
	if (own === undefined || other === undefined) return fewest;
	return Math.max(fewest, countBits(own & ~other), countBits(other & ~own));
}

/** A bit for each letter in a text, large or small; some share one. Not known for letters beyond ASCII. */
function lettersOf(text: string): number | undefined {
	let letters = 0;
	for (let index = 0; index < text.length; index++) {
		const code = text.charCodeAt(index);
		if (code > 127) return undefined;
		letters |= 1 << (code & 31);
	}
	return letters;
}

function countBits(bits: number): number {
	let count = 0;
	for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
	return count;
}

const at = (row: readonly number[], column: number): number => row[column] ?? Number.POSITIVE_INFINITY;

const isSwapped = (from: string, row: number, to: string, column: number): boolean =>
	row > 1 &&
	column > 1 &&
	from.charCodeAt(row - 1) === to.charCodeAt(column - 2) &&
	from.charCodeAt(row - 2) === to.charCodeAt(column - 1);

function replaceCost(from: string, row: number, to: string, column: number): number {
	const a = from.charCodeAt(row);
	const b = to.charCodeAt(column);
	if (a === b) return 0;
	// Of two small letters none is the other one's capital.
	if (isSmall(a) && isSmall(b)) return 1;
	return from.charAt(row).toLowerCase() === to.charAt(column).toLowerCase() ? 0.5 : 1;
}

const isSmall = (code: number): boolean => code >= 97 && code <= 122;
