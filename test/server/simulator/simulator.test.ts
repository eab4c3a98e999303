import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { routes } from '../../../server/simulator/routes';
import { startSimulator } from '../../../server/simulator/simulator';
import { basic, exchange, withAppliance } from './applianceSession';

suite('startSimulator', () => {
	test('listens on this machine only', async () => {
		for (const host of ['0.0.0.0', '::', '192.0.2.1', 'example.com', '']) {
			await assert.rejects(startSimulator({ host }), RangeError, host);
		}
		const simulator = await startSimulator({ host: 'localhost' });
		assert.equal(new URL(simulator.url).hostname, 'localhost');
		await simulator.stop();
	});

	test('refuses a switch and a value that there are not', async () => {
		await assert.rejects(startSimulator({ switches: { 'no-such': 'x' } }), /no switch ‘no-such’/);
		await assert.rejects(startSimulator({ switches: { 'delete-status': '205' } }), /200, 204/);
		await assert.rejects(startSimulator({ switches: { 'session-limit': -1 } }), /whole number/);
	});

	test('says when the port is taken', async () => {
		const first = await startSimulator();
		const port = Number(new URL(first.url).port);
		await assert.rejects(startSimulator({ port }), { code: 'EADDRINUSE' });
		await first.stop();
	});

	test('two at once have nothing in common', async () => {
		const [one, other] = await Promise.all([startSimulator(), startSimulator()]);
		assert.notEqual(one.fingerprint, other.fingerprint);
		await assert.rejects(exchange({ url: one.url, caPem: other.caPem }, ['GET', '/aicc']), /certificate/);
		await Promise.all([one.stop(), other.stop()]);
	});

	test('certificate=internal-authority sends a certificate that another one signed', async () => {
		await withAppliance({ switches: { certificate: 'internal-authority' } }, async ({ ask }) => {
			assert.equal((await ask('GET', '/aicc')).status, 200);
		});
	});

	test('stops while a client still holds its connection', async () => {
		const simulator = await startSimulator();
		const headers = { ...basic(simulator.user, simulator.password), Connection: 'keep-alive' };
		await exchange(simulator, ['GET', '/aicc'], { headers });
		await simulator.stop();
		await assert.rejects(exchange(simulator, ['GET', '/aicc'], { headers }), { code: 'ECONNREFUSED' });
	});
});

suite('requests', () => {
	test('are recorded with all but their secrets', async () => {
		await withAppliance({ password: 'Geheim-1!' }, async ({ simulator, ask }) => {
			const body = JSON.stringify({ UserId: 'USERID', password: 'Geheim-1!' });
			await exchange(simulator, ['POST', '/sessions/'], { body });
			await ask('POST', '/osImages/?imageType=CONFIG', { Action: 'Init', fileSize: '12' });
			const [logIn, init] = simulator.requests;
			assert.deepEqual([logIn?.number, logIn?.path, logIn?.status], [1, '/sessions', 200]);
			assert.deepEqual(logIn?.body, { UserId: 'USERID', password: '***' });
			assert.deepEqual([init?.user, init?.query], ['USERID', { imageType: 'CONFIG' }]);
			assert.deepEqual(init?.body, { Action: 'Init', fileSize: '12' });
			const encoded = Buffer.from('USERID:Geheim-1!').toString('base64');
			for (const secret of ['Geheim', encoded]) {
				assert.ok(!JSON.stringify(simulator.requests).includes(secret), secret);
			}
		});
	});

	test('that make no sense get an answer in the envelope', async () => {
		await withAppliance({}, async ({ simulator, ask }) => {
			const headers = basic(simulator.user, simulator.password);
			assert.equal((await ask('GET', '/nowhere')).at('result'), 'failed');
			assert.equal((await ask('PATCH', '/osImages')).status, 404);
			assert.equal((await ask('DELETE', '/osImages/%zz')).status, 404);
			const broken = await exchange(simulator, ['POST', '/osImages'], { headers, body: '{"Action": ' });
			assert.deepEqual([broken.status, broken.at('messages', 0, 'id')], [400, 'FQXHMFC9002M']);
		});
	});
});

test('without a licence everything below osImages is refused', async () => {
	await withAppliance({ switches: { licence: 'missing' } }, async ({ ask }) => {
		assert.equal((await ask('GET', '/aicc')).status, 200);
		const reply = await ask('GET', '/osImages');
		assert.deepEqual([reply.status, reply.at('messages', 0, 'id')], [403, 'FQXHMFC9001M']);
	});
});

suite('privileges', () => {
	/** What changes nothing that others see: one's own session, and the opinion on a file. */
	const open = ['POST /sessions', 'DELETE /sessions', 'DELETE /sessions/{}', 'POST /osImages/customSettings'];
	const changing = routes.filter(({ method, path }) => method !== 'GET' && !open.includes(`${method} ${path}`));

	test('who may only read is refused at every route that changes something, and nothing happens', async () => {
		assert.ok(changing.length >= 10);
		await withAppliance({}, async ({ ask }) => {
			for (const { method, path } of changing) {
				const reply = await ask(method, path.replace('{}', '1'), {}, 'OPERATOR');
				assert.equal(reply.status, 403, `${method} ${path}`);
				assert.equal(reply.at('messages', 0, 'id'), 'FQXHMSE9005M', `${method} ${path}`);
			}
		});
	});
});
