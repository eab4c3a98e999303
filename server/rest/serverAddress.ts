import { isIP } from 'node:net';
import { t } from '../texts/texts';
import { XClarityError } from './xclarityError';

/** Where the appliance is: scheme, host and port, nothing else. */
export interface ServerAddress {
	/** As for a URL: `https://lxca.example.com`, the port only where it is not the usual one. */
	readonly origin: string;
	/** Without the brackets of IPv6. */
	readonly hostname: string;
	readonly port: number;
	readonly secure: boolean;
	/** `host:port`, for messages. */
	readonly label: string;
}

const isLoopback = (hostname: string): boolean =>
	hostname === 'localhost' || hostname === '::1' || (isIP(hostname) === 4 && hostname.startsWith('127.'));

/**
 * Reads what a person gives as the server's URL. A path, such as that of the appliance's web page, is dropped.
 * @throws {XClarityError} `unreachable` for what is no such URL; `untrusted` for `http:` to another machine.
 */
export function readServerAddress(text: string): ServerAddress {
	const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined;
	if (!url || url.hostname === '' || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
		throw new XClarityError(t('The server address must be a URL such as https://lxca.example.com.'), {
			kind: 'unreachable',
		});
	}
	if (url.username !== '' || url.password !== '') {
		throw new XClarityError(
			t('The address of {host} holds a user name or password. Leave it out: the address is shown and logged.', {
				host: url.host,
			}),
			{ kind: 'unreachable' },
		);
	}
	const secure = url.protocol === 'https:';
	const hostname = url.hostname.replace(/^\[(.*)\]$/, '$1');
	if (!secure && !isLoopback(hostname)) {
		throw new XClarityError(
			t('{origin} is not encrypted, so that anybody on the way could read the password. Use https://{hostname}.', {
				origin: url.origin,
				hostname: url.host,
			}),
			{ kind: 'untrusted' },
		);
	}
	const port = url.port === '' ? (secure ? 443 : 80) : Number(url.port);
	return { origin: url.origin, hostname, port, secure, label: `${url.hostname}:${port}` };
}
