/** The line by which a suite tells its result: written, and read again by `npm test`. */
const countsPattern = /^(\d+) passed, (\d+) failed, (\d+) skipped(?:, (\d+) unsteady)?$/;

/** What a suite counted, in words; what passed at the second try only is named where there is any. */
export const countsInWords = ({ passed, failed, skipped, unsteady = 0 }) =>
	`${passed} passed, ${failed} failed, ${skipped} skipped${unsteady > 0 ? `, ${unsteady} unsteady` : ''}`;

/** The line by which a suite tells its result to whoever runs it, person or program. */
export const printCounts = counts => console.log(countsInWords(counts));

/** What such a line says; undefined for any other line. */
export function readCounts(line) {
	const found = countsPattern.exec(line);
	if (found === null) return undefined;
	const [passed, failed, skipped, unsteady] = found.slice(1).map(text => Number(text ?? 0));
	return { passed, failed, skipped, unsteady };
}
