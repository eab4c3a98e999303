import type net from 'node:net';
import { Readable } from 'node:stream';
import { Agent, Client, type Dispatcher } from 'undici';
import { t } from '../texts/texts';
import { type Deadline, startDeadline } from './deadline';
import type { StreamedBody } from './multipart';
import { readServerAddress, type ServerAddress } from './serverAddress';
import { connectionProblem } from './tlsProblem';
import { type ConnectOptions, connectTrusted, type Trust } from './trust';
import { throwIfCancelled, XClarityError } from './xclarityError';

export interface TransportOptions {
	readonly url: string;
	readonly trust: Trust;
	/** Milliseconds for a connection, and for an answer once the request is sent. */
	readonly timeout: number;
	/** URL of an HTTP proxy, which is asked for a tunnel. */
	readonly proxy?: string | undefined;
}

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

export interface Exchange {
	readonly method: Method;
	readonly path: string;
	readonly query?: Readonly<Record<string, string | undefined>> | undefined;
	readonly headers?: Readonly<Record<string, string>> | undefined;
	/** Sent as JSON. */
	readonly json?: unknown;
	/** Sent as it is, with its progress in bytes. */
	readonly streamed?: StreamedBody | undefined;
	readonly onSent?: ((bytes: number) => void) | undefined;
	/** Takes the `Set-Cookie` lines as soon as the head of the answer is there. */
	readonly onCookies?: ((lines: readonly string[]) => void) | undefined;
	readonly signal?: AbortSignal | undefined;
	readonly timeout?: number | undefined;
}

export interface Answer {
	readonly status: number;
	/** Parsed JSON; undefined for an empty body. */
	readonly body: unknown;
}

/** One server, one exchange at a time or several; knows of no session. */
export interface Transport {
	readonly address: ServerAddress;
	/** @throws {XClarityError} every kind but `unauthorized`, `refused` and `failed`: statuses are the caller's affair. */
	send(exchange: Exchange): Promise<Answer>;
	close(): Promise<void>;
}

/** An answer is a list or a few messages; what is larger is not from an appliance. */
const largestAnswer = 16 * 1024 * 1024;

