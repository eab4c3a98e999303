import { describeDialects } from '../../server/simulator/dialects';
import type { Cell } from './cell';
import { runCell } from './runCell';
import { scenarios } from './scenarios';
import { actNames } from './theirActs';

/** What goes wrong, at each request in turn. `ctrl-c` and `kill` end the tool when the appliance has done what it asks. */
export const faultKinds: readonly string[] = [
	...['401', '500', 'refuse', '429', '503', 'gateway', 'gateway=502', 'drop-before', 'drop-after'],
	...['truncated', 'cut', 'html', 'failed-job', 'ctrl-c', 'kill'],
];

/** A road is a scenario on an appliance of one dialect; its length is the number of requests without faults. */
export interface Road {
	readonly scenario: string;
	readonly dialect: string;
	readonly length: number;
	/** What is wrong when nothing goes wrong and nobody else is there. */
	readonly violations: readonly string[];
}

/** Goes down every road once, undisturbed; so many at a time. */
export async function measureRoads(
	lanes: number,
	isWanted: (road: Pick<Road, 'scenario' | 'dialect'>) => boolean = () => true,
	dialects: readonly string[] = describeDialects().map(({ name }) => name),
): Promise<Road[]> {
	const all = scenarios.flatMap(({ name: scenario }) => dialects.map(dialect => ({ scenario, dialect })));
	const roads = new Map<string, Road>();
	const wanted = all.filter(isWanted);
	await sideBySide(wanted, lanes, async ({ scenario, dialect }) => {
		const { violations, requests } = await runCell({ scenario, dialect, fault: undefined, act: undefined });
		roads.set(`${scenario} ${dialect}`, { scenario, dialect, length: requests.length, violations });
	});
	return wanted.flatMap(({ scenario, dialect }) => roads.get(`${scenario} ${dialect}`) ?? []);
}

/** Runs `act` for every value, so many at a time, in their order. */
export async function sideBySide<T>(
	values: readonly T[],
	lanes: number,
	act: (value: T, index: number) => Promise<void>,
): Promise<void> {
	const waiting = values.entries();
	const lane = async (): Promise<void> => {
		for (const [index, value] of waiting) await act(value, index);
	};
	await Promise.all(Array.from({ length: lanes }, lane));
}

/** Every fault at every request, and every act before every request, one at a time. */
export function singleCells({ scenario, dialect, length }: Road): Cell[] {
	const places = Array.from({ length }, (_, at) => at + 1);
	return [
		...faultKinds.flatMap(kind => places.map(at => ({ scenario, dialect, fault: `${kind}#${at}`, act: undefined }))),
		...actNames.flatMap(name =>
			places.map(at => ({ scenario, dialect, fault: undefined, act: `${name}@before#${at}` })),
		),
	];
}

/** Numbers from 0 to 1 that depend on the seed alone (mulberry32). */
export function randomNumbers(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** Cells with a fault and an act, anywhere on any of the roads. */
export function doubleCells(roads: readonly Road[], count: number, seed: number): Cell[] {
	const random = randomNumbers(seed);
	const below = (limit: number): number => Math.floor(random() * limit);
	const one = <T>(values: readonly T[]): T | undefined => values[below(values.length)];
	return Array.from({ length: count }, () => {
		const road = one(roads);
		if (!road) throw new RangeError('There is no road.');
		const at = (): number => 1 + below(road.length + 2);
		const when = random() < 0.5 ? 'before' : 'after';
		return {
			scenario: road.scenario,
			dialect: road.dialect,
			fault: `${one(faultKinds)}#${at()}`,
			act: `${one(actNames)}@${when}#${at()}`,
		};
	});
}

/** A part of the values, chosen by the seed. */
export function sample<T>(values: readonly T[], count: number, seed: number): T[] {
	const random = randomNumbers(seed);
	return values
		.map(value => ({ value, rank: random() }))
		.sort((a, b) => a.rank - b.rank)
		.slice(0, count)
		.map(({ value }) => value);
}
