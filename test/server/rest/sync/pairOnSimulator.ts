import { inspect } from 'node:util';
import type { OsImages } from '../../../../server/rest/osImages';
import type { SyncOutcome } from '../../../../server/rest/sync/applyPlan';
import { applySync, prepareSync, type SyncOptions } from '../../../../server/rest/sync/syncFiles';
import type { UploadFile } from '../../../../server/rest/sync/uploadFile';
import { memoryRecords, type RecordStore } from '../../../../server/rest/sync/uploadRecord';
import { withSession } from '../../../../server/rest/withSession';
import type { ClientOptions, XClarityClient } from '../../../../server/rest/xclarityClient';
import { type Simulator, type SimulatorOptions, startSimulator } from '../../../../server/simulator/simulator';
import { isPlain } from '../../../support/thorough';

/** With characters that a URL and JSON write differently. */
export const password = 'pa"ss wörd&9';
export const secretForms = [password, encodeURIComponent(password), JSON.stringify(password).slice(1, -1)];

export const aConfig: UploadFile = {
	key: '/site/locale.json',
	imageType: 'CONFIG',
	name: 'locale.json',
	bytes: Buffer.from('{"category":"dynamic","content":[]}'),
};
export const anUnattend: UploadFile = {
	key: '/site/rhel9.ks',
	imageType: 'UNATTEND',
	name: 'rhel9.ks',
	partner: aConfig.key,
	bytes: Buffer.from('lang #server-settings.server0.locale#\n'),
	os: 'rhels',
	osrelease: '9.4',
};
export const aPair: readonly UploadFile[] = [aConfig, anUnattend];

export const quickly: ClientOptions = {
	polling: { firstInterval: 2, longestInterval: 10, timeout: 60 },
	retries: { repeats: 2, firstDelay: 2, longestDelay: 5 },
};
export const timeouts = { job: 300, listIntervals: [0, 5, 20, 50] };

/** A simulator that thinks well of every file, and what a test does with it; gone afterwards. */
export async function onSimulator<T>(options: SimulatorOptions, use: (simulator: Simulator) => Promise<T>): Promise<T> {
	const simulator = await startSimulator({
		jobMilliseconds: 5,
		isPlain,
		password,
		validateConfig: () => ({ macros: [], errors: [] }),
		...options,
	});
	try {
		return await use(simulator);
	} finally {
		await simulator.stop();
	}
}

export const inSession = <T>(
	{ url, fingerprint, user }: Simulator,
	use: (client: XClarityClient) => Promise<T>,
	options: ClientOptions = {},
): Promise<T> =>
	withSession(
		{ url, trust: { kind: 'fingerprint', sha256: fingerprint } },
		{ user, password },
		{ ...quickly, ...options },
		use,
	);

export interface SyncSetup extends Partial<SyncOptions> {
	readonly files?: readonly UploadFile[];
	readonly told?: (text: string) => void;
}

/** One upload as the terminal does it: log in, plan, apply, log out. */
export function syncOnce(
	simulator: Simulator,
	{ files = aPair, told, ...options }: SyncSetup = {},
): Promise<SyncOutcome> {
	const sync: SyncOptions = { store: memoryRecords(), timeouts, ...options, onProgress: ({ text }) => told?.(text) };
	const work = async (client: XClarityClient): Promise<SyncOutcome> => {
		const prepared = await prepareSync(client, files, sync);
		return applySync(client, prepared, sync);
	};
	return inSession(simulator, work, { log: told, signal: options.signal });
}

/** `name -> name of its partner` for every file in the list, sorted. */
export function linksIn({ configs, unattends }: OsImages): string[] {
	const all = [...configs, ...unattends];
	const nameOf = (id: string | undefined): string => all.find(file => file.id === id)?.name ?? 'nothing';
	return all.map(({ name, partners }) => `${name} -> ${nameOf(partners[0])}`).sort();
}

export const linksOn = (simulator: Simulator): Promise<string[]> =>
	inSession(simulator, async client => linksIn(await client.osImages()));

/** Uploads once more, and looks what a third time would do and what is there. */
export const finished = (simulator: Simulator, { files = aPair, ...options }: SyncSetup & Pick<SyncOptions, 'store'>) =>
	inSession(simulator, async client => {
		const sync: SyncOptions = { timeouts, ...options };
		const second = await applySync(client, await prepareSync(client, files, sync), sync);
		const { plan, known } = await prepareSync(client, files, { ...sync, lookOnly: true });
		return { second, statuses: plan.files.map(({ status }) => status), links: linksIn(known.images) };
	});

export const linkedPair = ['locale.json -> rhel9.ks', 'rhel9.ks -> locale.json'];

/** Every text that an error, its causes and its attributes can put in front of a person or into a log. */
export const everyTextOf = (error: unknown): string =>
	[String(error), error instanceof Error ? error.stack : '', JSON.stringify(error), inspect(error, { depth: 9 })].join(
		'\n',
	);

export const everyTextIn = (store: RecordStore): string => JSON.stringify(store.all());

/** Runs tasks, so many at a time. */
export async function sideBySide(tasks: readonly (() => Promise<void>)[], most = 8): Promise<void> {
	const waiting = [...tasks];
	const lane = async (): Promise<void> => {
		for (let task = waiting.shift(); task; task = waiting.shift()) await task();
	};
	await Promise.all(Array.from({ length: most }, lane));
}
