import { t } from '../texts/texts';
import { type ApplianceInfo, readApplianceInfo } from './applianceInfo';
import { type ConfigSpelling, withConfigSpelling } from './configSpelling';
import {
	type ContentImport,
	type FileFacts,
	type FileImport,
	type Relink,
	relinkRequest,
	type StartedImport,
	started,
	uploadQuery,
} from './fileImport';
import { type FollowOptions, followTask } from './followTask';
import { idList } from './idList';
import { type NewProfile, profileRequest, readImageProfiles, readProfileId } from './imageProfiles';
import { announced } from './lostJob';
import { uploadBody } from './multipart';
import type { OsImages, StoredFile as StoredFileFacts } from './osImages';
import { resultOf } from './reply';
import { callWithRetries, type RetryOptions, usualRetries, withRetries } from './retry';
import type { Call, Session } from './session';
import { jsonOrText, readSettingsReport, type SettingsReport } from './settingsReport';
import { readShownLists, type ShownLists, shownLists } from './shownLists';
import { findTask, readTask, type Task, tasksIn } from './task';
import type { Trust } from './trust';
import {
	type ContentRequest,
	type ImageType,
	type InitRequest,
	isObject,
	type JsonObject,
	paths,
	type RemoteUploadRequest,
	readJobId,
} from './wire';
import { XClarityError } from './xclarityError';

/** An unattend or configuration file on the appliance. */
export type StoredFile = StoredFileFacts;

export interface Server {
	readonly url: string;
	readonly trust: Trust;
	/** URL of an HTTP proxy on the way. */
	readonly proxy?: string | undefined;
}

export interface ClientOptions {
	readonly signal?: AbortSignal | undefined;
	/** Milliseconds for a connection and for each answer; 30,000 unless given. */
	readonly timeout?: number | undefined;
	/** Takes one line an exchange, without secrets. */
	readonly log?: ((line: string) => void) | undefined;
	/** How often jobs are looked at. */
	readonly polling?: Pick<FollowOptions, 'firstInterval' | 'longestInterval' | 'timeout'> | undefined;
	/** How calls that may be repeated are, when the connection or the appliance stumbles. */
	readonly retries?: RetryOptions | undefined;
}

/** Milliseconds an appliance may take to put a file away after its last byte. */
const storeTimeout = 10 * 60_000;

/**
 * The appliance's interface, as typed calls in one session. Every call throws `XClarityError`, and nothing else, when
 * the appliance or the way to it fails.
 */
export class XClarityClient {
	readonly #session: Session;
	readonly #options: ClientOptions;
	readonly #spelling: ConfigSpelling;
	readonly #lists: ShownLists;

	constructor(session: Session, options: ClientOptions, known?: { spelling: ConfigSpelling; lists: ShownLists }) {
		this.#session = session;
		this.#options = options;
		this.#spelling = known?.spelling ?? { current: 'CONFIG' };
		this.#lists = known?.lists ?? shownLists();
	}

	/** `host:port` of the appliance. */
	get host(): string {
		return this.#session.host;
	}

	/** Who is logged in. */
	get user(): string {
		return this.#session.user;
	}

	/** True when the appliance wants this user to change the password. */
	get passwordChangeRequired(): boolean {
		return this.#session.passwordChangeRequired;
	}

