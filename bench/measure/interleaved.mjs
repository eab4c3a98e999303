import v8 from 'node:v8';
import vm from 'node:vm';

/**
 * Runs all competitors in turn, round after round, so that what disturbs the machine disturbs all of them; each round
 * begins with another one.
 * @param {Record<string, (round: number) => number | Promise<number>>} competitors give their time in milliseconds
 * @param {{ rounds: number, warmUp?: number, tell?: (text: string) => void }} options rounds of `warmUp` do not count
 * @returns {Promise<Record<string, number[]>>}
 */
export async function interleaved(competitors, { rounds, warmUp = 0, tell = () => undefined }) {
	const names = Object.keys(competitors);
	const samples = Object.fromEntries(names.map(name => [name, []]));
	for (let round = -warmUp; round < rounds; round++) {
		for (let turn = 0; turn < names.length; turn++) {
			const name = names[(turn + round + warmUp) % names.length];
			tell(`${round < 0 ? 'warming up' : `round ${round + 1} of ${rounds}`}: ${name}`);
			const time = await competitors[name](round);
			if (round >= 0) samples[name].push(time);
		}
	}
	return samples;
}

/** Milliseconds that one run of an action takes. What others have left for the collector of garbage is taken away first. */
export async function timed(action, repeats = 1) {
	collectYoung();
	const started = performance.now();
	for (let run = 0; run < repeats; run++) await action();
	return (performance.now() - started) / repeats;
}

/** The same for an action that gives no promise: for short ones a turn of the queue would count. */
export function timedNow(action, repeats = 1) {
	collectYoung();
	const started = performance.now();
	for (let run = 0; run < repeats; run++) action();
	return (performance.now() - started) / repeats;
}

v8.setFlagsFromString('--expose-gc');
const collect = vm.runInNewContext('gc');
const collectYoung = () => collect({ type: 'minor' });
