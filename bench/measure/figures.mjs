/**
 * What many runs of one thing come to: their median, with the quartiles as its spread.
 * @typedef {{ median: number, low: number, high: number, runs: number }} Figures
 */

/** @param {number[]} values at least one */
export function figuresOf(values) {
	const sorted = values.toSorted((one, other) => one - other);
	return {
		median: quantile(sorted, 0.5),
		low: quantile(sorted, 0.25),
		high: quantile(sorted, 0.75),
		runs: sorted.length,
	};
}

/** The value below which this share of the sorted values lies; between two of them in proportion. */
export function quantile(sorted, share) {
	const at = (sorted.length - 1) * share;
	const below = Math.floor(at);
	const above = Math.min(below + 1, sorted.length - 1);
	return sorted[below] + (sorted[above] - sorted[below]) * (at - below);
}

/**
 * How many times one is the other: round by round where both had the same rounds, as both then met the same noise;
 * else of their medians.
 */
export function ratioOf(ours, theirs) {
	if (ours.length === theirs.length) return figuresOf(ours.map((value, round) => value / theirs[round]));
	return figuresOf([figuresOf(ours).median / figuresOf(theirs).median]);
}
