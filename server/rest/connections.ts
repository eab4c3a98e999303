import { Agent, type ClientRequestArgs } from 'node:http';
import net from 'node:net';
import { limiter } from './limiter';
import type { ServerAddress } from './serverAddress';
import { connectionProblem } from './tlsProblem';

/** Milliseconds that an unused connection is kept: a second less than most servers keep theirs. */
const unusedFor = 4_000;

/**
 * Connections to one server, at most four, each used again for the next request. They are ours to make, so that none
 * carries a request before the other end is known to be the right one.
 */
export class Connections extends Agent {
	/** Node's own limit does not count connections that are being made. */
	readonly limit = limiter(4);
	readonly #address: ServerAddress;
	readonly #open: () => Promise<net.Socket>;

	constructor(address: ServerAddress, open: () => Promise<net.Socket>) {
		super({ keepAlive: true, timeout: unusedFor });
		this.#address = address;
		this.#open = open;
	}

	/** Called by Node for a request that finds no unused connection. */
	override createConnection(_: ClientRequestArgs, done?: (error: Error | null, socket: net.Socket) => void): undefined {
		this.#open().then(
			socket => done?.(null, socket),
			// Node looks at no socket beside an error; its types ask for one.
			(error: unknown) => done?.(connectionProblem(error, this.#address), new net.Socket()),
		);
	}
}
