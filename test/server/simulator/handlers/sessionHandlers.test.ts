import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Simulator } from '../../../../server/simulator/simulator';
import { exchange, type RawReply, withAppliance } from '../applianceSession';

const logIn = (simulator: Simulator, password = simulator.password): Promise<RawReply> =>
	exchange(simulator, ['POST', '/sessions'], { body: JSON.stringify({ UserId: simulator.user, password }) });

const cookiesOf = (reply: RawReply): string[] => [reply.headers['set-cookie'] ?? []].flat();

/** Headers of a session, with the token or without it. */
function sessionHeaders(reply: RawReply, token = true): Record<string, string> {
	const Cookie = cookiesOf(reply)
		.map(cookie => cookie.split(';')[0])
		.join('; ');
	return { Cookie, ...(token ? { 'X-Csrf-Token': String(reply.at('response', 'session', 'csrf')) } : {}) };
}

suite('log-in', () => {
	test('a wrong password gets 403 and the message of the vendor', async () => {
		await withAppliance({}, async ({ simulator }) => {
			const reply = await logIn(simulator, 'wrong');
			assert.deepEqual([reply.status, reply.at('result')], [403, 'failed']);
			assert.equal(reply.at('messages', 0, 'id'), 'FQXHMSE0291J');
			assert.equal(cookiesOf(reply).length, 0);
		});
	});

	for (const status of ['400', '401'] as const) {
		test(`bad-login-status=${status} changes the status`, async () => {
			await withAppliance({ switches: { 'bad-login-status': status } }, async ({ simulator }) => {
				assert.equal((await logIn(simulator, 'wrong')).status, Number(status));
			});
		});
	}

	test('an expired password is told, and enforced where the switch says so', async () => {
		await withAppliance({ switches: { 'password-expired': 'enforced' } }, async ({ simulator }) => {
			const session = await logIn(simulator);
			assert.equal(session.at('response', 'pwChangeRequired'), true);
			const list = await exchange(simulator, ['GET', '/osImages'], { headers: sessionHeaders(session) });
			assert.equal(list.status, 403);
		});
	});

	test('the cookies can be hidden from scripts', async () => {
		await withAppliance({ switches: { cookies: 'http-only' } }, async ({ simulator }) => {
			for (const cookie of cookiesOf(await logIn(simulator))) assert.match(cookie, /; Path=\/; Secure; HttpOnly$/);
		});
	});
});

suite('sessions', () => {
	test('a change needs the token of the session, reading does not', async () => {
		await withAppliance({}, async ({ simulator }) => {
			const session = await logIn(simulator);
			const bare = sessionHeaders(session, false);
			const body = '{"Action": "Init"}';
			assert.equal((await exchange(simulator, ['GET', '/osImages'], { headers: bare })).status, 200);
			const refused = await exchange(simulator, ['POST', '/osImages'], { headers: bare, body });
			assert.deepEqual([refused.status, refused.at('messages', 0, 'id')], [403, 'FQXHMSE9002M']);
			const headers = sessionHeaders(session);
			assert.equal((await exchange(simulator, ['POST', '/osImages'], { headers, body })).status, 200);
		});
	});

	test('csrf-check=every asks reading for the token too, off asks nobody', async () => {
		await withAppliance({ switches: { 'csrf-check': 'every', 'csrf-status': '401' } }, async ({ simulator }) => {
			const headers = sessionHeaders(await logIn(simulator), false);
			assert.equal((await exchange(simulator, ['GET', '/osImages'], { headers })).status, 401);
		});
		await withAppliance({ switches: { 'csrf-check': 'off' } }, async ({ simulator }) => {
			const headers = sessionHeaders(await logIn(simulator), false);
			assert.equal((await exchange(simulator, ['DELETE', '/sessions'], { headers })).status, 200);
		});
	});

	test('a user can have only so many, until one is ended', async () => {
		await withAppliance({ switches: { 'session-limit': 2 } }, async ({ simulator }) => {
			const first = await logIn(simulator);
			await logIn(simulator);
			assert.equal((await logIn(simulator)).at('messages', 0, 'id'), 'FQXHMSE9003M');
			await exchange(simulator, ['DELETE', '/sessions'], { headers: sessionHeaders(first) });
			assert.equal((await logIn(simulator)).status, 200);
		});
	});

	test('they end after a day without a request of a person', async () => {
		const day = 24 * 60 * 60 * 1000;
		await withAppliance({}, async ({ simulator, pass }) => {
			const headers = sessionHeaders(await logIn(simulator));
			const status = async (more = {}) =>
				(await exchange(simulator, ['GET', '/aicc'], { headers: { ...headers, ...more } })).status;
			pass(day - 1000);
			assert.equal(await status(), 200);
			pass(day - 1000);
			assert.equal(await status({ 'X-NOT-USER-INPUT': 'checkSession' }), 200);
			pass(2000);
			assert.equal(await status(), 401);
		});
	});

	test('are listed, and ended by id', async () => {
		await withAppliance({}, async ({ simulator, ask }) => {
			const session = await logIn(simulator);
			const id = session.at('response', 'session', 'id');
			const list = await exchange(simulator, ['GET', '/sessions'], { headers: sessionHeaders(session) });
			assert.deepEqual([list.at('response', 0, 'id'), list.at('response', 0, 'isOwnSession')], [id, true]);
			assert.equal((await ask('DELETE', `/sessions/${id}`)).status, 200);
			assert.equal((await ask('DELETE', `/sessions/${id}`)).status, 404);
		});
	});

	test('logout=204 has no body; logout=ignored leaves the session open', async () => {
		await withAppliance({ switches: { logout: '204' } }, async ({ simulator }) => {
			const headers = sessionHeaders(await logIn(simulator));
			const reply = await exchange(simulator, ['DELETE', '/sessions'], { headers });
			assert.deepEqual([reply.status, reply.text], [204, '']);
		});
		await withAppliance({ switches: { logout: 'ignored' } }, async ({ simulator }) => {
			const headers = sessionHeaders(await logIn(simulator));
			assert.equal((await exchange(simulator, ['DELETE', '/sessions'], { headers })).status, 200);
			assert.equal((await exchange(simulator, ['GET', '/aicc'], { headers })).status, 200);
		});
	});
});

suite('basic authentication', () => {
	test('needs no token, and can be switched off', async () => {
		await withAppliance({}, async ({ ask }) => {
			assert.equal((await ask('POST', '/osImages', { Action: 'init' })).status, 200);
			assert.equal((await ask('GET', '/osImages', undefined, 'NOBODY')).status, 401);
		});
		await withAppliance({ switches: { 'basic-authentication': 'refused' } }, async ({ ask }) => {
			assert.equal((await ask('GET', '/osImages')).status, 401);
		});
	});

	test('an operator reads and changes nothing', async () => {
		await withAppliance({}, async ({ ask }) => {
			assert.equal((await ask('GET', '/osImages', undefined, 'OPERATOR')).status, 200);
			for (const [method, target] of [
				['POST', '/osImages?imageType=CONFIG'],
				['PUT', '/osImages/1?imageType=CONFIG'],
				['DELETE', '/osImages/1'],
				['PUT', '/osdeployment/globalSettings'],
			] as const) {
				const reply = await ask(method, target, {}, 'OPERATOR');
				assert.deepEqual([reply.status, reply.at('messages', 0, 'id')], [403, 'FQXHMSE9005M'], `${method} ${target}`);
			}
		});
	});
});
