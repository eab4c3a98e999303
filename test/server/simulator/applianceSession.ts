import http from 'node:http';
import https from 'node:https';
import { type Simulator, type SimulatorOptions, startSimulator } from '../../../server/simulator/simulator';
import { isPlain } from '../../support/thorough';

/** A reply as it came over the socket. */
export interface RawReply {
	readonly status: number;
	readonly headers: Readonly<Record<string, string | string[] | undefined>>;
	readonly text: string;
	/** The JSON of the body; `undefined` without one. */
	readonly body: unknown;
	/** What the body holds at a path of keys and positions; `undefined` where there is nothing. */
	at(...path: readonly (string | number)[]): unknown;
}

/** What `value` holds at a path of keys and positions. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
	let here = value;
	for (const step of path) {
		if (typeof here !== 'object' || here === null) return undefined;
		here = Reflect.get(here, step);
	}
	return here;
}

export function toReply(status: number, headers: RawReply['headers'], text: string): RawReply {
	const body: unknown = text === '' ? undefined : JSON.parse(text);
	return { status, headers, text, body, at: (...path) => at(body, ...path) };
}

export interface RawRequest {
	readonly headers?: Readonly<Record<string, string>>;
	readonly body?: string | Buffer;
}

/** Sends this over a real socket; the certificate is checked against the simulator's own. */
export function exchange(
	{ url, caPem }: Pick<Simulator, 'url' | 'caPem'>,
	[method, target]: readonly [method: string, target: string],
	{ headers = {}, body }: RawRequest = {},
): Promise<RawReply> {
	return new Promise((resolve, reject) => {
		const { protocol, hostname, port } = new URL(url);
		const { request: send } = protocol === 'http:' ? http : https;
		const length = body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) };
		const options = {
			hostname,
			port,
			ca: caPem,
			method,
			path: target,
			headers: { ...length, ...headers },
			agent: false,
		};
		const request = send(options, response => {
			const chunks: Buffer[] = [];
			response.on('data', (chunk: Buffer) => chunks.push(chunk));
			response.on('error', reject);
			response.on('end', () => {
				try {
					resolve(toReply(response.statusCode ?? 0, response.headers, Buffer.concat(chunks).toString('utf8')));
				} catch (error) {
					reject(error);
				}
			});
		});
		request.on('error', reject);
		request.end(body);
	});
}

export const basic = (user: string, password: string): Record<string, string> => ({
	Authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
});

/** A simulator and somebody to ask it. */
export interface ApplianceSession {
	readonly simulator: Simulator;
	/** `USERID`, an administrator, asks unless another user is named; by basic authentication. */
	ask(method: string, target: string, body?: unknown, user?: string): Promise<RawReply>;
	/** Uploads these bytes as Lenovo's client does. */
	upload(query: string, bytes: string | Buffer, user?: string): Promise<RawReply>;
	/** Imports by content, lets the job end, and gives the id of the new file. */
	importText(imageType: 'CONFIG' | 'UNATTEND', body: Readonly<Record<string, unknown>>): Promise<string>;
	/** The entries of a list of `GET /osImages`. */
	list(name: string): Promise<readonly unknown[]>;
	/** Moves the simulator's clock. */
	pass(milliseconds: number): void;
}

const jobMilliseconds = 1000;

/** Runs a test against a simulator whose clock stands still until the test moves it. Jobs take a second. */
export async function withAppliance(
	options: SimulatorOptions,
	use: (session: ApplianceSession) => Promise<void>,
): Promise<void> {
	let time = Date.UTC(2026, 0, 31, 5, 43, 10);
	const pass = (milliseconds: number): void => {
		time += milliseconds;
	};
	const simulator = await startSimulator({ jobMilliseconds, isPlain, now: () => time, ...options });
	try {
		await use(sessionWith(simulator, pass));
	} finally {
		await simulator.stop();
	}
}

function sessionWith(simulator: Simulator, pass: (milliseconds: number) => void): ApplianceSession {
	const ask: ApplianceSession['ask'] = (method, target, body, user = simulator.user) =>
		exchange(simulator, [method, target], {
			headers: basic(user, simulator.password),
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
		});
	const list = async (name: string): Promise<readonly unknown[]> => {
		const entries = (await ask('GET', '/osImages')).at(name);
		if (!Array.isArray(entries)) throw new Error(`GET /osImages has no list ‘${name}’`);
		return entries;
	};
	return {
		simulator,
		pass,
		ask,
		list,
		upload: (query, bytes, user = simulator.user) =>
			exchange(simulator, ['POST', `/files/osImages?${query}`], {
				headers: { ...basic(user, simulator.password), 'Content-Type': `multipart/form-data; boundary=${boundary}` },
				body: multipart(bytes),
			}),
		importText: async (imageType, body) => {
			const reply = await ask('POST', `/osImages?imageType=${imageType}&importByContent=true`, body);
			if (reply.status !== 200) throw new Error(reply.text);
			pass(jobMilliseconds);
			const entries = await list(imageType === 'CONFIG' ? 'customConfigFiles' : 'unattendFiles');
			return String(at(entries.at(-1), 'id'));
		},
	};
}

export const boundary = '0123456789abcdef0123456789abcdef';

/** The two parts of an upload, as Lenovo's client writes them. */
export const multipart = (bytes: string | Buffer, filename = 'file.txt'): Buffer =>
	Buffer.concat([
		Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="name"\r\n\r\nuploadedfile\r\n`),
		Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="uploadedfile"; filename="${filename}"\r\n`),
		Buffer.from('Content-Type: application/octet-stream\r\n\r\n'),
		Buffer.from(bytes),
		Buffer.from(`\r\n--${boundary}--\r\n`),
	]);
