import { cookieNames, isObject, storedListPatterns } from '../rest/wire';
import type { Appliance } from './appliance';
import type { Call } from './call';
import type { Fault } from './faults';
import { message } from './messages';
import { type Refusal, type Reply, refusal, refused } from './reply';
import type { Job } from './repository';

/** The reply that a fault gives instead of the appliance; `undefined` when the appliance is to answer. */
export function replyOfFault(fault: Fault, call: Call, { switches, sessions }: Appliance): Reply | undefined {
	const refuse = (reason: Refusal): Reply => refused(reason, switches['failure-result']);
	const note = { reason: `The fault ‘${fault.text}’ was asked for.` };
	switch (fault.kind) {
		case 'refuse':
			return refuse(refusal(403, 'FQXHMFC9011M', note));
		case '401':
			sessions.end(call.cookies.get(cookieNames.session) ?? '');
			return refuse(refusal(401, 'FQXHMSE9001M'));
		case 'licence':
			return refuse(refusal(403, 'FQXHMFC9001M'));
		case '404':
			return refuse(refusal(404, 'FQXHMFC9003M', note));
		case '500':
			return refuse(refusal(500, 'FQXHMFC9500M', note));
		case 'full':
			return refuse(refusal(403, 'FQXHMFC0057M', { limit: switches['image-limit'] }));
		case 'session-limit':
			return refuse(
				refusal(switches['bad-login-status'], 'FQXHMSE9003M', { user: '', limit: switches['session-limit'] }),
			);
		case '429':
			return { status: 429, headers: { 'Retry-After': '1' }, page: pageOf('429 Too Many Requests') };
		case '503':
			return { status: 503, page: pageOf('503 Service Unavailable') };
		case 'redirect':
			return { status: 307, headers: { Location: fault.value } };
		default:
			return undefined;
	}
}

/** True when the client gets to read what the appliance has answered. */
export const isReadable = ({ kind }: Fault): boolean => kind === 'slow' || kind === 'extra' || kind.endsWith('-job');

/** What web servers and proxies send when they speak for themselves. */
const pageOf = (title: string): string =>
	`<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>\n`;

/** What the first request that met a fault was told, by its target. */
const firstReplies = new WeakMap<Fault, Map<string, Reply>>();

function firstReply(fault: Fault, { target }: Call, reply: Reply): Reply {
	const replies = firstReplies.get(fault) ?? new Map<string, Reply>();
	firstReplies.set(fault, replies);
	const first = replies.get(target) ?? reply;
	replies.set(target, first);
	return first;
}

/** The answer of the appliance as the fault lets it through. */
export function bendReply(fault: Fault | undefined, call: Call, reply: Reply): Reply {
	if (fault?.kind === 'frozen') return firstReply(fault, call, reply);
	if (fault?.kind === 'gateway') return { status: Number(fault.value), page: pageOf(`${fault.value} Gateway`) };
	if (fault?.kind !== 'html') return reply;
	const { status, headers = {} } = reply;
	return { status: status === 204 ? 200 : status, headers, page: pageOf('XClarity Administrator') };
}

/** Runs `act`; the jobs that run afterwards and did not before get the fate that the fault names. */
export async function bendJobs<T>(
	fault: Fault | undefined,
	{ repository }: Appliance,
	act: () => Promise<T>,
): Promise<T> {
	if (fault?.kind !== 'stuck-job' && fault?.kind !== 'failed-job') return act();
	const running = (): number[] => repository.state.jobs.filter(({ state }) => state === 'running').map(({ id }) => id);
	const before = new Set(running());
	const result = await act();
	const started = new Set(running().filter(id => !before.has(id)));
	const failure = message('FQXHMFC9500M', { reason: `The fault ‘${fault.text}’ was asked for.` });
	const bend = (job: Job): Job =>
		fault.kind === 'stuck-job' ? { ...job, milliseconds: Number.MAX_SAFE_INTEGER } : { ...job, failure };
	repository.state.jobs = repository.state.jobs.map(job => (started.has(job.id) ? bend(job) : job));
	if (started.size > 0) repository.save();
	return result;
}

/** The bytes of a body as the fault leaves them. */
export function spoilBody(fault: Fault | undefined, body: unknown): string {
	const text = JSON.stringify(bentBody(fault, body));
	return fault?.kind === 'truncated' ? text.slice(0, Math.ceil(text.length / 2)) : text;
}

function bentBody(fault: Fault | undefined, body: unknown): unknown {
	if (fault?.kind === 'extra') return withExtras(body);
	if (fault?.kind === 'odd-result' && isObject(body)) return { ...body, result: oddResults[fault.value] };
	if (fault?.kind !== 'null-lists') return body;
	if (!isObject(body)) return Array.isArray(body) ? null : body;
	const { unattends, configs } = storedListPatterns;
	const isMeant = (key: string): boolean => fault.value === 'all' || unattends.test(key) || configs.test(key);
	return Object.fromEntries(
		Object.entries(body).map(([key, value]) => [key, Array.isArray(value) && isMeant(key) ? null : value]),
	);
}

/** `undefined` is left out. */
const oddResults: Readonly<Record<string, unknown>> = {
	null: null,
	number: 0,
	object: {},
	missing: undefined,
	failure: 'failure',
};

/** Attributes of every type, in each object of the first two levels. */
function withExtras(value: unknown, depth = 0): unknown {
	if (Array.isArray(value)) return value.map(entry => withExtras(entry, depth));
	if (!isObject(value) || depth > 1) return value;
	const inner = Object.entries(value).map(([key, entry]) => [key, withExtras(entry, depth + 1)]);
	return {
		...Object.fromEntries(inner),
		unexpectedText: 'x',
		unexpectedObject: { a: [null, 1] },
		unexpectedNull: null,
	};
}
