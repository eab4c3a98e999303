import type { IncomingHttpHeaders } from 'node:http';

export interface TextOptions {
	/** Bytes of the longest answer that is read. */
	readonly limit: number;
	/** Takes the head of the answer, and before it those that only promise one; what it throws ends the request. */
	onHead(status: number, headers: IncomingHttpHeaders): void;
}

/** A request that was handed to a connection. */
interface Going {
	abort(reason: Error): void;
}

/** What takes in the answer to one request. */
export interface TextCollector {
	/** Is told, by undici, how the request goes. */
	readonly handler: {
		onRequestStart(going: Going): void;
		onResponseStart(going: Going, status: number, headers: IncomingHttpHeaders): void;
		onResponseData(going: Going, chunk: Uint8Array): void;
		onResponseEnd(): void;
		onResponseError(going: Going, error: Error): void;
	};
	/** The body of the answer; undefined for one that is too long. Rejected with what broke the request. */
	readonly text: Promise<string | undefined>;
	/**
	 * Rejects at once: undici tells a request that waits for its connection only when that stands or has failed, and
	 * then the request is not sent.
	 */
	abort(reason: Error): void;
}

/**
 * Collects an answer as it comes. What `request` of undici makes for each, a stream, a signal and their events, takes
 * as much time as all the rest of a small exchange.
 */
export function collectText({ limit, onHead }: TextOptions): TextCollector {
	const chunks: Uint8Array[] = [];
	let size = 0;
	let request: Going | undefined;
	let aborted: Error | undefined;
	let resolve: (text: string | undefined) => void = () => undefined;
	let reject: (error: Error) => void = () => undefined;
	const text = new Promise<string | undefined>((resolves, rejects) => {
		[resolve, reject] = [resolves, rejects];
	});
	return {
		text,
		abort(reason) {
			aborted = reason;
			reject(reason);
			request?.abort(reason);
		},
		handler: {
			onRequestStart(going) {
				request = going;
				if (aborted) going.abort(aborted);
			},
			onResponseStart: (_going, status, headers) => onHead(status, headers),
			onResponseData(going, chunk) {
				size += chunk.length;
				if (size <= limit) chunks.push(chunk);
				else {
					resolve(undefined);
					going.abort(new Error('The answer is too long'));
				}
			},
			onResponseEnd: () => resolve(decode(chunks)),
			onResponseError: (_going, error) => reject(error),
		},
	};
}

/** As UTF-8, without a byte-order mark. */
const decode = (chunks: readonly Uint8Array[]): string =>
	Buffer.concat(chunks)
		.toString('utf8')
		.replace(/^\ufeff/, '');
