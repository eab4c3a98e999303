import { cookieNames, isLogInRequest } from '../../rest/wire';
import type { Appliance } from '../appliance';
import { findUser } from '../authenticate';
import type { RoutedCall } from '../call';
import { message } from '../messages';
import { type Reply, refusal, success } from '../reply';
import { inactivityTimeout, type Session } from '../sessions';

const done = [message('FQXHMSE0001I')];

export function logIn({ body, address }: RoutedCall, appliance: Appliance): Reply {
	const { switches, sessions, now } = appliance;
	if (!isLogInRequest(body)) throw refusal(400, 'FQXHMFC9002M', { reason: 'UserId and password are needed.' });
	const user = findUser(appliance, body.UserId, body.password);
	if (!user) throw refusal(switches['bad-login-status'], 'FQXHMSE0291J');
	const limit = switches['session-limit'];
	if (limit > 0 && sessions.ofUser(user.name, now()).length >= limit) {
		throw refusal(switches['bad-login-status'], 'FQXHMSE9003M', { user: user.name, limit });
	}
	const session = sessions.open(user, address, now());
	const reply = success(
		{ response: { pwChangeRequired: switches['password-expired'] !== 'no', session: describe(session) } },
		done,
	);
	return { ...reply, headers: { 'Set-Cookie': cookies(session, appliance) } };
}

/** The four cookies of the vendor's example. */
function cookies(session: Session, { switches }: Appliance): string[] {
	const seconds = inactivityTimeout * 60;
	const expires = new Date(session.created + seconds * 1000).toUTCString();
	const attributes = {
		secure: '; Secure',
		plain: '',
		'http-only': '; Secure; HttpOnly',
		every: `; Secure; HttpOnly; SameSite=Strict; Max-Age=${seconds}; Expires=${expires}`,
	}[switches.cookies];
	const values = {
		[cookieNames.session]: session.id,
		[cookieNames.csrf]: session.csrf,
		inactivityTimeout: String(inactivityTimeout),
		user: encodeURIComponent(session.user.name),
	};
	return Object.entries(values).map(([name, value]) => `${name}=${value}; Path=/${attributes}`);
}

const describe = (session: Session): Readonly<Record<string, unknown>> => ({
	Address: session.address,
	authenticationServer: '127.0.0.1',
	created: new Date(session.created).toISOString(),
	id: session.id,
	csrf: session.csrf,
	inactivityTimeout,
	UserId: session.user.name,
});

export function listSessions({ session: own }: RoutedCall, { sessions, now }: Appliance): Reply {
	const entries = sessions.all(now()).map(session => ({
		id: session.id,
		UserId: session.user.name,
		created: new Date(session.created).toISOString(),
		lastAccessed: new Date(session.lastAccessed).toISOString(),
		idleFor: Math.floor((now() - session.lastAccessed) / 60_000),
		isOwnSession: session.id === own?.id,
	}));
	return success({ response: entries }, done);
}

/** With basic authentication there is no session, and nothing to end. */
export function logOut({ session }: RoutedCall, { sessions, switches }: Appliance): Reply {
	if (session && switches.logout !== 'ignored') sessions.end(session.id);
	return switches.logout === '204' ? { status: 204 } : success({}, done);
}

export function endSession({ ids: [id = ''] }: RoutedCall, { sessions }: Appliance): Reply {
	if (!sessions.end(id)) throw refusal(404, 'FQXHMFC9003M', { reason: `There is no session ‘${id}’.` });
	return success({}, done);
}
