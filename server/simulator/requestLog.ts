import type { IncomingHttpHeaders } from 'node:http';

/** One request as it was answered. Passwords, cookies and tokens are replaced by `***`. */
export interface RequestRecord {
	/** From 1. */
	readonly number: number;
	/** ISO 8601. */
	readonly time: string;
	readonly method: string;
	/** Path and query as they came. */
	readonly target: string;
	/** Without query and without slash at the end. */
	readonly path: string;
	readonly query: Readonly<Record<string, string>>;
	readonly headers: Readonly<Record<string, string>>;
	/** The JSON that came, if any. */
	readonly body: unknown;
	/** `undefined` when nobody was recognised. */
	readonly user: string | undefined;
	/** 0 when the connection was dropped instead of answered. */
	readonly status: number;
	/** The fault that met the request, as it was asked for. */
	readonly fault: string | undefined;
}

const secretHeaders: ReadonlySet<string> = new Set(['authorization', 'cookie', 'x-csrf-token']);
const secretKey = /passw|passphras|csrf/i;
const hidden = '***';

export const redactHeaders = (headers: IncomingHttpHeaders): Record<string, string> =>
	Object.fromEntries(
		Object.entries(headers).map(([name, value]) => [name, secretHeaders.has(name) ? hidden : String(value)]),
	);

/** A copy without secrets; only the top level of a body ever holds one. */
export const redactBody = (body: unknown): unknown =>
	typeof body === 'object' && body !== null && !Array.isArray(body)
		? Object.fromEntries(Object.entries(body).map(([key, value]) => [key, secretKey.test(key) ? hidden : value]))
		: body;

/** A line for people: number, time, status, method, target, user, fault. */
export const describeRequest = (record: RequestRecord): string => {
	const user = record.user === undefined ? '' : ` (${record.user})`;
	const fault = record.fault === undefined ? '' : ` [${record.fault}]`;
	return `${record.number} ${record.time} ${record.status} ${record.method} ${record.target}${user}${fault}`;
};
