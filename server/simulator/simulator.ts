import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Appliance } from './appliance';
import { type Certificate, fingerprintOf } from './certificate';
import { type ConfigOpinion, languageOpinion } from './configOpinion';
import { dialectSwitches } from './dialects';
import { createFaultPlan, type Fault, parseFault } from './faults';
import { toEntry } from './fileEntry';
import type { ActOutcome } from './history';
import { createHistory } from './history';
import { close, createApplianceServer, listen } from './httpsServer';
import { settleJobs } from './jobs';
import { flawedCertificate, keptCertificate } from './keptCertificate';
import { openRepository } from './repository';
import { describeRequest, type RequestRecord } from './requestLog';
import { createSecondPerson } from './secondPerson';
import { parseAct } from './secondPersonScript';
import { createSessions } from './sessions';
import { folderStorage, memoryStorage } from './stateFolder';
import { resolveSwitches, type Switches } from './switches';
import { type Truth, truthOf } from './truth';
import { createUsers, type User } from './users';

export interface SimulatorOptions {
	/** 0 or nothing: a free one. */
	readonly port?: number;
	/** A loopback address; 127.0.0.1 when nothing is said. */
	readonly host?: string;
	/** Folder for what must outlive the simulator; without it everything is forgotten. */
	readonly state?: string;
	/** Name of a set of switches, see docs/simulator.md. */
	readonly dialect?: string | undefined;
	/** See docs/simulator.md; a switch that is not named stays as the dialect has it, or at its default. */
	readonly switches?: Partial<Switches> | Readonly<Record<string, string | number>>;
	/** What goes wrong, as `parseFault` reads it; see docs/simulator.md. */
	readonly faults?: readonly string[];
	/** What a second person does meanwhile, as `parseAct` reads it; see docs/simulator.md. */
	readonly secondPerson?: readonly unknown[];
	readonly user?: string;
	readonly password?: string;
	/** How long an import takes; 500 when nothing is said. */
	readonly jobMilliseconds?: number;
	/** What the appliance thinks of configuration-settings files. */
	readonly validateConfig?: (text: string) => ConfigOpinion;
	readonly onRequest?: (record: RequestRecord) => void;
	/** Milliseconds since 1970. */
	readonly now?: () => number;
	/** Speak HTTP without TLS, which takes half the time: for very many runs that are not about certificates. */
	readonly isPlain?: boolean;
}

/** A running simulator. */
export interface Simulator {
	readonly url: string;
	/** SHA-256 of the certificate, as `AA:BB:…`. */
	readonly fingerprint: string;
	/** What a client has to trust. */
	readonly caPem: string;
	/** The same as a file: in the state folder, or in a temporary one that goes when the simulator stops. */
	readonly caFile: string;
	readonly user: string;
	readonly password: string;
	/** Everybody who can log in; the password is the same. */
	readonly users: readonly User[];
	/** Every request answered so far, oldest first. */
	readonly requests: readonly RequestRecord[];
	/**
	 * Replaces the faults; counting starts again. The certificate stays as it is.
	 * @throws {RangeError} with a sentence for a text that is no fault.
	 */
	setFaults(faults: readonly string[]): void;
	/**
	 * Replaces the script of the second person; counting starts again.
	 * @throws {RangeError} with a sentence for what is no act.
	 */
	setSecondPerson(acts: readonly unknown[]): void;
	/** Lets the second person do this now; `before` and `after` do not matter. */
	actNow(act: unknown): ActOutcome;
	/** What is on the appliance and what has happened there, whatever its answers show. Jobs that are due have ended. */
	truth(): Truth;
	stop(): Promise<void>;
}

const loopback: ReadonlySet<string> = new Set(['127.0.0.1', '::1', 'localhost']);

