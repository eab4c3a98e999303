/** The runner of the editor scenarios. It lives in the extension host, where `node:test` cannot own the process. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Report } from './report';

type Body = () => Promise<void>;

interface Scenario {
	readonly name: string;
	readonly body: Body;
	readonly skip?: string | undefined;
}

/** What the runner needs of the world that the scenarios change. */
export interface Surroundings {
	report(event: Report): Promise<void>;
	/** Takes away whatever a scenario left open; runs before each. */
	tidy?(): Promise<void>;
	/** What can be seen at the moment of a failure, before anything is taken away: lines for the report. */
	evidence?(name: string): Promise<string>;
	/** Milliseconds after which a scenario has failed. */
	readonly limit?: number;
	/** How often all of them are run, for one that fails only now and then. */
	readonly times?: number;
}

/** One go at a scenario. */
interface Attempt {
	over: boolean;
}

const scenarios: Scenario[] = [];
const cleanups: Body[] = [];
const attempts = new AsyncLocalStorage<Attempt>();

/** Bad luck comes alone. When more scenarios fail than this, something is broken and none of them is tried again. */
const mostSecondTries = 3;

/** Declares a scenario. `skip` is the reason why it cannot run here; it is reported, never passed over in silence. */
export function scenario(name: string, body: Body, { skip }: { readonly skip?: string | undefined } = {}): void {
	scenarios.push({ name, body, skip });
}

/** Runs after the current scenario, last registered first, whether it passed or failed. */
export function afterwards(cleanup: Body): void {
	cleanups.push(cleanup);
}

/** Ends what a scenario goes on doing after it took too long: the next one must not be disturbed. @throws {Error} then */
export function assertNotOver(): void {
	if (attempts.getStore()?.over) throw new Error('The scenario is over');
}

/**
 * Runs what was declared since the last run, in order. What failed is tried once more at the end: a busy machine must
 * not lose a build, and nobody overlooks a scenario that passes only sometimes.
 */
export async function runScenarios(surroundings: Surroundings): Promise<void> {
	const { report, times = 1 } = surroundings;
	const wanted = (process.env.XCLARITY_SCENARIOS ?? '').split('\n').filter(part => part !== '');
	const chosen = scenarios
		.splice(0)
		.filter(({ name }) => wanted.length === 0 || wanted.some(part => name.includes(part)));
	const all = Array.from({ length: times }, () => chosen).flat();
	const failed: { readonly scenario: Scenario; readonly problem: string }[] = [];
	for (const scenario of all) {
		const { name, skip } = scenario;
		if (skip !== undefined) {
			await report({ event: 'skipped', name, reason: skip });
			continue;
		}
		const { duration, problem } = await attempt(scenario, surroundings);
		if (problem === undefined) await report({ event: 'passed', name, duration });
		else {
			failed.push({ scenario, problem });
			await report({ event: 'failed once', name, duration, problem });
		}
	}
	for (const { scenario, problem } of failed) await tryAgain(scenario, problem, failed.length, surroundings);
	await report({ event: 'finished', count: all.length });
}

async function tryAgain(
	scenario: Scenario,
	first: string,
	failures: number,
	surroundings: Surroundings,
): Promise<void> {
	const { name } = scenario;
	if (failures > mostSecondTries) {
		const problem = `not tried again, as ${failures} scenarios failed`;
		return surroundings.report({ event: 'failed', name, duration: 0, problem });
	}
	const { duration, problem } = await attempt({ ...scenario, name: `${name} again` }, surroundings);
	await surroundings.report(
		problem === undefined
			? { event: 'passed late', name, duration, problem: first }
			: { event: 'failed', name, duration, problem },
	);
}

async function attempt({ name, body }: Scenario, { limit = 60_000, tidy, evidence }: Surroundings) {
	const problems = tidy === undefined ? [] : await problemOf(tidy, limit);
	const started = performance.now();
	const current: Attempt = { over: false };
	problems.push(...(await problemOf(() => attempts.run(current, body), limit)));
	current.over = true;
	if (problems.length > 0 && evidence !== undefined) {
		const look = async (): Promise<void> => void problems.push(await evidence(name));
		problems.push(...(await problemOf(look, limit)));
	}
	problems.push(...(await cleanUp(limit)));
	const duration = performance.now() - started;
	return { duration, problem: problems.length === 0 ? undefined : problems.join('\n') };
}

async function cleanUp(limit: number): Promise<string[]> {
	const problems: string[] = [];
	for (const cleanup of cleanups.splice(0).reverse()) problems.push(...(await problemOf(cleanup, limit)));
	return problems;
}

/** What went wrong, as none or one text. */
async function problemOf(body: Body, limit: number): Promise<string[]> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(new Error(`still not done after ${limit / 1000} s`)), limit);
	});
	try {
		await Promise.race([body(), late]);
		return [];
	} catch (error) {
		return [error instanceof Error ? (error.stack ?? error.message) : String(error)];
	} finally {
		clearTimeout(timer);
	}
}
