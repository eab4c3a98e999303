import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { type Certificate, fingerprintOf, makeCertificate } from '../../server/simulator/certificate';

const day = 86_400_000;
const days = (count: number): Date => new Date(Date.now() + count * day);

export interface CertificateOptions {
	readonly name?: string;
	readonly hosts?: readonly string[];
	/** Days from today. */
	readonly from?: number;
	readonly to?: number;
	readonly signer?: Certificate;
}

/** A certificate for 127.0.0.1 that is valid today and signs itself, but for what the options say. */
export const aCertificate = ({
	name = 'appliance',
	hosts = ['127.0.0.1'],
	from = -1,
	to = 30,
	signer,
}: CertificateOptions = {}) => makeCertificate({ name, hosts, from: days(from), to: days(to), signer });

let usual: Certificate | undefined;

/** The certificate of servers that nobody tells apart by it: one for all of them. */
const usualCertificate = (): Certificate => (usual ??= aCertificate());

export interface Received {
	readonly method: string;
	readonly target: string;
	readonly headers: IncomingMessage['headers'];
	readonly body: string;
}

export interface TlsServer extends AsyncDisposable {
	readonly url: string;
	readonly port: number;
	readonly fingerprint: string;
	readonly certificate: Certificate;
	/** Every request that has arrived in full. */
	readonly received: readonly Received[];
	/** Connections, whether or not TLS came about. */
	connections(): number;
	/** Bytes that arrived inside TLS. */
	bytes(): number;
}

type Handler = (request: Received, response: ServerResponse) => void;

/** Answers with JSON. */
export const json = (
	response: ServerResponse,
	body: unknown,
	status = 200,
	headers: Record<string, string | string[]> = {},
): void => {
	response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
};

/** A server over real TLS on 127.0.0.1, at a free port or the wanted one. */
export async function tlsServer(
	handler: Handler = (_, response) => json(response, {}),
	certificate: Certificate = usualCertificate(),
	wantedPort = 0,
): Promise<TlsServer> {
	const received: Received[] = [];
	let connections = 0;
	let bytes = 0;
	const chain = certificate.certificate;
	const server = https.createServer({ cert: chain, key: certificate.key }, (request, response) => {
		const chunks: Buffer[] = [];
		request.on('error', () => undefined);
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const entry: Received = {
				method: request.method ?? '',
				target: request.url ?? '',
				headers: request.headers,
				body: Buffer.concat(chunks).toString(),
			};
			received.push(entry);
			handler(entry, response);
		});
	});
	server.on('connection', () => {
		connections++;
	});
	server.on('secureConnection', socket => {
		socket.on('data', (chunk: Buffer) => {
			bytes += chunk.length;
		});
		socket.on('error', () => undefined);
	});
	server.listen(wantedPort, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	return {
		url: `https://127.0.0.1:${port}`,
		port,
		fingerprint: fingerprintOf(certificate),
		certificate,
		received,
		connections: () => connections,
		bytes: () => bytes,
		async [Symbol.asyncDispose]() {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		},
	};
}

/** Calls and gives back what was thrown; fails when nothing was. */
export async function thrownBy(work: () => Promise<unknown>): Promise<Error> {
	try {
		await work();
	} catch (error) {
		if (error instanceof Error) return error;
		throw error;
	}
	throw new Error('It was expected to fail and did not.');
}
