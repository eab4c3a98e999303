import { t } from '../texts/texts';
import { queue } from './queue';
import type { Task } from './task';
import { XClarityError } from './xclarityError';

/** What looking after announced jobs needs of a client. */
export interface JobAccess {
	/** `host:port` of the appliance. */
	readonly host: string;
	/** Who is logged in. */
	readonly user: string;
	tasks(): Promise<readonly Task[]>;
	cancelTask(jobId: string): Promise<void>;
}

const isByOther = ({ raw }: Task, user: string): boolean =>
	typeof raw.createdBy === 'string' && raw.createdBy !== '' && raw.createdBy.toLowerCase() !== user.toLowerCase();

/**
 * The answer to an announcement was lost: its job may wait for bytes for ever. Cancels the one job that waits, is no
 * other user's and was not there before. Of several, nothing tells which is ours.
 * @returns ids of jobs that may be left.
 */
export async function cancelLostJob(access: JobAccess, before: readonly string[]): Promise<readonly string[]> {
	const waiting = (await access.tasks())
		.filter(task => task.state === 'Pending' && !before.includes(task.id) && !isByOther(task, access.user))
		.map(({ id }) => id);
	const [only, ...more] = waiting;
	if (only === undefined || more.length > 0) return waiting;
	await access.cancelTask(only);
	return [];
}

/**
 * Announces a file by `post`; when its answer is lost, looks after the job. Only for who notes what jobs were there
 * before: without that, nothing tells a new one.
 * @throws what `post` throws.
 */
export function announced<T>(
	access: JobAccess,
	post: () => Promise<T>,
	onAnnounce: ((before: readonly string[]) => void) | undefined,
): Promise<T> {
	if (!onAnnounce) return post();
	// One after the other, so that a job whose number is lost is the only one that is not known.
	const key = `${access.user}@${access.host}`;
	const inTurn = queues.get(key) ?? queue();
	queues.set(key, inTurn);
	return inTurn(() => announceOne(access, post, onAnnounce));
}

const queues = new Map<string, ReturnType<typeof queue>>();

async function announceOne<T>(
	access: JobAccess,
	post: () => Promise<T>,
	onAnnounce: (before: readonly string[]) => void,
): Promise<T> {
	const before = (await access.tasks()).map(({ id }) => id);
	onAnnounce(before);
	try {
		return await post();
	} catch (error) {
		if (!(error instanceof XClarityError) || !['unreachable', 'failed', 'unexpected'].includes(error.kind)) throw error;
		const left = await cancelLostJob(access, before).catch((failure: unknown) => {
			if (failure instanceof XClarityError) return undefined;
			throw failure;
		});
		if (left?.length === 0) throw error;
		const { kind, status, method, path, messages } = error;
		const jobs = left
			? t('One of these jobs may wait for ever: {left}.', { left: left.join(', ') })
			: t('A job may wait for ever: the jobs of {host} could not be looked at.', { host: access.host });
		throw new XClarityError(`${error.message} ${jobs}`, { kind, status, method, path, messages, cause: error });
	}
}