/** Names and values percent-encoded in full; `|`, `&` and blanks cannot split it. */
const queryText = (query: Exchange['query']): string => {
	const pairs = Object.entries(query ?? {}).filter(([, value]) => value !== undefined);
	const text = pairs.map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(value ?? '')}`).join('&');
	return text === '' ? '' : `?${text}`;
};

export const target = (exchange: Exchange): string => exchange.path + queryText(exchange.query);

/** Connections are ours to make, so that none is handed over before the other end is known to be the right one. */
function trustedAgent(address: ServerAddress, { trust, timeout, proxy }: TransportOptions, signal: AbortSignal): Agent {
	const open = async (): Promise<net.Socket> => {
		const tunnel = proxy === undefined ? {} : { tunnel: await openTunnel(proxy, address, { timeout, signal }) };
		return connectTrusted(address, trust, { timeout, signal, ...tunnel });
	};
	return new Agent({
		connections: 4,
		headersTimeout: 0,
		bodyTimeout: 0,
		connect: (_target, done) => {
			open().then(
				socket => done(null, socket),
				(error: unknown) => done(connectionProblem(error, address), null),
			);
		},
	});
}

/** A tunnel through an HTTP proxy to the address. @throws {XClarityError} `unreachable`. */
export async function openTunnel(proxy: string, address: ServerAddress, options: ConnectOptions): Promise<net.Socket> {
	const { origin, host, username, password } = new URL(proxy);
	const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
	const headers = username === '' ? {} : { 'proxy-authorization': `Basic ${Buffer.from(pair).toString('base64')}` };
	const client = new Client(origin, { headersTimeout: options.timeout });
	const refused = (reason: string, cause?: unknown): XClarityError =>
		new XClarityError(
			t('The proxy {host} does not connect to {address}: {reason}.', { host, address: address.label, reason }),
			{
				kind: 'unreachable',
				cause,
			},
		);
	try {
		const { socket, statusCode } = await client.connect({
			path: address.label,
			headers,
			signal: options.signal ?? null,
		});
		socket.on('error', () => undefined);
		if (statusCode === 200) return socket as net.Socket;
		socket.destroy();
		throw refused(t('it answered with status {statusCode}', { statusCode }));
	} catch (error) {
		if (error instanceof XClarityError) throw error;
		throw refused(error instanceof Error ? error.message : String(error), error);
	}
}

/** The body's bytes; what breaks while reading them is the file's fault and no matter of the connection. */
async function* counted(body: StreamedBody, onSent: (bytes: number) => void): AsyncGenerator<Uint8Array> {
	let sent = 0;
	try {
		for await (const chunk of body.bytes()) {
			if (sent + chunk.length > body.length) throw new Error(t('it has grown since it was measured'));
			yield chunk;
			sent += chunk.length;
			onSent(sent);
		}
		if (sent < body.length) throw new Error(t('it has shrunk since it was measured'));
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		throw new XClarityError(t('The file could not be read to its end: {reason}.', { reason }), {
			kind: 'failed',
			cause: error,
		});
	}
}

function requestBody({ json, streamed, onSent }: Exchange, deadline: Deadline) {
	if (streamed) {
		const bytes = counted(streamed, sent => {
			deadline.extend();
			onSent?.(sent);
		});
		return {
			body: Readable.from(bytes, { objectMode: false }),
			headers: { 'content-type': streamed.contentType, 'content-length': String(streamed.length) },
		};
	}
	if (json === undefined) return { body: null, headers: {} };
	return { body: JSON.stringify(json), headers: { 'content-type': 'application/json; charset=utf-8' } };
}

/**
 * The work's outcome, or a rejection as soon as the signal is aborted: undici tells a request that waits for its
 * connection only when that stands or has failed, and does not send it then.
 */
const untilAborted = <T>(work: Promise<T>, signal: AbortSignal): Promise<T> =>
	new Promise((resolve, reject) => {
		signal.addEventListener('abort', () => reject(signal.reason), { once: true });
		work.then(resolve, reject);
	});

/** By events: an iterator over a stream makes several promises for each piece. */
const readBody = ({ body }: Dispatcher.ResponseData, limit: number): Promise<string | undefined> =>
	new Promise((resolve, reject) => {
		const chunks: Uint8Array[] = [];
		let size = 0;
		body.on('data', (chunk: Uint8Array) => {
			size += chunk.length;
			chunks.push(chunk);
			if (size <= limit) return;
			resolve(undefined);
			body.destroy();
		});
		body.on('error', reject);
		body.on('end', () =>
			resolve(
				Buffer.concat(chunks)
					.toString('utf8')
					.replace(/^\ufeff/, ''),
			),
		);
	});

function parse(text: string): { readonly value: unknown } | undefined {
	try {
		return { value: text.trim() === '' ? undefined : JSON.parse(text) };
	} catch (error) {
		// The parser's own words quote the body, which may hold a secret.
		if (error instanceof SyntaxError) return undefined;
		throw error;
	}
}

const lines = (value: string | string[] | undefined): readonly string[] =>
	value === undefined ? [] : Array.isArray(value) ? value : [value];

interface UnexpectedAnswer {
	readonly exchange: Exchange;
	readonly status: number;
	readonly what: string;
	readonly place: string;
}

const unexpectedAnswer = ({ exchange: { method, path }, status, what, place }: UnexpectedAnswer): XClarityError =>
	new XClarityError(t('{method} {path} on {place}: {what} (status {status}).', { method, path, place, what, status }), {
		kind: 'unexpected',
		status,
		method,
		path,
	});

/** @throws {XClarityError} `unreachable`, `untrusted` for an address that cannot be used. */
export function openTransport(options: TransportOptions): Transport {
	const address = readServerAddress(options.url);
	const closing = new AbortController();
	const agent = trustedAgent(address, options, closing.signal);

	const unexpected = (exchange: Exchange, status: number, what: string): XClarityError =>
		unexpectedAnswer({ exchange, status, what, place: address.label });

	const read = async (exchange: Exchange, response: Dispatcher.ResponseData): Promise<Answer> => {
		const status = response.statusCode;
		exchange.onCookies?.(lines(response.headers['set-cookie']));
		if (status >= 300 && status < 400) {
			await response.body.dump();
			throw unexpected(exchange, status, t('the answer points to another address, which is not followed'));
		}
		const text = await readBody(response, largestAnswer);
		if (text === undefined) throw unexpected(exchange, status, t('the answer is too large to be from an appliance'));
		const parsed = parse(text);
		// A failure keeps its meaning without a readable body: proxies and web servers explain theirs in HTML.
		if (!parsed && status < 400) throw unexpected(exchange, status, t('the answer is not JSON'));
		return { status, body: parsed?.value };
	};

	const explain = (error: unknown, exchange: Exchange, deadline: Deadline): XClarityError => {
		const about = { method: exchange.method, path: exchange.path };
		if (exchange.signal?.aborted || closing.signal.aborted) {
			return new XClarityError(
				t('{method} {path} on {address} was cancelled.', {
					method: exchange.method,
					path: exchange.path,
					address: address.label,
				}),
				{
					kind: 'cancelled',
					...about,
				},
			);
		}
		if (deadline.expired) {
			return new XClarityError(
				t('{address} did not answer {method} {path} in time.', {
					address: address.label,
					method: exchange.method,
					path: exchange.path,
				}),
				{
					kind: 'unreachable',
					...about,
				},
			);
		}
		return connectionProblem(error, address);
	};

	return {
		address,
		async send(exchange) {
			throwIfCancelled(exchange.signal, `${exchange.method} ${exchange.path} on ${address.label}`);
			const deadline = startDeadline(exchange.timeout ?? options.timeout, exchange.signal);
			try {
				const { body, headers } = requestBody(exchange, deadline);
				const answer = agent.request({
					origin: address.origin,
					method: exchange.method,
					path: target(exchange),
					headers: { accept: 'application/json', ...headers, ...exchange.headers },
					body,
					signal: deadline.signal,
				});
				const response = await untilAborted(answer, deadline.signal);
				return await read(exchange, response);
			} catch (error) {
				throw explain(error, exchange, deadline);
			} finally {
				deadline.end();
			}
		},
		close() {
			closing.abort();
			return agent.destroy();
		},
	};
}
