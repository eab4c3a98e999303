import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { logIn, withSession } from '../../../server/rest/withSession';
import { XClarityError } from '../../../server/rest/xclarityError';
import { startSimulator } from '../../../server/simulator/simulator';
import { isPlain } from '../../support/thorough';
import { json, type Received, type TlsServer, thrownBy, tlsServer } from '../../support/tlsServer';

const credentials = { user: 'USERID', password: 'Passw0rd-secret' };
const at = ({ url, fingerprint }: TlsServer) => ({ url, trust: { kind: 'fingerprint', sha256: fingerprint } }) as const;
const asked = (server: TlsServer): string[] => server.received.map(({ method, target }) => `${method} ${target}`);
const isLogIn = ({ method, target }: Received): boolean => method === 'POST' && target === '/sessions';
const success = { result: 'success', messages: [], items: [] };

/** Gives each log-in its own number in cookie and token, and answers everything else with `answer`. */
function appliance(
	answer: (request: Received, logIns: number) => { status: number; body?: unknown },
): Promise<TlsServer> {
	let logIns = 0;
	return tlsServer((request, response) => {
		if (isLogIn(request)) {
			logIns++;
			const cookies = [`JSESSIONID=session-${logIns}; Path=/; Secure; HttpOnly`, `csrf=token-00${logIns}; Path=/`];
			return json(response, { ...success, response: {} }, 200, { 'set-cookie': cookies });
		}
		const { status, body = success } = answer(request, logIns);
		json(response, body, status);
	});
}

/** Calls back after so many turns of the event loop. */
const later = (turns: number, then: () => void): void => {
	setImmediate(() => (turns > 0 ? later(turns - 1, then) : then()));
};

/** Waits, turn by turn, for something that another part of this process does. */
async function until(isSo: () => boolean): Promise<void> {
	while (!isSo()) await new Promise(setImmediate);
}

