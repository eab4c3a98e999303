/** The runner of the editor scenarios. It lives in the extension host, where `node:test` cannot own the process. */
import type { Report } from './report';

type Body = () => Promise<void>;

interface Scenario {
	readonly name: string;
	readonly body: Body;
	readonly skip?: string | undefined;
}

const scenarios: Scenario[] = [];
const cleanups: Body[] = [];

/** Declares a scenario. `skip` is the reason why it cannot run here; it is reported, never passed over in silence. */
export function scenario(name: string, body: Body, { skip }: { readonly skip?: string | undefined } = {}): void {
	scenarios.push({ name, body, skip });
}

/** Runs after the current scenario, last registered first, whether it passed or failed. */
export function afterwards(cleanup: Body): void {
	cleanups.push(cleanup);
}

/** Runs what was declared, in order. A scenario that takes longer than `limit` milliseconds failed. */
export async function runScenarios(report: (event: Report) => Promise<void>, limit = 60_000): Promise<void> {
	const wanted = (process.env.XCLARITY_SCENARIOS ?? '').split('\n').filter(part => part !== '');
	const chosen = scenarios.filter(({ name }) => wanted.length === 0 || wanted.some(part => name.includes(part)));
	for (const { name, body, skip } of chosen) {
		if (skip !== undefined) {
			await report({ event: 'skipped', name, reason: skip });
			continue;
		}
		const started = performance.now();
		const problems = [...(await problemOf(body, limit)), ...(await cleanUp(limit))];
		const duration = performance.now() - started;
		await report(
			problems.length === 0
				? { event: 'passed', name, duration }
				: { event: 'failed', name, duration, problem: problems.join('\n') },
		);
	}
	await report({ event: 'finished', count: chosen.length });
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
