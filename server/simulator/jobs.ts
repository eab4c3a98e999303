import type { WireMessage } from '../rest/wire';
import { admit } from './admission';
import type { Appliance } from './appliance';
import { message } from './messages';
import type { CustomProfile } from './profiles';
import { Refusal, refusal } from './reply';
import type { Draft, Job, JobState } from './repository';

/** Makes a job for a file that is still to come, without saving. */
export function createJob(
	{ user, kind, announced }: Pick<Job, 'user' | 'kind' | 'announced'>,
	{ repository, now, jobMilliseconds }: Appliance,
): Job {
	const { state } = repository;
	const times = { started: now(), milliseconds: jobMilliseconds };
	const job: Job = { id: state.nextJob, user, kind, announced, state: 'waiting', ...times };
	state.nextJob += 1;
	state.jobs.push(job);
	return job;
}

/** The file is there: the job runs from now on, or another like it where it has run before. Without saving. */
export function runJob(job: Job, draft: Draft, appliance: Appliance): Job {
	const started = appliance.now();
	const fresh = job.state === 'waiting' ? job : createJob(job, appliance);
	const running: Job = { ...fresh, state: 'running', draft, started };
	change(appliance, running);
	return running;
}

/**
 * Compares the size that was announced with what has arrived.
 * @returns why the job is to end badly, where it is the job that finds out.
 * @throws {Refusal} where the upload itself is refused.
 */
export function sizeProblem(
	{ announced, arrived }: { readonly announced: number | undefined; readonly arrived: number },
	{ switches }: Appliance,
): WireMessage | undefined {
	if (announced === undefined || announced === arrived || switches['announced-size'] === 'ignored') return undefined;
	const facts = { reason: `${announced} bytes were announced, and ${arrived} have arrived.` };
	if (switches['announced-size'] === 'in-job') return message('FQXHMFC9011M', facts);
	throw refusal(switches['refusal-status'], 'FQXHMFC9011M', facts);
}

/** The job ends badly when its time has come. Without saving. */
export function failJob(job: Job, failure: WireMessage, appliance: Appliance): void {
	change(appliance, { ...job, failure });
}

/** A bundle and its signature come one after the other: the second one joins the job, or the first one if that has ended. */
export function joinJob(job: Job, companion: Draft, appliance: Appliance): void {
	if (job.state === 'running') change(appliance, { ...job, companion });
	else admit(companion, job.user, appliance);
}

/** A job that would install a system; it makes nothing. Without saving. */
export function runDeployment(user: string, appliance: Appliance): Job {
	const job: Job = { ...createJob({ user, kind: 'OS' }, appliance), state: 'running', deploys: true };
	change(appliance, job);
	return job;
}

/** As `runJob`, for a job that makes a profile. */
export function runProfileJob(job: Job, profile: CustomProfile, appliance: Appliance): void {
	change(appliance, { ...job, state: 'running', profile, started: appliance.now() });
}

/**
 * The job to which this user may upload a file of this kind.
 * `companion`: one of a bundle and its signature, which may come second.
 * @throws {Refusal} with the reason.
 */
export function jobForUpload(
	{ id, user, companion }: { readonly id: string | undefined; readonly user: string; readonly companion: boolean },
	{ repository, switches }: Appliance,
): Job {
	const job = repository.state.jobs.find(({ id: known }) => String(known) === id);
	if (!job) throw refusal(404, 'FQXHMFC9003M', { reason: `There is no job ‘${id ?? ''}’.` });
	const refuse = (reason: string): Refusal => refusal(switches['refusal-status'], 'FQXHMFC9020M', { reason });
	if (job.user !== user) throw refuse(`Job ${job.id} was made by ${job.user}; only that user may upload to it.`);
	if (job.state === 'cancelled') throw refuse(`Job ${job.id} was cancelled.`);
	if (job.state !== 'waiting' && switches['second-upload'] === 'refused' && !companion) {
		throw refuse(`Job ${job.id} already has its file.`);
	}
	return job;
}

/** Ends the jobs whose time has come: their files are in the repository from then on. */
export function settleJobs(appliance: Appliance): void {
	const { repository } = appliance;
	const due = repository.state.jobs.filter(job => job.state === 'running' && isDue(job, appliance));
	for (const job of due) finish(job, appliance);
	if (due.length > 0) repository.save();
}

/** Milliseconds after which a job ends although nobody has looked at it as often as it wants. */
const longestWait = 250;

function isDue({ started, milliseconds, looks = 0 }: Job, { switches, now }: Appliance): boolean {
	const ends = started + milliseconds;
	return now() >= ends + (looks >= switches['job-looks'] ? 0 : longestWait);
}

/** Somebody has seen these jobs run. */
export function countLooks(jobs: readonly Job[], appliance: Appliance): void {
	for (const job of jobs) if (job.state === 'running') change(appliance, { ...job, looks: (job.looks ?? 0) + 1 });
}

function finish(job: Job, appliance: Appliance): void {
	if (job.failure) {
		change(appliance, { ...job, state: 'failed', draft: undefined, profile: undefined });
		return;
	}
	if (!job.draft) {
		if (job.profile) appliance.repository.state.profiles.push(job.profile);
		change(appliance, { ...job, state: 'complete', profile: undefined });
		return;
	}
	try {
		const file = admit(job.draft, job.user, appliance);
		if (job.companion) admit(job.companion, job.user, appliance);
		change(appliance, { ...job, state: 'complete', draft: undefined, companion: undefined, fileId: file.id });
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		change(appliance, { ...job, state: 'failed', draft: undefined, failure: error.details });
	}
}

/** Cancels what has not ended, without saving; ended jobs stay as they are. */
export function cancelJobs(ids: readonly string[], appliance: Appliance): void {
	const going: readonly JobState[] = ['waiting', 'running'];
	for (const job of appliance.repository.state.jobs) {
		if (ids.includes(String(job.id)) && going.includes(job.state)) {
			change(appliance, { ...job, state: 'cancelled', draft: undefined, profile: undefined });
		}
	}
}

/** From 0 to 100. */
export function percentageOf({ state, started, milliseconds }: Job, now: number): number {
	if (state === 'waiting') return 0;
	if (state !== 'running') return 100;
	return Math.min(99, Math.floor((100 * (now - started)) / Math.max(1, milliseconds)));
}

function change({ repository }: Appliance, job: Job): void {
	repository.state.jobs = repository.state.jobs.map(old => (old.id === job.id ? job : old));
}
