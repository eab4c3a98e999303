/**
 * How much a test tries. The run of the evidence takes its time: many cases, every place, long texts. All other runs
 * are quick. Each tries the same every time, so that a run that passes passes again; XCLARITY_SEED gives other cases.
 */
export const isThorough = process.env.XCLARITY_THOROUGH === 'yes';

/** Settings of a property of fast-check: few cases, or many; the same ones for the same seed. */
export const cases = ({ few, many }: { readonly few: number; readonly many: number }) => ({
	numRuns: isThorough ? many : few,
	seed: Number(process.env.XCLARITY_SEED ?? 20_260_101),
});

/** Every item, or one out of `step`. */
export const sampled = <T>(items: readonly T[], step: number): T[] =>
	items.filter((_, index) => isThorough || index % step === 0);

/**
 * Whether simulators speak HTTP without TLS, which takes half the time: in a quick run, all but those of the tests that
 * are about connections. With the evidence all of them speak as an appliance does.
 */
export const isPlain = !isThorough;

/**
 * Length of a hostile text. No clock is read: work that grows with the square of `long` would take longer than a run
 * of tests may.
 */
export const hostileLength = (short: number, long: number): number => (isThorough ? long : short);