suite('session', { concurrency: 4 }, () => {
	test('cookies and token go with every call, and the log-out comes last', async () => {
		await using server = await appliance(() => ({ status: 200 }));
		await withSession(at(server), credentials, {}, client => client.osImages());
		assert.deepEqual(asked(server), ['POST /sessions', 'GET /osImages', 'DELETE /sessions']);
		assert.deepEqual(JSON.parse(server.received[0]?.body ?? ''), { UserId: 'USERID', password: 'Passw0rd-secret' });
		assert.equal(server.received[0]?.headers.cookie, undefined);
		for (const { headers } of server.received.slice(1)) {
			assert.equal(headers.cookie, 'JSESSIONID=session-1; csrf=token-001');
			assert.equal(headers['x-csrf-token'], 'token-001');
		}
	});

	test('without a csrf cookie the token of the reply is used', async () => {
		await using server = await tlsServer((_, response) =>
			json(response, { ...success, response: { session: { csrf: 'from-the-body' } } }, 200, {
				'set-cookie': 'JSESSIONID=a',
			}),
		);
		await withSession(at(server), credentials, {}, client => client.osImages());
		assert.equal(server.received[1]?.headers['x-csrf-token'], 'from-the-body');
	});

	test('400, 401 and 403 of the log-in mean that user or password is wrong', async () => {
		for (const status of ['400', '401', '403'] as const) {
			const simulator = await startSimulator({ isPlain, switches: { 'bad-login-status': status } });
			const server = { url: simulator.url, trust: { kind: 'ca', pem: simulator.caPem } } as const;
			const error = await thrownBy(() => logIn(server, { user: 'USERID', password: 'wrong' }));
			await simulator.stop();
			assert.ok(error instanceof XClarityError, String(error));
			assert.equal(error.kind, 'unauthorized');
			assert.equal(error.status, Number(status));
			assert.match(error.message, /^Logging in on 127\.0\.0\.1:\d+ was not authorized \(status \d+\)\. FQXHMSE0291J: /);
			assert.equal(error.messages[0]?.id, 'FQXHMSE0291J');
		}
	});

	test('an expired password is told', async () => {
		const simulator = await startSimulator({ switches: { 'password-expired': 'told' } });
		const lines: string[] = [];
		const server = { url: simulator.url, trust: { kind: 'ca', pem: simulator.caPem } } as const;
		const required = await withSession(
			server,
			simulator,
			{ log: line => lines.push(line) },
			async client => client.passwordChangeRequired,
		);
		await simulator.stop();
		assert.equal(required, true);
		assert.ok(lines.some(line => /wants the password of the user to be changed/.test(line)));
	});

	test('a lost session is renewed once under a call that may be repeated', async () => {
		for (const status of [401, 403]) {
			await using server = await appliance((request, logIns) => ({
				status: request.method === 'GET' && logIns === 1 ? status : 200,
			}));
			await withSession(at(server), credentials, {}, client => client.osImages());
			assert.deepEqual(asked(server), [
				'POST /sessions',
				'GET /osImages',
				'DELETE /sessions',
				'POST /sessions',
				'GET /osImages',
				'DELETE /sessions',
			]);
			assert.equal(server.received[4]?.headers['x-csrf-token'], 'token-002');
		}
	});

	test('calls at the same time renew a lost session once', async () => {
		await using server = await appliance((request, logIns) => ({
			status: request.method === 'GET' && logIns === 1 ? 401 : 200,
		}));
		await withSession(at(server), credentials, {}, client => Promise.all([client.osImages(), client.applianceInfo()]));
		assert.equal(server.received.filter(isLogIn).length, 2);
	});

	test('a session is not ended under a call that waits for its answer', async () => {
		let answerProfile = (): void => undefined;
		let isAnswered = false;
		let endedEarly = false;
		const sleepy = new Promise<void>(resolve => {
			answerProfile = resolve;
		});
		await using server = await tlsServer(async ({ method, target }, response) => {
			if (method === 'DELETE' && !isAnswered) endedEarly = true;
			if (method === 'DELETE') answerProfile();
			if (target === '/sessions')
				return json(response, { ...success, response: {} }, 200, { 'set-cookie': 'JSESSIONID=a' });
			if (method === 'GET') return json(response, success, endedEarly || isAnswered ? 200 : 403);
			await sleepy;
			isAnswered = true;
			json(response, success);
		});
		const log = (line: string): void => {
			// A client that ended the session now would have done so after this many turns.
			if (line.includes('is renewed')) later(1000, answerProfile);
		};
		await withSession(at(server), credentials, { log }, async client => {
			const validation = client.validateSettings('{}');
			await until(() => server.received.length > 1);
			await Promise.all([validation, client.osImages()]);
		});
		assert.equal(endedEarly, false);
	});

	test('a refusal that stays is told, after one renewal', async () => {
		const message = {
			id: 'FQXHMFC9999M',
			text: 'No licence',
			explanation: 'It has run out',
			recovery: { text: 'Buy one', URL: '' },
		};
		await using server = await appliance(({ method }) =>
			method === 'GET' ? { status: 403, body: { result: 'failed', messages: [message] } } : { status: 200 },
		);
		const error = await thrownBy(() => withSession(at(server), credentials, {}, client => client.osImages()));
		assert.ok(error instanceof XClarityError);
		assert.equal(error.kind, 'refused');
		assert.match(
			error.message,
			/GET \/osImages on .* was refused \(status 403\)\. FQXHMFC9999M: No licence\. It has run out\. Buy one\./,
		);
		assert.equal(server.received.filter(({ method }) => method === 'GET').length, 2);
	});

	test('an import is not repeated', async () => {
		await using server = await appliance(({ method }) => ({ status: method === 'POST' ? 401 : 200 }));
		const work = withSession(at(server), credentials, {}, client =>
			client.importByContent({ imageType: 'UNATTEND', name: 'a.ks', content: 'a' }),
		);
		assert.equal(((await thrownBy(() => work)) as XClarityError).kind, 'unauthorized');
		assert.deepEqual(asked(server), [
			'POST /sessions',
			'POST /osImages?imageType=UNATTEND&importByContent=true',
			'DELETE /sessions',
		]);
	});

	test('the session ends after an error, after a cancellation, and when the log-out itself fails', async () => {
		await using server = await appliance(({ method }) => ({ status: method === 'DELETE' ? 500 : 200 }));
		const oops = new Error('of the caller');
		assert.equal(await thrownBy(() => withSession(at(server), credentials, {}, () => Promise.reject(oops))), oops);
		assert.equal(asked(server).at(-1), 'DELETE /sessions');
		const controller = new AbortController();
		const cancelled = withSession(at(server), credentials, { signal: controller.signal }, client => {
			controller.abort();
			return client.osImages();
		});
		assert.equal(((await thrownBy(() => cancelled)) as XClarityError).kind, 'cancelled');
		// A log-out that fails is tried three times.
		assert.deepEqual(asked(server).slice(-4), ['POST /sessions', ...Array<string>(3).fill('DELETE /sessions')]);
	});

	for (const [name, first] of [
		['a reset', 0],
		['429', 429],
		['503', 503],
	] as const) {
		test(`a log-out that meets ${name} is tried again`, async () => {
			let tries = 0;
			await using server = await tlsServer((request, response) => {
				if (request.method !== 'DELETE') {
					return json(response, success, 200, isLogIn(request) ? { 'set-cookie': 'JSESSIONID=one' } : {});
				}
				tries += 1;
				if (tries > 1) return json(response, success);
				if (first === 0) return response.destroy();
				return response.writeHead(first).end();
			});
			await withSession(at(server), credentials, {}, client => client.osImages());
			assert.deepEqual(
				server.received.filter(({ method }) => method === 'DELETE').map(({ headers }) => headers.cookie),
				['JSESSIONID=one', 'JSESSIONID=one'],
			);
		});
	}

	for (const [name, body] of [
		['breaks off', '{"result":"succ'],
		['is a page', '<html>welcome</html>'],
	] as const) {
		test(`a log-in whose answer ${name} has made a session, which is ended`, async () => {
			await using server = await tlsServer((request, response) => {
				if (!isLogIn(request)) return json(response, success);
				response.writeHead(200, { 'set-cookie': ['JSESSIONID=half', 'csrf=token'] }).end(body);
			});
			await assert.rejects(logIn(at(server), credentials), /not JSON/);
			assert.deepEqual(asked(server), ['POST /sessions', 'DELETE /sessions']);
			assert.equal(server.received[1]?.headers.cookie, 'JSESSIONID=half; csrf=token');
			assert.equal(server.received[1]?.headers['x-csrf-token'], 'token');
		});
	}

	test('a log-in that is cancelled while it is answered is ended, too', async () => {
		const controller = new AbortController();
		await using server = await tlsServer((request, response) => {
			controller.abort();
			json(response, success, 200, isLogIn(request) ? { 'set-cookie': 'JSESSIONID=late' } : {});
		});
		const error = await thrownBy(() => logIn(at(server), credentials, { signal: controller.signal }));
		assert.equal((error as XClarityError).kind, 'cancelled');
		assert.deepEqual(asked(server), ['POST /sessions', 'DELETE /sessions']);
		assert.equal(server.received[1]?.headers.cookie, 'JSESSIONID=late');
	});

	test('no cookie travels to another host', async () => {
		await using server = await tlsServer((_, response) =>
			json(response, success, 200, { 'set-cookie': ['mine=1', 'foreign=2; Domain=evil.example'] }),
		);
		await withSession(at(server), credentials, {}, client => client.osImages());
		assert.equal(server.received[1]?.headers.cookie, 'mine=1');
	});

	test('a refusal with status 200 is a refusal; of a result that is no known word nothing is known', async () => {
		for (const [result, kind] of [
			['failed', 'refused'],
			['failure', 'refused'],
			['nonsense', 'unexpected'],
			['', 'unexpected'],
			[null, 'unexpected'],
			[0, 'unexpected'],
			[{}, 'unexpected'],
		] as const) {
			await using server = await appliance(({ method }) => ({
				status: 200,
				body: { result: method === 'GET' ? result : 'success' },
			}));
			const error = await thrownBy(() => withSession(at(server), credentials, {}, client => client.osImages()));
			assert.equal((error as XClarityError).kind, kind, String(result));
		}
		await using server = await appliance(() => ({ status: 200, body: { ...success, result: 'Warning' } }));
		await withSession(at(server), credentials, {}, client => client.osImages());
	});
});
