import type { IncomingHttpHeaders } from 'node:http';
import type net from 'node:net';
import { Readable } from 'node:stream';
import { Client, Pool } from 'undici';
import { t } from '../texts/texts';
import { collectText } from './collectText';
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
function trustedPool(address: ServerAddress, { trust, timeout, proxy }: TransportOptions, signal: AbortSignal): Pool {
	const open = async (): Promise<net.Socket> => {
		const tunnel = proxy === undefined ? {} : { tunnel: await openTunnel(proxy, address, { timeout, signal }) };
		return connectTrusted(address, trust, { timeout, signal, ...tunnel });
	};
	return new Pool(address.origin, {
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

function parse(text: string): { readonly value: unknown } | undefined {
	try {
		return { value: text.trim() === '' ? undefined : JSON.parse(text) };
	} catch (error) {
		// The parser's own words quote the body, which may hold a secret.
		if (error instanceof SyntaxError) return undefined;
		throw error;
	}
}

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

interface Failed {
	readonly exchange: Exchange;
	readonly address: ServerAddress;
	readonly isCancelled: boolean;
	readonly isLate: boolean;
}

/** What made an exchange fail, in the words of a person. */
function explain(error: unknown, { exchange: { method, path }, address, isCancelled, isLate }: Failed): XClarityError {
	const facts = { method, path, address: address.label };
	if (isCancelled)
		return new XClarityError(t('{method} {path} on {address} was cancelled.', facts), {
			kind: 'cancelled',
			method,
			path,
		});
	if (isLate)
		return new XClarityError(t('{address} did not answer {method} {path} in time.', facts), {
			kind: 'unreachable',
			method,
			path,
		});
	return connectionProblem(error, address);
}

/** @throws {XClarityError} `unreachable`, `untrusted` for an address that cannot be used. */
export function openTransport(options: TransportOptions): Transport {
	const address = readServerAddress(options.url);
	const closing = new AbortController();
	const pool = trustedPool(address, options, closing.signal);

	const unexpected = (exchange: Exchange, status: number, what: string): XClarityError =>
		unexpectedAnswer({ exchange, status, what, place: address.label });

	const readAnswer = (exchange: Exchange, status: number, text: string | undefined): Answer => {
		if (status >= 300 && status < 400)
			throw unexpected(exchange, status, t('the answer points to another address, which is not followed'));
		if (text === undefined) throw unexpected(exchange, status, t('the answer is too large to be from an appliance'));
		const parsed = parse(text);
		// A failure keeps its meaning without a readable body: proxies and web servers explain theirs in HTML.
		if (!parsed && status < 400) throw unexpected(exchange, status, t('the answer is not JSON'));
		return { status, body: parsed?.value };
	};

	return {
		address,
		async send(exchange) {
			throwIfCancelled(exchange.signal, `${exchange.method} ${exchange.path} on ${address.label}`);
			let over = (): void => undefined;
			const deadline = startDeadline(exchange.timeout ?? options.timeout, exchange.signal, () => over());
			try {
				const { body, headers } = requestBody(exchange, deadline);
				const request = {
					method: exchange.method,
					path: target(exchange),
					headers: { accept: 'application/json', ...headers, ...exchange.headers },
					body,
				};
				let status = 0;
				const onHead = (code: number, replied: IncomingHttpHeaders): void => {
					status = code;
					// A single line comes as a text.
					exchange.onCookies?.([replied['set-cookie'] ?? []].flat());
				};
				const { handler, text, abort } = collectText({ limit: largestAnswer, onHead });
				over = () => abort(new Error('The exchange is over'));
				pool.dispatch(request, handler);
				const answer = await text;
				return readAnswer(exchange, status, answer);
			} catch (error) {
				const isCancelled = exchange.signal?.aborted === true || closing.signal.aborted;
				throw explain(error, { exchange, address, isCancelled, isLate: deadline.expired });
			} finally {
				deadline.end();
			}
		},
		close() {
			closing.abort();
			return pool.destroy();
		},
	};
}
