import { type Connection, ErrorCodes, type Message, ResponseError } from 'vscode-languageserver';
import { unreadParam } from './paramShapes';
import { isRecord } from './settings';

interface Received extends Message {
	readonly id?: unknown;
	readonly method?: unknown;
	readonly params?: unknown;
}

interface Refusal {
	readonly code: number;
	readonly message: string;
}

type Next = (message: Message) => void | Promise<void>;

/** Takes the place of a request that is refused. */
const refusedRequest = 'xclarity/refused';

/**
 * Refuses what comes out of turn, as the protocol says: before `initialize`, once more, and after `shutdown`; and what
 * cannot be read.
 */
export class ProtocolOrder {
	#stage: 'new' | 'started' | 'ending' = 'new';

	/** The answer to what is refused. */
	register(connection: Connection): void {
		connection.onRequest(refusedRequest, ({ code, message }: Refusal) => new ResponseError(code, message));
	}

	/** Every message comes here first; a notification out of turn goes nowhere. */
	handleMessage = (message: Received, next: Next): void | Promise<void> => {
		// What is no message at all, the library tells the log.
		const { id, method }: Partial<Received> = isRecord(message) ? message : {};
		if (typeof method !== 'string' || method === 'exit') return next(message);
		const refusal = this.#refusalOf(method, message);
		if (refusal === undefined) {
			if (method === 'initialize') this.#stage = 'started';
			if (method === 'shutdown') this.#stage = 'ending';
			return next(message);
		}
		if (id === undefined) return undefined;
		return next(Object.assign({}, message, { method: refusedRequest, params: refusal }));
	};

	#refusalOf(method: string, { id, params }: Received): Refusal | undefined {
		if (this.#stage === 'ending') return { code: ErrorCodes.InvalidRequest, message: 'The server is shut down.' };
		if (method !== 'initialize' && this.#stage === 'new')
			return { code: ErrorCodes.ServerNotInitialized, message: 'The server waits for initialize.' };
		if (method === 'initialize' && this.#stage === 'started')
			return { code: ErrorCodes.InvalidRequest, message: 'The server is initialized already.' };
		// To a notification nobody could be told anything.
		const fault = id === undefined && method !== 'initialize' ? undefined : unreadParam(method, params);
		if (fault === undefined) return undefined;
		const message = `${method} cannot be read: ${fault} is missing or of the wrong type.`;
		return { code: ErrorCodes.InvalidParams, message };
	}
}
