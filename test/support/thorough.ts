/**
 * How much a test tries. The run of the evidence takes its time: many new random cases, every place, long texts. All
 * other runs are quick, and try the same every time.
 */
export const isThorough = process.env.XCLARITY_THOROUGH === 'yes';

/** Settings of a property of fast-check: few cases that are always the same, or many that are new each time. */
export const cases = ({ few, many }: { readonly few: number; readonly many: number }) =>
	isThorough ? { numRuns: many } : { numRuns: few, seed: 20_260_101 };

/** Every item, or one out of `step`. */
export const sampled = <T>(items: readonly T[], step: number): T[] =>
	items.filter((_, index) => isThorough || index % step === 0);

/**
 * Length of a hostile text. No clock is read: work that grows with the square of `long` would take longer than a run
 * of tests may.
 */
export const hostileLength = (short: number, long: number): number => (isThorough ? long : short);
