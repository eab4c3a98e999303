import { timingSafeEqual } from 'node:crypto';
import { cookieNames } from '../rest/wire';
import type { Appliance } from './appliance';
import type { Call } from './call';
import { refusal } from './reply';
import type { Session } from './sessions';
import type { User } from './users';

/** The user with this name and password. */
export const findUser = ({ users }: Appliance, name: string, password: string): User | undefined =>
	users.find(user => user.name === name && isSame(user.password, password));

function isSame(one: string, other: string): boolean {
	const [a, b] = [Buffer.from(one), Buffer.from(other)];
	return a.length === b.length && timingSafeEqual(a, b);
}

/**
 * Who asks: by session cookie with its token, or by HTTP basic authentication, which needs none.
 * @throws {Refusal} for nobody, and for a session without its token.
 */
export function authenticate(call: Call, appliance: Appliance): { user: User; session: Session | undefined } {
	const session = appliance.sessions.find(call.cookies.get(cookieNames.session), appliance.now());
	if (session) {
		checkToken(call, session, appliance);
		// Marked requests watch the time-out instead of prolonging the session.
		if (call.headers['x-not-user-input'] === undefined) session.lastAccessed = appliance.now();
		return { user: session.user, session };
	}
	const user = basicUser(call, appliance);
	if (!user) throw refusal(401, 'FQXHMSE9001M');
	return { user, session: undefined };
}

function checkToken({ method, headers }: Call, session: Session, { switches }: Appliance): void {
	const check = switches['csrf-check'];
	if (check === 'off' || (check === 'changes' && method === 'GET')) return;
	if (headers['x-csrf-token'] !== session.csrf) throw refusal(switches['csrf-status'], 'FQXHMSE9002M');
}

function basicUser({ headers }: Call, appliance: Appliance): User | undefined {
	const [, encoded] = /^basic\s+(\S+)$/i.exec(headers.authorization ?? '') ?? [];
	if (encoded === undefined || appliance.switches['basic-authentication'] === 'refused') return undefined;
	const pair = Buffer.from(encoded, 'base64').toString('utf8');
	const colon = pair.indexOf(':');
	return colon < 0 ? undefined : findUser(appliance, pair.slice(0, colon), pair.slice(colon + 1));
}
