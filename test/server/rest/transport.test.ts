import assert from 'node:assert/strict';
import { once } from 'node:events';
import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { suite, test } from 'node:test';
import { uploadBody } from '../../../server/rest/multipart';
import { type Exchange, openTransport } from '../../../server/rest/transport';
import { XClarityError } from '../../../server/rest/xclarityError';
import { aCertificate, json, type TlsServer, thrownBy, tlsServer } from '../../support/tlsServer';

async function send(
	server: TlsServer,
	exchange: Partial<Exchange> = {},
	options: { timeout?: number; proxy?: string } = {},
) {
	const trust = { kind: 'fingerprint', sha256: server.fingerprint } as const;
	const transport = openTransport({ url: server.url, trust, timeout: 5_000, ...options });
	try {
		return await transport.send({ method: 'GET', path: '/osImages', ...exchange });
	} finally {
		await transport.close();
	}
}

async function failure(work: Promise<unknown>): Promise<XClarityError> {
	const error = await thrownBy(() => work);
	assert.ok(error instanceof XClarityError, String(error));
	return error;
}

/** Takes connections and says nothing. */
async function silentServer() {
	const ends: net.Socket[] = [];
	const server = net.createServer(end => {
		// What is not read is never seen to end.
		end.on('error', () => undefined).resume();
		ends.push(end);
		server.emit('counted');
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	return {
		url: `https://127.0.0.1:${port}`,
		/** All connections, once there are so many. */
		async connections(count: number): Promise<readonly net.Socket[]> {
			while (ends.length < count) await once(server, 'counted');
			return ends;
		},
		async [Symbol.asyncDispose](): Promise<void> {
			for (const end of ends) end.destroy();
			server.close();
			await once(server, 'close');
		},
	};
}

suite('transport', () => {
	test('JSON goes out and comes back, with the status and the cookies', async () => {
		await using server = await tlsServer((_, response) =>
			json(response, { result: 'success', more: ['é€'] }, 202, { 'set-cookie': ['a=1', 'b=2; Path=/'] }),
		);
		const cookies: string[] = [];
		const onCookies = (lines: readonly string[]) => cookies.push(...lines);
		const answer = await send(server, { method: 'POST', json: { text: 'é€' }, onCookies });
		assert.deepEqual(cookies, ['a=1', 'b=2; Path=/']);
		assert.deepEqual(answer, {
			status: 202,
			body: { result: 'success', more: ['é€'] },
		});
		const [request] = server.received;
		assert.equal(request?.body, '{"text":"é€"}');
		assert.equal(request?.headers['content-type'], 'application/json; charset=utf-8');
		assert.equal(request?.headers.accept, 'application/json');
	});

	test('every value of the query is percent-encoded', async () => {
		await using server = await tlsServer();
		await send(server, { query: { imageName: 'my file & name=#?+%é.ks', id: 'a|b', left: undefined } });
		assert.equal(
			server.received[0]?.target,
			'/osImages?imageName=my%20file%20%26%20name%3D%23%3F%2B%25%C3%A9.ks&id=a%7Cb',
		);
	});

	test('an empty answer has no body', async () => {
		await using server = await tlsServer((_, response) => response.writeHead(204).end());
		assert.deepEqual(await send(server, { method: 'DELETE' }), { status: 204, body: undefined });
	});

	test('an answer that is not JSON is unexpected, and is not quoted', async () => {
		await using server = await tlsServer((_, response) => response.end('<html>secret-in-page</html>'));
		const error = await failure(send(server));
		assert.equal(error.kind, 'unexpected');
		assert.match(error.message, /GET \/osImages on 127\.0\.0\.1:\d+: the answer is not JSON \(status 200\)/);
		assert.ok(!JSON.stringify(error).includes('secret-in-page') && error.cause === undefined);
	});

	test('JSON that breaks off is unexpected', async () => {
		await using server = await tlsServer((_, response) => response.end('{"result":"succ'));
		assert.equal((await failure(send(server))).kind, 'unexpected');
	});

	test('the status of a failure survives a page of a web server', async () => {
		await using server = await tlsServer((_, response) => response.writeHead(502).end('<html>'));
		assert.deepEqual(await send(server), { status: 502, body: undefined });
	});

	test('an answer without end is cut off', async () => {
		await using server = await tlsServer((_, response) => {
			const chunk = Buffer.alloc(1 << 20, 0x20);
			const more = (): void => {
				while (!response.destroyed && response.write(chunk));
				if (!response.destroyed) response.once('drain', more);
			};
			more();
		});
		assert.match((await failure(send(server))).message, /too large to be from an appliance/);
	});

	test('a redirect is followed nowhere: the other host sees nothing', async () => {
		await using other = await tlsServer();
		await using server = await tlsServer((_, response) =>
			response.writeHead(307, { location: `${other.url}/osImages` }).end(),
		);
		const error = await failure(send(server, { method: 'POST', json: { password: 'x' } }));
		assert.equal(error.kind, 'unexpected');
		assert.equal(other.connections(), 0);
		assert.equal(server.received.length, 1);
	});

	test('a server that does not answer is given up', async () => {
		await using server = await tlsServer(() => undefined);
		const error = await failure(send(server, {}, { timeout: 400 }));
		assert.equal(error.kind, 'unreachable');
		assert.match(error.message, /127\.0\.0\.1:\d+ did not answer GET \/osImages in time/);
	});

	test('a server that answers by drops is given up', async () => {
		await using server = await tlsServer((_, response) => {
			const timer = setInterval(() => response.write(' '), 10);
			response.on('close', () => clearInterval(timer));
		});
		assert.match((await failure(send(server, {}, { timeout: 400 }))).message, /in time/);
	});

	test('a cancelled exchange ends at once', async () => {
		const controller = new AbortController();
		await using server = await tlsServer(() => controller.abort());
		assert.equal((await failure(send(server, { signal: controller.signal }))).kind, 'cancelled');
		assert.equal((await failure(send(server, { signal: controller.signal }))).kind, 'cancelled');
		assert.equal(server.received.length, 1);
	});

	test('a cancelled exchange gives its connection up: the rest of the answer is not waited for', async () => {
		const controller = new AbortController();
		let close = (): void => undefined;
		const closed = new Promise<void>(resolve => {
			close = resolve;
		});
		await using server = await tlsServer((_, response) => {
			response.on('close', close);
			controller.abort();
		});
		const trust = { kind: 'fingerprint', sha256: server.fingerprint } as const;
		const transport = openTransport({ url: server.url, trust, timeout: 600_000 });
		const cancelled = transport.send({ method: 'GET', path: '/', signal: controller.signal });
		assert.equal((await failure(cancelled)).kind, 'cancelled');
		await closed;
		await transport.close();
	});

	test('a connection that is cut is told with host, port and cause', async () => {
		await using server = await tlsServer((_, response) => response.destroy());
		const error = await failure(send(server));
		assert.equal(error.kind, 'unreachable');
		assert.match(error.message, /127\.0\.0\.1:\d+ cannot be reached: the connection was cut/);
	});

	test('a stream is sent with its length, not in chunks, and its progress is told', async () => {
		await using server = await tlsServer();
		const chunks = 64;
		const body = {
			size: chunks * 65_536,
			async *read() {
				for (let index = 0; index < chunks; index++) yield Buffer.alloc(65_536, 0x61);
			},
		};
		const streamed = uploadBody('big.iso', body);
		const told: number[] = [];
		await send(server, { method: 'POST', streamed, onSent: bytes => told.push(bytes) });
		const [request] = server.received;
		assert.equal(request?.headers['content-length'], String(streamed.length));
		assert.equal(request?.headers['transfer-encoding'], undefined);
		assert.equal(request?.body.length, streamed.length);
		assert.equal(told.length, chunks + 2);
		assert.equal(told.at(-1), streamed.length);
	});

	test('a file that changes or breaks while it is sent is the fault of the file', async () => {
		await using server = await tlsServer();
		const bodies = [
			{ size: 5, read: () => [Buffer.from('too long')] },
			{ size: 50, read: () => [Buffer.from('too short')] },
			{
				size: 5,
				async *read() {
					yield Buffer.from('ab');
					throw new Error('EIO: disk');
				},
			},
		];
		for (const body of bodies) {
			const error = await failure(send(server, { method: 'POST', streamed: uploadBody('a', body) }));
			assert.equal(error.kind, 'failed');
			assert.match(error.message, /could not be read to its end/);
		}
		assert.deepEqual(server.received, []);
	});

	test('a proxy is asked for a tunnel, in which the certificate is compared as without it', async () => {
		await using server = await tlsServer();
		await using impostor = await tlsServer(undefined, aCertificate());
		let goal = server.port;
		const asked: (string | undefined)[] = [];
		const proxy = http.createServer().on('connect', (request, socket: net.Socket) => {
			asked.push(request.url, request.headers['proxy-authorization']);
			const onward = net.connect(goal, '127.0.0.1', () => {
				socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
				onward.pipe(socket).pipe(onward);
			});
			for (const end of [socket, onward]) end.on('error', () => onward.destroy());
		});
		proxy.listen(0, '127.0.0.1');
		await once(proxy, 'listening');
		const url = `http://me:pass@127.0.0.1:${(proxy.address() as AddressInfo).port}`;
		try {
			assert.equal((await send(server, {}, { proxy: url })).status, 200);
			assert.deepEqual(asked, [`127.0.0.1:${server.port}`, `Basic ${Buffer.from('me:pass').toString('base64')}`]);
			goal = impostor.port;
			assert.equal((await failure(send(server, {}, { proxy: url }))).trustProblem, 'fingerprint');
			assert.equal(impostor.bytes(), 0);
		} finally {
			proxy.closeAllConnections();
			proxy.close();
		}
		const gone = await failure(send(server, {}, { proxy: 'http://me:pass@127.0.0.1:1' }));
		assert.match(gone.message, /The proxy 127\.0\.0\.1:1 does not connect/);
		assert.ok(!gone.message.includes('pass'));
	});

	test('an answer that comes before the request is sent counts, and the rest is not sent', async () => {
		const server = http.createServer((_, response) => {
			response.writeHead(413, { 'content-type': 'application/json' }).end('{"result":"too large"}');
		});
		server.listen(0, '127.0.0.1');
		await once(server, 'listening');
		const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
		const transport = openTransport({ url, trust: { kind: 'system' }, timeout: 5_000 });
		let close = (): void => undefined;
		const closed = new Promise<void>(resolve => {
			close = resolve;
		});
		const body = {
			size: 2 ** 40,
			async *read() {
				try {
					for (;;) yield Buffer.alloc(65_536);
				} finally {
					close();
				}
			},
		};
		try {
			const streamed = uploadBody('endless.iso', body);
			const answer = await transport.send({ method: 'POST', path: '/files', streamed });
			assert.deepEqual(answer, { status: 413, body: { result: 'too large' } });
			await closed;
		} finally {
			await transport.close();
			server.closeAllConnections();
			server.close();
		}
	});

	test('ten requests at once share four connections, which serve the next ones too', async () => {
		await using server = await tlsServer();
		const trust = { kind: 'fingerprint', sha256: server.fingerprint } as const;
		const transport = openTransport({ url: server.url, trust, timeout: 5_000 });
		const ten = () => Promise.all(Array.from({ length: 10 }, () => transport.send({ method: 'GET', path: '/' })));
		await ten();
		await ten();
		await transport.close();
		assert.equal(server.connections(), 4);
		assert.equal(server.received.length, 20);
	});

	test('a request that waits for its connection ends at once when it is cancelled or its time is over', async () => {
		await using silent = await silentServer();
		const transport = openTransport({ url: silent.url, trust: { kind: 'system' }, timeout: 600_000 });
		const controller = new AbortController();
		const cancelled = failure(transport.send({ method: 'GET', path: '/', signal: controller.signal }));
		const late = failure(transport.send({ method: 'GET', path: '/', timeout: 1 }));
		const waiting = failure(transport.send({ method: 'GET', path: '/' }));
		const ends = await silent.connections(3);
		controller.abort();
		assert.equal((await cancelled).kind, 'cancelled');
		assert.match((await late).message, /did not answer GET \/ in time/);
		await transport.close();
		assert.equal((await waiting).kind, 'cancelled');
		await Promise.all(ends.map(end => once(end, 'close')));
	});

	test('a cancelled request is not sent when its connection stands after all', async () => {
		await using server = await tlsServer();
		const trust = { kind: 'fingerprint', sha256: server.fingerprint } as const;
		const transport = openTransport({ url: server.url, trust, timeout: 600_000 });
		const controller = new AbortController();
		const cancelled = failure(transport.send({ method: 'GET', path: '/first', signal: controller.signal }));
		controller.abort();
		assert.equal((await cancelled).kind, 'cancelled');
		await transport.send({ method: 'GET', path: '/second' });
		await transport.close();
		assert.deepEqual(
			server.received.map(({ target }) => target),
			['/second'],
		);
	});
});
