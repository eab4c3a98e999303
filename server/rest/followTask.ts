import { t } from '../texts/texts';
import { pause } from './pause';
import { messagesText } from './reply';
import type { Task } from './task';
import { XClarityError } from './xclarityError';

export interface FollowOptions {
	readonly onProgress?: ((task: Task) => void) | undefined;
	readonly signal?: AbortSignal | undefined;
	/** Milliseconds before the second look. */
	readonly firstInterval?: number | undefined;
	/** Milliseconds between two looks at most. */
	readonly longestInterval?: number | undefined;
	/** Milliseconds without any change, after which a job is given up. */
	readonly timeout?: number | undefined;
}

const growth = 1.6;

/**
 * Looks at a job, less and less often, until it is done; looks often again when something has changed.
 * @returns the job that succeeded.
 * @throws {XClarityError} `failed` with the appliance's words for a job that ended badly or does not move.
 */
export async function followTask(look: () => Promise<Task>, host: string, options: FollowOptions): Promise<Task> {
	const { firstInterval = 250, longestInterval = 5_000, timeout = 10 * 60_000 } = options;
	let interval = firstInterval;
	let last = '';
	let changed = performance.now();
	for (;;) {
		const task = await look();
		options.onProgress?.(task);
		if (task.done) return succeeded(task, host);
		const now = `${task.status} ${task.percent}`;
		if (now !== last) {
			last = now;
			interval = firstInterval;
			changed = performance.now();
		} else if (performance.now() - changed > timeout) {
			throw new XClarityError(
				t('Job {id} on {host} has not moved for {timeout} s.', {
					id: task.id,
					host,
					timeout: Math.round(timeout / 1000),
				}),
				{
					kind: 'failed',
				},
			);
		}
		await pause(interval, t('Waiting for job {id}', { id: task.id }), options.signal);
		interval = Math.min(longestInterval, interval * growth);
	}
}

function succeeded(task: Task, host: string): Task {
	if (task.succeeded) return task;
	const message = messagesText(task.messages);
	const state = (task.status || t('no state')).replaceAll('_', ' ');
	throw new XClarityError(
		t('Job {id} on {host} ended badly ({state}). {message}', { id: task.id, host, state, message }).trim(),
		{
			kind: 'failed',
			messages: task.messages,
		},
	);
}
