import { ClientRequest, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { pipeline } from 'node:stream';
import type { Connections } from './connections';

export interface OutgoingRequest {
	readonly connections: Connections;
	readonly method: string;
	/** With the query. */
	readonly path: string;
	/** Among them `host`, and for a stream `content-length`. */
	readonly headers: OutgoingHttpHeaders;
	readonly body: string | AsyncIterable<Uint8Array> | undefined;
	readonly signal: AbortSignal;
}

/**
 * Sends a request and reads its answer, whose head may come before the request has been sent in full. What is then left
 * of the request is not sent.
 * @throws what `read` throws, what breaks the body, or an error of the connection
 */
export async function answerTo<T>(
	outgoing: OutgoingRequest,
	read: (answer: IncomingMessage) => Promise<T>,
): Promise<T> {
	const { connections, signal } = outgoing;
	signal.throwIfAborted();
	return connections.limit(() => exchange(outgoing, read), signal);
}

async function exchange<T>(outgoing: OutgoingRequest, read: (answer: IncomingMessage) => Promise<T>): Promise<T> {
	const { connections: agent, method, path, headers, body, signal } = outgoing;
	// VS Code puts its own connections under `http.request`, past the certificate that we look at; not under the class.
	const request = new ClientRequest({ agent, method, path, headers });
	request.setNoDelay(true);
	let ended = false;
	let giveUp: (reason: unknown) => void = () => undefined;
	const abort = (): void => {
		request.destroy();
		// A request that still waits for its connection tells of its end only when it gets one.
		giveUp(signal.reason);
	};
	signal.addEventListener('abort', abort, { once: true });
	try {
		const answer = await new Promise<IncomingMessage>((resolve, reject) => {
			giveUp = reject;
			// An answer counts even when the connection breaks over the rest of the request, hence no `once`.
			request.once('response', resolve).on('error', reject);
			if (body === undefined || typeof body === 'string') request.end(body);
			else pipeline(body, request, error => error && reject(error));
		});
		const closed = new Promise<void>(resolve => request.once('close', resolve));
		const result = await read(answer);
		ended = request.writableFinished && answer.complete;
		// Then the connection is free for the next request.
		if (ended) await closed;
		return result;
	} finally {
		signal.removeEventListener('abort', abort);
		if (!ended) request.destroy();
	}
}
