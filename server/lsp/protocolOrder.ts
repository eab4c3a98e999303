import { type Connection, ErrorCodes, type Message, ResponseError } from 'vscode-languageserver';
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

/** Refuses what comes out of turn, as the protocol says: before `initialize`, once more, and after `shutdown`. */
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
		const refusal = this.#refusalOf(message);
		if (refusal === undefined) {
			if (method === 'initialize') this.#stage = 'started';
			if (method === 'shutdown') this.#stage = 'ending';
			return next(message);
		}
		if (id === undefined) return undefined;
		return next(Object.assign({}, message, { method: refusedRequest, params: refusal }));
	};

	#refusalOf({ method, params }: Received): Refusal | undefined {
		if (this.#stage === 'ending') return { code: ErrorCodes.InvalidRequest, message: 'The server is shut down.' };
		if (method !== 'initialize')
			return this.#stage === 'new'
				? { code: ErrorCodes.ServerNotInitialized, message: 'The server waits for initialize.' }
				: undefined;
		if (this.#stage === 'started')
			return { code: ErrorCodes.InvalidRequest, message: 'The server is initialized already.' };
		const fault = isRecord(params) ? Object.keys(shapes).find(name => !shapes[name]?.(params[name])) : 'params';
		return fault === undefined
			? undefined
			: { code: ErrorCodes.InvalidParams, message: `initialize cannot be read: ${fault} is of the wrong type.` };
	}
}

type IsRight = (value: unknown) => boolean;

const orNothing =
	(isRight: IsRight): IsRight =>
	value =>
		value === undefined || value === null || isRight(value);
const isText: IsRight = value => typeof value === 'string';
const isFolder: IsRight = value => isRecord(value) && isText(value.uri);

/** What a server cannot start without, or would fail of later. */
const shapes: Readonly<Record<string, IsRight>> = {
	capabilities: isRecord,
	workspaceFolders: orNothing(value => Array.isArray(value) && value.every(isFolder)),
	rootUri: orNothing(isText),
	rootPath: orNothing(isText),
	locale: orNothing(isText),
};
