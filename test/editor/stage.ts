/**
 * The line from the extension host to the process that started the run: reports go there, and requests for what a
 * person does with mouse and keyboard, which no extension can do.
 */

import type { Page } from 'playwright-core';
import type { actions } from './actions';
import type { Report } from './report';
import { assertNotOver } from './scenario';

type Actions = typeof actions;

/** The arguments of an action, without the page, which the other side has. */
type Given<A extends keyof Actions> = Parameters<Actions[A]> extends readonly [Page, ...infer R] ? R : never;

/** Sends a report. @throws {Error} when the other side is gone */
export const report = async (event: Report): Promise<void> => {
	await post('report', event);
};

/**
 * Has a person's action done in the window: `await hands('openContextMenu', 'ks.cfg')`.
 * @throws {Error} with the action's own words when it could not be done, and when the scenario is over
 */
export async function hands<A extends keyof Actions>(
	action: A,
	...given: Given<A>
): Promise<Awaited<ReturnType<Actions[A]>>> {
	assertNotOver();
	const done = post('hands', { action, given });
	busy.add(done);
	try {
		return (await done) as Awaited<ReturnType<Actions[A]>>;
	} finally {
		busy.delete(done);
	}
}

const busy = new Set<Promise<unknown>>();

/** Waits for what a scenario that took too long has asked for: it may still click somewhere. */
export async function handsAtRest(): Promise<void> {
	await Promise.allSettled(busy);
}

async function post(what: 'report' | 'hands', body: unknown): Promise<unknown> {
	const address = process.env.XCLARITY_STAGE;
	if (address === undefined) throw new Error('The scenarios run by `npm test` or `node build/editor.mjs` only');
	const response = await fetch(`${address}/${what}`, { method: 'POST', body: JSON.stringify(body) });
	const answer: unknown = await response.json();
	if (!response.ok) throw new Error(String(answer));
	return answer;
}
