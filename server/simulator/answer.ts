import { paths } from '../rest/wire';
import type { Appliance } from './appliance';
import { authenticate } from './authenticate';
import { type Call, type RoutedCall, readIds, readJson } from './call';
import { settleJobs } from './jobs';
import { Refusal, type Reply, refusal, refused } from './reply';
import { findRoute, type Route } from './routes';
import { mayDo, type User } from './users';

/** The reply, and who asked for what: the request log shows it. */
export interface Answer {
	readonly reply: Reply;
	readonly user: string | undefined;
	readonly body: unknown;
}

const nobody: User = { name: '', password: '', role: 'lxc-operator' };

/** Answers one request, whatever it is; refusals become replies, and so does a fault of ours. */
export async function answer(call: Call, appliance: Appliance): Promise<Answer> {
	let user: string | undefined;
	let body: unknown;
	try {
		settleJobs(appliance);
		const found = findRoute(call.method, call.path);
		const asked =
			found?.route.special === 'log-in' ? { user: nobody, session: undefined } : authenticate(call, appliance);
		user = asked.user.name || undefined;
		if (!found) throw refusal(404, 'FQXHMFC9003M', { reason: `There is no ${call.method} ${call.path}.` });
		permit(found.route, asked.user, appliance);
		body = found.route.special === 'stream' ? undefined : await readJson(call.stream);
		const routed: RoutedCall = { ...call, ...asked, body, ids: readIds(found.segment) };
		return { reply: await found.route.handle(routed, appliance), user, body };
	} catch (error) {
		return { reply: toReply(error, appliance), user, body };
	}
}

/** @throws {Refusal} 403 when the user may not use the route. */
function permit(route: Route, user: User, { switches }: Appliance): void {
	if (route.special === 'log-in' || route.path.startsWith(paths.sessions)) return;
	if (switches['password-expired'] === 'enforced') throw refusal(403, 'FQXHMSE9004M', { user: user.name });
	if (switches.licence === 'missing' && route.path.includes('osImages')) throw refusal(403, 'FQXHMFC9001M');
	if (route.privilege && !mayDo(user, route.privilege)) {
		throw refusal(403, 'FQXHMSE9005M', { user: user.name, privilege: route.privilege });
	}
}

function toReply(error: unknown, { switches }: Appliance): Reply {
	const known =
		error instanceof Refusal
			? error
			: refusal(500, 'FQXHMFC9500M', { reason: error instanceof Error ? error.message : String(error) });
	return refused(known, switches['failure-result']);
}