/**
 * Starts a stand-in for the appliance on this machine, over HTTPS.
 * @throws {RangeError} for a host that is not loopback and for a switch that does not exist; an `Error` when the port
 * is taken or the folder cannot be used.
 */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
	const { host = '127.0.0.1', user = 'USERID', password = 'Passw0rd', now = Date.now } = options;
	if (!loopback.has(host)) {
		throw new RangeError(`The simulator listens on this machine only: 127.0.0.1, ::1 or localhost, not ‘${host}’.`);
	}
	const switches = resolveSwitches({ ...dialectSwitches(options.dialect), ...options.switches });
	const faults = (options.faults ?? []).map(parseFault);
	const acts = (options.secondPerson ?? []).map(parseAct);
	const storage = options.state === undefined ? memoryStorage() : folderStorage(options.state);
	const appliance: Appliance = {
		switches,
		users: createUsers(user, password),
		sessions: createSessions(),
		repository: openRepository(storage),
		jobMilliseconds: options.jobMilliseconds ?? 500,
		validateConfig: options.validateConfig ?? languageOpinion,
		now,
	};
	const kept = options.isPlain ? unseenCertificate(now()) : keptCertificate(storage, switches.certificate, now());
	const plan = createFaultPlan(faults);
	const log = createRequestLog(options);
	const { certificate, trusted } = withFlaw(kept, faults, appliance);
	const history = createHistory(appliance.repository, file => toEntry(file, appliance));
	const secondPerson = createSecondPerson(acts, appliance, history);
	const server = createApplianceServer(options.isPlain ? undefined : certificate, {
		appliance,
		faults: plan,
		secondPerson,
		history,
		onRequest: log.add,
	});
	const port = await listen(server, options.port ?? 0, host);
	const ca = caFileOf(trusted, options.state);
	return {
		url: `${options.isPlain ? 'http' : 'https'}://${host === '::1' ? '[::1]' : host}:${port}`,
		fingerprint: fingerprintOf(trusted),
		caPem: ca.pem,
		get caFile() {
			return ca.file();
		},
		user,
		password,
		users: appliance.users,
		requests: log.records,
		setFaults: texts => plan.set(texts.map(parseFault)),
		setSecondPerson: script => secondPerson.set(script.map(parseAct)),
		actNow: act => secondPerson.act(parseAct({ before: '', ...Object(act) })),
		truth: () => {
			settleJobs(appliance);
			history.settled();
			return truthOf(appliance, history);
		},
		stop: async () => {
			await close(server);
			ca.remove();
		},
	};
}

let unseen: Certificate | undefined;

/** Nobody sees it without TLS: one is enough, and making it takes as long as a few requests. */
function unseenCertificate(now: number): Certificate {
	unseen ??= keptCertificate(memoryStorage(), 'self-signed', now);
	return unseen;
}

/**
 * The certificate to show, and the one that clients are told to trust: the kept one, unless a fault wants a bad one.
 * `changed` shows another than the trusted one; the other flaws are to be found in a certificate that is trusted.
 */
function withFlaw(
	kept: Certificate,
	faults: readonly Fault[],
	{ switches, now }: Appliance,
): { readonly certificate: Certificate; readonly trusted: Certificate } {
	const flaw = faults.find(({ kind }) => kind === 'wrong-certificate')?.value;
	if (flaw !== 'changed' && flaw !== 'expired' && flaw !== 'other-host') return { certificate: kept, trusted: kept };
	const certificate = flawedCertificate(flaw, switches.certificate, now());
	return { certificate, trusted: flaw === 'changed' ? kept : certificate };
}

/** The certificate to trust as a file: in the state folder, or in one of its own as soon as somebody asks for it. */
function caFileOf({ certificate, issuer }: Certificate, state: string | undefined) {
	const pem = issuer ?? certificate;
	let own: string | undefined;
	const write = (folder: string): string => {
		const file = path.join(folder, 'ca.pem');
		writeFileSync(file, pem);
		return file;
	};
	const inState = state === undefined ? undefined : write(state);
	return {
		pem,
		file(): string {
			if (inState !== undefined) return inState;
			own ??= write(mkdtempSync(path.join(tmpdir(), 'xclarity-simulator-')));
			return own;
		},
		remove(): void {
			if (own !== undefined) rmSync(path.dirname(own), { recursive: true, force: true });
		},
	};
}

/** The records in memory, and with a state folder a line for each in its requests.log. */
function createRequestLog({ state, onRequest }: SimulatorOptions): {
	readonly records: readonly RequestRecord[];
	add(answered: Omit<RequestRecord, 'number'>): void;
} {
	const records: RequestRecord[] = [];
	return {
		records,
		add: answered => {
			const record = { number: records.length + 1, ...answered };
			records.push(record);
			if (state !== undefined) appendFileSync(path.join(state, 'requests.log'), `${describeRequest(record)}\n`);
			onRequest?.(record);
		},
	};
}
