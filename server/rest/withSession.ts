import { type Credentials, Session } from './session';
import { type ClientOptions, type Server, XClarityClient } from './xclarityClient';

/** @throws {XClarityError} `unauthorized` when the appliance does not accept user and password. */
export async function logIn(
	server: Server,
	credentials: Credentials,
	options: ClientOptions = {},
): Promise<XClarityClient> {
	const { signal, log, timeout = 30_000 } = options;
	const session = await Session.logIn({ ...server, credentials, signal, log, timeout });
	return new XClarityClient(session, options);
}

/** Logs in, lets `use` work, and logs out: also after an error and after a cancellation. */
export async function withSession<T>(
	server: Server,
	credentials: Credentials,
	options: ClientOptions,
	use: (client: XClarityClient) => Promise<T>,
): Promise<T> {
	const client = await logIn(server, credentials, options);
	try {
		return await use(client);
	} finally {
		await client.logOut();
	}
}
