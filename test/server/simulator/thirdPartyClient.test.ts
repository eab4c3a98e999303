import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { connect, type TLSSocket } from 'node:tls';
import type { Simulator } from '../../../server/simulator/simulator';
import { at, boundary, multipart, type RawReply, toReply, withAppliance } from './applianceSession';

/** One TLS connection that stays open, on which every byte of a request is the test's own. */
async function openConnection({ url, caPem }: Simulator): Promise<TLSSocket> {
	const { hostname, port } = new URL(url);
	const socket = connect({ host: hostname, port: Number(port), ca: caPem });
	await new Promise<void>((resolve, reject) => socket.once('secureConnect', resolve).once('error', reject));
	return socket;
}

/** Writes the bytes and reads one reply, whose length its head tells. */
function transact(socket: TLSSocket, lines: readonly string[], body: string | Buffer): Promise<RawReply> {
	return new Promise((resolve, reject) => {
		let received = Buffer.alloc(0);
		const read = (chunk: Buffer): void => {
			received = Buffer.concat([received, chunk]);
			const end = received.indexOf('\r\n\r\n');
			if (end < 0) return;
			const [status = '', ...fields] = received.subarray(0, end).toString('latin1').split('\r\n');
			const length = Number(/^content-length: (\d+)$/im.exec(fields.join('\n'))?.[1] ?? 0);
			if (received.length < end + 4 + length) return;
			socket.off('data', read).off('error', reject);
			const cookies = fields.filter(field => /^set-cookie:/i.test(field)).map(field => field.slice(12));
			const text = received.subarray(end + 4).toString('utf8');
			resolve(toReply(Number(status.split(' ')[1]), { 'set-cookie': cookies }, text));
		};
		socket.on('data', read).once('error', reject);
		socket.write(Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), Buffer.from(body)]));
	});
}

/** Lenovo's Python client (pylxca 4.2.0): its header lines, in its spelling, on every request. */
function pythonClient(socket: TLSSocket, host: string) {
	let afterLogIn: readonly string[] = [];
	return {
		keep: (lines: readonly string[]): void => {
			afterLogIn = lines;
		},
		send: (
			start: string,
			body: string | Buffer = '',
			{ type = 'application/json; charset=utf-8', more = [] as string[] } = {},
		) =>
			transact(
				socket,
				[
					`${start} HTTP/1.1`,
					`Host: ${host}`,
					'User-Agent: LXCA via Python Client / 4.2.0',
					'Accept-Encoding: gzip, deflate',
					'Accept: */*',
					'Connection: keep-alive',
					`content-type: ${type}`,
					...more,
					...afterLogIn,
					...(start.startsWith('GET') ? [] : [`Content-Length: ${Buffer.byteLength(body)}`]),
				],
				body,
			),
	};
}

suite('the recorded exchange of Lenovo’s Python client', () => {
	test('logs in, lists, imports by file, follows the task, deletes and logs out', async () => {
		await withAppliance({ isPlain: false }, async ({ simulator, pass }) => {
			const socket = await openConnection(simulator);
			const { host } = new URL(simulator.url);
			const client = pythonClient(socket, host);

			const logIn = await client.send('POST /sessions', '{"UserId": "USERID", "password": "Passw0rd"}', {
				more: [`Referer: https://${host}/sessions`],
			});
			assert.equal(logIn.status, 200);
			const cookies = [logIn.headers['set-cookie'] ?? []].flat().map(cookie => cookie.split(';')[0] ?? '');
			assert.deepEqual(
				cookies.map(cookie => cookie.split('=')[0]),
				['JSESSIONID', 'csrf', 'inactivityTimeout', 'user'],
			);
			const csrf = cookies[1]?.slice('csrf='.length) ?? '';
			assert.equal(logIn.at('response', 'session', 'csrf'), csrf);
			client.keep([`X-Csrf-Token: ${csrf}`, `Cookie: ${cookies.join('; ')}`]);
			assert.equal((await client.send('GET /aicc')).at('appliance', 'runlevel'), 3);

			const before = await client.send('GET /osImages');
			assert.deepEqual([before.status, before.at('result'), before.at('unattendFiles')], [200, 'success', []]);
			const init = await client.send('POST /osImages/?imageType=UNATTEND', '{"fileSize": "41", "Action": "Init"}');
			assert.deepEqual(init.body, { jobId: '1', result: 'success', messages: [] });

			const bytes = '<profile>\r\n--not the boundary\r\n</profile>';
			const upload = await client.send(
				'POST /files/osImages?jobId=1&imageName=my%20file%20&%20name&imageType=UNATTEND&os=sles&description=a%20b/c%20%C3%A9&osrelease=12.3',
				multipart(bytes, 'sles_unattended.xml'),
				{ type: `multipart/form-data; boundary=${boundary}` },
			);
			assert.deepEqual([upload.status, upload.at('result'), upload.at('messages')], [200, 'success', []]);

			pass(400);
			const running = await client.send('GET /tasks/1?compact=true');
			assert.deepEqual(
				['jobUID', 'status', 'percentage', 'children'].map(key => running.at(0, key)),
				['1', 'Running', 40, undefined],
			);
			pass(600);
			const done = await client.send('GET /tasks/1');
			assert.deepEqual(
				['status', 'percentage', 'complete'].map(key => done.at(0, key)),
				['Complete', 100, true],
			);
			assert.equal(done.at(0, 'children', 'length'), 1);
			assert.equal((await client.send('GET /tasks')).at('length'), 1);

			const stored = (await client.send('GET /osImages')).at('unattendFiles', 0);
			assert.deepEqual(
				['id', 'os', 'osrelease', 'description', 'size'].map(key => at(stored, key)),
				['20260131054311_my file ', 'sles', '12.3', 'a b/c é', Buffer.byteLength(bytes)],
			);

			await client.send('POST /osImages/?imageType=CUSTOM_CONFIG', '{"Action": "Init"}');
			assert.equal((await client.send('PUT /tasks', '{"action": "cancel", "list": ["2"]}')).status, 200);
			assert.equal((await client.send('GET /tasks/1,2?compact=true')).at(1, 'status'), 'Cancelled');
			assert.equal((await client.send('DELETE /tasks/2')).status, 200);

			const id = encodeURIComponent(String(at(stored, 'id')));
			const removed = await client.send(`DELETE /osImages/${id}`, '{}');
			assert.deepEqual([removed.status, removed.body], [200, { result: 'success', messages: [] }]);
			assert.deepEqual((await client.send('GET /osImages')).at('unattendFiles'), []);

			const settings = await client.send('GET /osdeployment/globalSettings');
			assert.equal(settings.at('globalSetting', 'isVLANMode'), false);
			await client.send(
				'POST /osImages/remoteFileServers',
				'{"username": "u", "password": "p", "protocol": "FTP", "port": 21, "address": "192.0.2.1", "displayName": "d"}',
			);
			const servers = await client.send('GET /osImages/remoteFileServers');
			assert.equal(servers.at('serverList', 0, 'serverId'), '1');
			assert.equal((await client.send('GET /osImages/remoteFileServers/1')).at('address'), '192.0.2.1');

			const logOut = await client.send('DELETE /sessions');
			assert.deepEqual([logOut.status, logOut.at('messages', 0, 'id')], [200, 'FQXHMSE0001I']);
			assert.equal((await client.send('GET /osImages')).status, 401);
			socket.destroy();
		});
	});
});
