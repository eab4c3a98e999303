import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { refusal } from './reply';
import type { Session } from './sessions';
import type { User } from './users';

/** One request, taken apart. */
export interface Call {
	readonly method: string;
	/** As it came: path and query, not decoded. */
	readonly target: string;
	/** Without query and without slash at the end; not decoded. */
	readonly path: string;
	readonly query: URLSearchParams;
	readonly headers: IncomingHttpHeaders;
	readonly cookies: ReadonlyMap<string, string>;
	readonly address: string;
	readonly stream: IncomingMessage;
}

/** A request whose route is known, with what the route needs. */
export interface RoutedCall extends Call {
	/** What stands for `{…}` in the route, split at commas and decoded. */
	readonly ids: readonly string[];
	/** The JSON of the body; `undefined` when there is none or the route reads the stream itself. */
	readonly body: unknown;
	/** For the routes that need no log-in there is nobody. */
	readonly user: User;
	readonly session: Session | undefined;
}

const maximumJson = 64 * 1024 * 1024;

export function readCall(request: IncomingMessage): Call {
	const target = request.url ?? '/';
	const mark = target.indexOf('?');
	const path = mark < 0 ? target : target.slice(0, mark);
	return {
		method: request.method ?? 'GET',
		target,
		path: path.length > 1 ? path.replace(/\/+$/, '') : path,
		query: new URLSearchParams(mark < 0 ? '' : target.slice(mark + 1)),
		headers: request.headers,
		cookies: readCookies(request.headers.cookie),
		address: request.socket.remoteAddress ?? '',
		stream: request,
	};
}

const readCookies = (header: string | undefined): Map<string, string> =>
	new Map(
		(header ?? '')
			.split(';')
			.map(pair => pair.split('='))
			.map(([name = '', ...value]) => [name.trim(), value.join('=').trim()]),
	);

/** The ids of a path segment such as `7,8`; a comma inside an id comes as `%2C`. */
export const readIds = (segment: string): string[] =>
	segment
		.split(',')
		.map(decode)
		.filter(id => id !== '');

function decode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch (error) {
		if (error instanceof URIError) return text;
		throw error;
	}
}

/**
 * The body as JSON.
 * @throws {Refusal} 400 for text that is no JSON or is larger than 64 MiB.
 */
export async function readJson(stream: IncomingMessage): Promise<unknown> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of stream) {
		const bytes = Buffer.from(chunk);
		size += bytes.length;
		if (size > maximumJson) throw refusal(400, 'FQXHMFC9002M', { reason: 'The body is larger than 64 MiB.' });
		chunks.push(bytes);
	}
	const text = Buffer.concat(chunks).toString('utf8');
	if (text.trim() === '') return undefined;
	try {
		return JSON.parse(text);
	} catch (error) {
		if (!(error instanceof SyntaxError)) throw error;
		throw refusal(400, 'FQXHMFC9002M', { reason: `The body is not JSON: ${error.message}` });
	}
}
