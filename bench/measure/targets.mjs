import { figuresOf, quantile, ratioOf } from './figures.mjs';

/**
 * What a line has to reach. `measured` gives the figures that count, of the samples of the line's part, by name;
 * `limit` is what its median is held against.
 * @typedef {{ text: string, unit: string, atMost?: number, atLeast?: number, needs: string[],
 *   measured(samples: Record<string, number[]>): import('./figures.mjs').Figures }} Target
 */

/** The time of one is at most so many times that of the other. */
export const atMostTimes = (limit, ours, theirs, name = theirs) => ({
	text: `at most ${limit} x ${name}`,
	unit: 'x',
	atMost: limit,
	needs: [ours, theirs],
	measured: samples => ratioOf(samples[ours], samples[theirs]),
});

/** The time of the other is at least so many times ours. */
export const timesFaster = (limit, ours, theirs, name = theirs) => ({
	text: limit === 1 ? `faster than ${name}` : `at least ${limit} x faster than ${name}`,
	unit: 'x',
	atLeast: limit,
	needs: [ours, theirs],
	measured: samples => ratioOf(samples[theirs], samples[ours]),
});

export const atMost = (limit, ours, unit = 'ms') => ({
	text: `at most ${limit.toLocaleString('en')} ${unit}`,
	unit,
	atMost: limit,
	needs: [ours],
	measured: samples => figuresOf(samples[ours]),
});

/** The slowest of twenty may take as long. */
export const atMostAt95 = (limit, ours) => ({
	text: `at most ${limit} ms at the 95th percentile`,
	unit: 'ms',
	atMost: limit,
	needs: [ours],
	measured: samples => {
		const sorted = samples[ours].toSorted((one, other) => one - other);
		return { ...figuresOf(sorted), median: quantile(sorted, 0.95) };
	},
});

/**
 * Time grows in proportion: of these sizes, from small to large, none takes longer for each unit than a smaller one,
 * but for a limit. Samples are times for a whole input of the size.
 * @param {[string, number][]} sizes name of the samples, and how many units they are for
 */
export const linear = (sizes, limit = 1.3) => ({
	text: `linear: at most ${limit} x as long for each`,
	unit: 'x',
	atMost: limit,
	needs: sizes.map(([name]) => name),
	measured: samples => {
		const growths = sizes.flatMap(([small, few], at) =>
			sizes.slice(at + 1).map(([large, many]) => {
				const perUnit = (name, count) => samples[name].map(value => value / count);
				return ratioOf(perUnit(large, many), perUnit(small, few));
			}),
		);
		return growths.reduce((worst, growth) => (growth.median > worst.median ? growth : worst));
	},
});

/** A line that stands there for scale. */
export const forScale = (ours, unit = 'ms') => ({
	text: 'for scale',
	unit,
	needs: [ours],
	measured: samples => figuresOf(samples[ours]),
});

/** The same, as a ratio to another. */
export const timesForScale = (ours, theirs, name = theirs) => ({
	text: `for scale: times ${name}`,
	unit: 'x',
	needs: [ours, theirs],
	measured: samples => ratioOf(samples[ours], samples[theirs]),
});

/** @returns {'met' | 'missed' | 'for scale'} */
export function verdictOf(target, { median }) {
	if (target.atMost !== undefined) return median <= target.atMost ? 'met' : 'missed';
	if (target.atLeast !== undefined) return median >= target.atLeast ? 'met' : 'missed';
	return 'for scale';
}
