import { isObject, type JsonObject, type TaskState } from '../../rest/wire';
import type { Appliance } from '../appliance';
import type { RoutedCall } from '../call';
import { shownId } from '../fileId';
import { jobIdOf, jobNumber } from '../jobId';
import { cancelJobs, countLooks, percentageOf } from '../jobs';
import { type Reply, refusal, success } from '../reply';
import type { Job, JobState } from '../repository';

const stateNames: Readonly<Record<JobState, TaskState>> = {
	waiting: 'Pending',
	running: 'Running',
	complete: 'Complete',
	failed: 'Stopped_With_Error',
	cancelled: 'Cancelled',
};

/** `GET /tasks` and `GET /tasks/{list}`: an array, without subtasks where `compact` asks for that. */
export function listTasks({ ids: given, query }: RoutedCall, appliance: Appliance): Reply {
	const ids = given.map(jobNumber);
	const { jobs } = appliance.repository.state;
	const missing = ids.find(id => !jobs.some(job => String(job.id) === id));
	if (missing !== undefined && appliance.switches['unknown-task'] === '404') {
		throw refusal(404, 'FQXHMFC9003M', { reason: `There is no job ‘${missing}’.` });
	}
	const wanted = ids.length === 0 ? jobs : jobs.filter(job => ids.includes(String(job.id)));
	const compact = query.get('compact')?.toLowerCase() === 'true';
	countLooks(wanted, appliance);
	return { status: 200, body: wanted.map(job => toTask(job, compact, appliance)) };
}

function toTask(job: Job, compact: boolean, appliance: Appliance): JsonObject {
	const percentage = percentageOf(job, appliance.now());
	const common = {
		status: spellState(stateNames[job.state], appliance),
		percentage,
		createdBy: job.user,
		...completeness(job, appliance),
	};
	return {
		jobUID: jobIdOf(job.id, appliance),
		...common,
		args: [],
		...resultOf(job, appliance),
		cancelURL: '/tasks',
		cancelRESTMethod: 'PUT',
		cancelRESTBody: { action: 'cancel', list: [String(job.id)] },
		expirationTimeOut: 0,
		summary: summaryOf(job),
		...(compact ? {} : { children: [{ jobUID: `${job.id}.1`, ...common, children: [] }] }),
	};
}

/** How the job names the file that it has made. */
function resultOf({ fileId }: Job, appliance: Appliance): JsonObject {
	const place = appliance.switches['job-result'];
	if (fileId === undefined || place === 'no') return {};
	const id = shownId(fileId, appliance);
	return place === 'args' ? { args: [id] } : { fileId: id };
}

function spellState(state: TaskState, { switches }: Appliance): string {
	const spellings = { words: state, upper: state.toUpperCase(), joined: state.replaceAll('_', '') };
	return spellings[switches['task-states']];
}

function completeness({ state }: Job, { switches }: Appliance): JsonObject {
	const complete = state !== 'waiting' && state !== 'running';
	if (switches['task-complete'] === 'no') return {};
	return { complete: switches['task-complete'] === 'string' ? String(complete) : complete };
}

/** Formatted text, as the pages describe it for summaries. */
function summaryOf({ kind, state, failure, deploys }: Job): { text: string; format: string[]; link: string }[] {
	const lines =
		failure && state === 'failed'
			? [failure.text, failure.explanation, failure.recovery.text]
			: [deploys ? 'Deployment of an operating system' : `Import of type ${kind}`];
	return lines.map(text => ({ text, format: ['paragraph'], link: '' }));
}

/** `PUT /tasks` with `{"action": "cancel", "list": [...]}`. */
export function changeTasks({ body }: RoutedCall, appliance: Appliance): Reply {
	if (!isObject(body) || String(body.action).toLowerCase() !== 'cancel' || !Array.isArray(body.list)) {
		throw refusal(412, 'FQXHMFC9002M', { reason: 'The body needs action with the value cancel, and list.' });
	}
	cancelJobs(body.list.map(String).map(jobNumber), appliance);
	appliance.repository.save();
	const kind = appliance.switches['cancel-reply'];
	return kind === 'json' ? success() : { status: kind === '204' ? 204 : 200 };
}

/** `DELETE /tasks/{list}`: what has not ended is cancelled first. */
export function deleteTasks({ ids }: RoutedCall, appliance: Appliance): Reply {
	const { state } = appliance.repository;
	const numbers = ids.map(jobNumber);
	state.jobs = state.jobs.filter(({ id }) => !numbers.includes(String(id)));
	appliance.repository.save();
	return appliance.switches['delete-status'] === '204' ? { status: 204 } : success();
}
