import { createServer as createPlainServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { setTimeout } from 'node:timers/promises';
import { type Answer, answer } from './answer';
import type { Appliance } from './appliance';
import { type Call, readCall } from './call';
import type { Certificate } from './certificate';
import type { Fault, FaultPlan } from './faults';
import type { History } from './history';
import type { Reply } from './reply';
import { type RequestRecord, redactBody, redactHeaders } from './requestLog';
import type { SecondPerson } from './secondPerson';
import { bendJobs, bendReply, isReadable, replyOfFault, spoilBody } from './spoil';

/** What the server works with besides its certificate. */
export interface Served {
	readonly appliance: Appliance;
	readonly faults: FaultPlan;
	readonly secondPerson: SecondPerson;
	readonly history: History;
	/** Told about every request, when it was answered or its connection dropped. */
	readonly onRequest: (record: Omit<RequestRecord, 'number'>) => void;
}

/** A server that answers for the appliance, over HTTPS where there is a certificate. */
export function createApplianceServer(certificate: Certificate | undefined, served: Served): Server {
	const listener = (request: IncomingMessage, response: ServerResponse): void =>
		void respond(request, response, served);
	if (!certificate) return createPlainServer(listener);
	return createServer(
		{ cert: `${certificate.certificate}${certificate.issuer ?? ''}`, key: certificate.key },
		listener,
	);
}

async function respond(request: IncomingMessage, response: ServerResponse, served: Served): Promise<void> {
	const { appliance, faults, secondPerson, onRequest } = served;
	const call = readCall(request);
	const time = new Date(appliance.now()).toISOString();
	const afterwards = secondPerson.meet(call);
	const fault = faults.take(call);
	const { reply, user, body } = await answerOrFail(call, fault, served);
	afterwards();
	onRequest({
		time,
		method: call.method,
		target: call.target,
		path: call.path,
		query: Object.fromEntries(call.query),
		headers: redactHeaders(call.headers),
		body: redactBody(body),
		user,
		status: reply?.status ?? 0,
		fault: fault?.text,
	});
	if (reply) send(reply, fault, { response, appliance });
	else request.socket.destroy();
}

/** The appliance's answer, or what the fault makes of it; without a reply the connection is to be dropped. */
async function answerOrFail(
	call: Call,
	fault: Fault | undefined,
	{ appliance, history }: Served,
): Promise<Partial<Pick<Answer, 'reply'>> & Omit<Answer, 'reply'>> {
	if (fault?.kind === 'slow') await setTimeout(Number(fault.value), undefined, { ref: false });
	if (fault?.kind === 'drop-before') return { user: undefined, body: undefined };
	const instead = fault && replyOfFault(fault, call, appliance);
	if (instead) return { reply: instead, user: undefined, body: undefined };
	const { reply, user, body } = await bendJobs(fault, appliance, () => answer(call, appliance));
	history.answered(call, { reply, isSeen: fault === undefined || isReadable(fault) });
	return fault?.kind === 'drop-after' ? { user, body } : { reply: bendReply(fault, call, reply), user, body };
}

function send(
	reply: Reply,
	fault: Fault | undefined,
	{ response, appliance: { switches } }: { readonly response: ServerResponse; readonly appliance: Appliance },
): void {
	for (const [name, value] of Object.entries(reply.headers ?? {})) response.setHeader(name, value);
	if (switches.connection === 'closed') response.setHeader('Connection', 'close');
	const bytes = bodyBytes(reply, fault);
	if (bytes === undefined) {
		response.writeHead(reply.status).end();
		return;
	}
	const type = reply.page === undefined ? 'application/json; charset=utf-8' : 'text/html; charset=utf-8';
	const half = bytes.subarray(0, bytes.length >> 1);
	const length = switches.transfer === 'chunked' ? {} : { 'Content-Length': bytes.length };
	response.writeHead(reply.status, { 'Content-Type': type, ...length });
	if (fault?.kind === 'cut') response.write(half, () => response.socket?.destroy());
	else {
		if (switches.transfer === 'chunked') response.write(half);
		response.end(switches.transfer === 'chunked' ? bytes.subarray(half.length) : bytes);
	}
}

function bodyBytes({ body, page }: Reply, fault: Fault | undefined): Buffer | undefined {
	if (page !== undefined) return Buffer.from(page);
	return body === undefined ? undefined : Buffer.from(spoilBody(fault, body));
}

/** Gives the port, when the server listens. */
export function listen(server: Server, port: number, host: string): Promise<number> {
	return new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, host, () => {
			server.off('error', reject);
			const address = server.address();
			resolve(typeof address === 'object' && address !== null ? address.port : port);
		});
	});
}

/** Ends the server and every open connection. */
export function close(server: Server): Promise<void> {
	return new Promise(resolve => {
		server.close(() => resolve());
		server.closeAllConnections();
	});
}