	/** The same session under another signal, or under none: for what must be finished after a cancellation. */
	withSignal(signal: AbortSignal | undefined): XClarityClient {
		return new XClarityClient(
			this.#session,
			{ ...this.#options, signal },
			{ spelling: this.#spelling, lists: this.#lists },
		);
	}

	async applianceInfo(): Promise<ApplianceInfo> {
		return readApplianceInfo(await this.#object({ method: 'GET', path: paths.appliance }));
	}

	/**
	 * @param earlier see `readOsImages`
	 * @throws {XClarityError} `unexpected`, also where a list of files cannot be read: it is not taken for an empty one
	 */
	async osImages(earlier?: (id: string) => StoredFile | undefined): Promise<OsImages> {
		return this.#read(paths.osImages, {}, body => readShownLists(body, this.#lists, earlier));
	}

	async importByContent(file: ContentImport): Promise<StartedImport> {
		const { imageType, ...json } = file;
		const request: ContentRequest = { ...json, fileSize: String(Buffer.byteLength(file.content)) };
		return withConfigSpelling(imageType, this.#spelling, async spelled => {
			const query = { imageType: spelled, importByContent: 'true' };
			const begun = started(await this.#object({ method: 'POST', path: paths.osImages, query, json: request }));
			if (begun.jobId === undefined && resultOf(begun.reply) === 'unsaid')
				throw this.#unexpected('POST', paths.osImages, t('the answer does not say whether the file was taken'));
			return begun;
		});
	}

	/** Announces a file, then sends its bytes, and those of a companion for the same job: a bundle has its signature. */
	async importByFile(file: FileImport, companion?: FileImport): Promise<StartedImport & { readonly jobId: string }> {
		return withConfigSpelling(file.imageType, this.#spelling, async imageType => {
			const jobId = await this.#announce(imageType, file, String(file.body.size));
			file.onJob?.(jobId);
			const reply = await this.#sendBytes(file, imageType, jobId);
			if (companion) await this.#sendBytes(companion, companion.imageType, jobId);
			return { jobId, reply };
		});
	}

	/** The job to which a file is then uploaded. Not cancelled half-way: a job whose number is not known stays for ever. */
	async #announce(imageType: ImageType, { onAnnounce }: Pick<FileImport, 'onAnnounce'>, fileSize?: string) {
		const json: InitRequest = { Action: 'Init', ...(fileSize === undefined ? {} : { fileSize }) };
		const call: Call = { method: 'POST', path: paths.osImages, query: { imageType }, json };
		const steady = this.withSignal(undefined);
		const jobId = readJobId(await announced(steady, () => steady.#object(call), onAnnounce));
		if (jobId === undefined) throw this.#unexpected('POST', paths.osImages, t('the answer names no job'));
		return jobId;
	}

	async #sendBytes(file: FileImport, imageType: ImageType, jobId: string): Promise<JsonObject> {
		const streamed = uploadBody(file.name, file.body);
		return this.#object({
			method: 'POST',
			path: paths.files,
			query: { ...uploadQuery({ ...file, imageType }, jobId) },
			streamed,
			onSent: bytes => file.onSent?.(bytes, streamed.length),
			timeout: Math.max(storeTimeout, this.#options.timeout ?? 0),
		});
	}

	/** Announces a file that the appliance then fetches from a file server of its own list. */
	async importFromServer(
		file: FileFacts & Pick<FileImport, 'onAnnounce' | 'onJob'>,
		from: RemoteUploadRequest,
	): Promise<StartedImport & { readonly jobId: string }> {
		return withConfigSpelling(file.imageType, this.#spelling, async imageType => {
			const jobId = await this.#announce(imageType, file);
			file.onJob?.(jobId);
			const query = { ...uploadQuery({ ...file, imageType }, jobId) };
			const reply = await this.#object({
				method: 'POST',
				path: paths.files,
				query,
				json: from,
				timeout: Math.max(storeTimeout, this.#options.timeout ?? 0),
			});
			return { jobId, reply };
		});
	}

	/** The answer to a `GET` of another page, as it came. */
	async read(path: string): Promise<unknown> {
		return this.#call({ method: 'GET', path });
	}

	/** Another call, for what has no verb of its own here. */
	async send(call: Pick<Call, 'method' | 'path' | 'json' | 'once'>): Promise<unknown> {
		return this.#call(call);
	}

	async task(jobId: string): Promise<Task> {
		const path = `${paths.tasks}/${encodeURIComponent(jobId)}`;
		const entry = findTask(await this.#call({ method: 'GET', path }), jobId);
		if (!entry) throw this.#unexpected('GET', path, t('the answer does not have the job'));
		return readTask(entry, this.#session.redact);
	}

	/** Every job that the appliance tells of. */
	async tasks(): Promise<readonly Task[]> {
		return this.#read(paths.tasks, { compact: 'true' }, body => {
			const entries = tasksIn(body);
			return entries?.map(entry => readTask(entry, this.#session.redact)) ?? t('the answer is no list of jobs');
		});
	}

	/**
	 * Waits until the job is done.
	 * @throws {XClarityError} `failed`, with the messages of the job, when it ended badly.
	 */
	async followTask(jobId: string, options: FollowOptions = {}): Promise<Task> {
		const signal = options.signal ?? this.#options.signal;
		const client = this.withSignal(signal);
		return followTask(() => client.task(jobId), this.host, { ...this.#options.polling, ...options, signal });
	}

	async cancelTask(jobId: string): Promise<void> {
		await this.#call({ method: 'PUT', path: paths.tasks, json: { action: 'cancel', list: [jobId] } });
	}

	/** Changes the partner of a stored file, with its description and content. Sent once: when the answer is lost, look. */
	async relink(id: string, change: Relink): Promise<void> {
		const json = relinkRequest(change);
		const path = `${paths.osImages}/${encodeURIComponent(id)}`;
		await withConfigSpelling(change.imageType, this.#spelling, imageType =>
			this.#call({ method: 'PUT', path, query: { imageType }, json, once: true }),
		);
	}

	/**
	 * Makes a custom profile of a predefined one, with these files. Sent once: when the answer is lost, look at
	 * `osImages` to see whether it is there. `buildAndFind` does that, and waits for the job.
	 */
	async buildProfile(profileId: string, wanted: NewProfile): Promise<{ jobId?: string; id?: string }> {
		const base = readImageProfiles(await this.osImages()).find(({ id }) => id === profileId);
		const path = `${paths.osImages}/${encodeURIComponent(profileId)}`;
		const reply = await this.#object({ method: 'POST', path, json: profileRequest(wanted, base) });
		const [jobId, id] = [readJobId(reply), readProfileId(reply)];
		return { ...(jobId === undefined ? {} : { jobId }), ...(id === undefined ? {} : { id }) };
	}

	/** Sent once: when the answer is lost, look. */
	async remove(ids: readonly string[]): Promise<void> {
		if (ids.length === 0) return;
		const path = `${paths.osImages}/${idList(ids)}`;
		// Also when the answer is lost: a list that is null then says that nothing is left.
		this.#lists.removed(ids);
		await this.#call({ method: 'DELETE', path, once: true });
	}

	/** What the appliance thinks of a configuration file, without storing it. */
	async validateSettings(text: string): Promise<SettingsReport> {
		const customConfigValues = jsonOrText(text);
		const inner = { customConfigValues };
		// The vendor's table describes the object, its example has an array around it.
		const body = await this.#report([inner]).catch((error: unknown) => {
			if (error instanceof XClarityError && error.status !== undefined && error.status !== 401)
				return this.#report(inner);
			throw error;
		});
		const countedIn = typeof customConfigValues === 'string' ? text : JSON.stringify(customConfigValues, undefined, 2);
		return readSettingsReport(body, countedIn, this.#session.redact);
	}

	/** Never throws: a session that cannot be closed runs out by itself. */
	async logOut(): Promise<void> {
		await this.#session.logOut();
	}

	/** A file with faults may be answered as a failure; with an `errorReport` it is an answer all the same. */
	#report(json: unknown): Promise<JsonObject> {
		return this.#object({ method: 'POST', path: paths.customSettings, json, safe: true, answers: 'errorReport' });
	}

	#call(call: Call): Promise<unknown> {
		const { signal, retries } = this.#options;
		return callWithRetries(this.#session, { ...call, signal }, retries);
	}

	/** Reads a list; one that cannot be read, for which `read` gives a reason, may be there when it is asked for again. */
	#read<T extends object>(path: string, query: Call['query'], read: (body: unknown) => T | string): Promise<T> {
		const { signal, retries = usualRetries } = this.#options;
		return withRetries('GET', { ...retries, signal }, async () => {
			const found = read(await this.#session.call({ method: 'GET', path, query, signal }));
			if (typeof found !== 'string') return found;
			throw this.#unexpected('GET', path, found, 200);
		});
	}

	async #object(call: Call): Promise<JsonObject> {
		const body = await this.#call(call);
		if (isObject(body)) return body;
		throw this.#unexpected(call.method, call.path, t('the answer is not an object'));
	}

	#unexpected(method: string, path: string, what: string, status?: number): XClarityError {
		const message = t('{method} {path} on {host}: {what}.', { method, path, host: this.host, what });
		return new XClarityError(message, { kind: 'unexpected', status, method, path });
	}
}
