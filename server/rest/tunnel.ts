import { ClientRequest } from 'node:http';
import net from 'node:net';
import tls from 'node:tls';
import type { ServerAddress } from './serverAddress';
import type { ConnectOptions } from './trust';
import { XClarityError } from './xclarityError';

/** The proxy's answer to CONNECT: its status, and the connection, which is the caller's from then on. */
async function askForTunnel(proxy: URL, to: string, { timeout, signal }: ConnectOptions) {
	const pair = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`;
	const credentials = { 'proxy-authorization': `Basic ${Buffer.from(pair).toString('base64')}` };
	const secure = proxy.protocol === 'https:';
	const host = proxy.hostname.replace(/^\[|\]$/g, '');
	const place = { host, port: Number(proxy.port) || (secure ? 443 : 80) };
	const servername = net.isIP(host) === 0 ? { servername: host } : {};
	const request = new ClientRequest({
		method: 'CONNECT',
		path: to,
		headers: { host: to, ...(proxy.username === '' ? {} : credentials) },
		createConnection: () => (secure ? tls.connect({ ...place, ...servername }) : net.connect(place)),
	});
	const late = AbortSignal.timeout(timeout);
	const ends = signal ? AbortSignal.any([signal, late]) : late;
	return new Promise<{ status: number | undefined; socket: net.Socket }>((resolve, reject) => {
		const abort = (): void => {
			request.destroy(
				late.aborted ? Object.assign(new Error('no answer came in time'), { code: 'ETIMEDOUT' }) : undefined,
			);
		};
		ends.addEventListener('abort', abort, { once: true });
		const settled =
			<T>(act: (value: T) => void) =>
			(value: T): void => {
				ends.removeEventListener('abort', abort);
				act(value);
			};
		request.on('error', settled(reject));
		request.once('connect', (answer, socket, first) => {
			// What the other end has said already belongs to whoever reads next.
			if (first.length > 0) socket.unshift(first);
			settled(resolve)({ status: answer.statusCode, socket: socket as net.Socket });
		});
		request.end();
	});
}

/** A tunnel through an HTTP proxy to the address. @throws {XClarityError} `unreachable`. */
export async function openTunnel(proxy: string, address: ServerAddress, options: ConnectOptions): Promise<net.Socket> {
	const url = new URL(proxy);
	const refused = (reason: string, cause?: unknown): XClarityError =>
		new XClarityError(`The proxy ${url.host} does not connect to ${address.label}: ${reason}.`, {
			kind: 'unreachable',
			cause,
		});
	try {
		const { socket, status } = await askForTunnel(url, address.label, options);
		socket.on('error', () => undefined);
		if (status === 200) return socket;
		socket.destroy();
		throw refused(`it answered with status ${status}`);
	} catch (error) {
		if (error instanceof XClarityError) throw error;
		throw refused(error instanceof Error ? error.message : String(error), error);
	}
}
