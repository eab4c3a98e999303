/** More differing lines than this are shown as one block: the search for what they share would take too long. */
const mostCompared = 2000;

/** The lines that differ, as `  12 - old` and `  12 + new`, with their numbers in the text before and after. */
export function lineChanges(before: string, after: string): string {
	const [old, now] = [linesOf(before), linesOf(after)];
	let start = 0;
	while (start < old.length && start < now.length && old[start] === now[start]) start++;
	let end = 0;
	while (end < Math.min(old.length, now.length) - start && old.at(-1 - end) === now.at(-1 - end)) end++;
	const removed = old.slice(start, old.length - end);
	const added = now.slice(start, now.length - end);
	const isLong = removed.length > mostCompared || added.length > mostCompared;
	const kept = isLong ? [] : sharedLines(removed, added);
	const shown: string[] = [];
	let [a, b] = [0, 0];
	for (const [keptOld, keptNew] of [...kept, [removed.length, added.length] as const]) {
		for (; a < keptOld; a++) shown.push(shownLine(start + a, '-', removed[a]));
		for (; b < keptNew; b++) shown.push(shownLine(start + b, '+', added[b]));
		a = keptOld + 1;
		b = keptNew + 1;
	}
	return shown.join('');
}

const linesOf = (text: string): string[] => text.split(/\r\n|\r|\n/);

const shownLine = (index: number, sign: '-' | '+', line = ''): string =>
	`${String(index + 1).padStart(5)} ${sign} ${line.replace(/\t/g, '  ').slice(0, 200)}\n`;

/** Pairs of places of the longest sequence of lines that both have. */
function sharedLines(old: readonly string[], now: readonly string[]): (readonly [number, number])[] {
	const width = now.length + 1;
	const lengths = new Uint16Array((old.length + 1) * width);
	for (let a = old.length - 1; a >= 0; a--) {
		for (let b = now.length - 1; b >= 0; b--) {
			lengths[a * width + b] =
				old[a] === now[b]
					? (lengths[(a + 1) * width + b + 1] ?? 0) + 1
					: Math.max(lengths[(a + 1) * width + b] ?? 0, lengths[a * width + b + 1] ?? 0);
		}
	}
	const pairs: (readonly [number, number])[] = [];
	for (let [a, b] = [0, 0]; a < old.length && b < now.length; ) {
		if (old[a] === now[b]) pairs.push([a++, b++]);
		else if ((lengths[(a + 1) * width + b] ?? 0) >= (lengths[a * width + b + 1] ?? 0)) a++;
		else b++;
	}
	return pairs;
}
