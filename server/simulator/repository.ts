import { createHash } from 'node:crypto';
import { type ImageType, isObject, type JsonObject, type WireMessage } from '../rest/wire';
import type { CustomProfile } from './profiles';
import type { Storage } from './stateFolder';

/** CONFIG and CUSTOM_CONFIG are one kind. */
export type FileKind = Exclude<ImageType, 'CUSTOM_CONFIG'>;

/** What an import says about a file before the repository has it. */
export interface Draft {
	readonly kind: FileKind;
	readonly name: string;
	readonly description: string;
	readonly os: string;
	readonly osrelease: string;
	readonly deviceType: string;
	readonly associatedFileId?: string | undefined;
	readonly size: number;
	/** SHA-256 of the bytes, under which the storage has them; absent for what is too large to be kept. */
	readonly digest?: string | undefined;
}

export interface StoredFile extends Draft {
	readonly id: string;
	/** What the last PUT that spoke of it said. */
	readonly version: string;
	/** Name of the user. */
	readonly importedBy: string;
	/** From 1, one more with each change. */
	readonly revision: number;
	/** When it was last changed, in milliseconds since 1970. */
	readonly modified: number;
}

/** `waiting`: announced, no bytes yet. */
export type JobState = 'waiting' | 'running' | 'complete' | 'failed' | 'cancelled';

export interface Job {
	readonly id: number;
	/** Name of the user who made it; nobody else may upload to it. */
	readonly user: string;
	readonly kind: FileKind;
	readonly state: JobState;
	/** Milliseconds since 1970. */
	readonly started: number;
	readonly milliseconds: number;
	/** Bytes that its file is said to have. */
	readonly announced?: number | undefined;
	/** How often it was shown as running. */
	readonly looks?: number;
	readonly draft?: Draft | undefined;
	/** The other one of a bundle and its signature. */
	readonly companion?: Draft | undefined;
	/** What the job makes, when that is no file. */
	readonly profile?: CustomProfile | undefined;
	readonly fileId?: string | undefined;
	/** It installs a system instead of importing something. */
	readonly deploys?: boolean;
	/** Why it ended badly, or will. */
	readonly failure?: WireMessage | undefined;
}

export interface RemoteServer {
	readonly serverId: string;
	readonly protocol: string;
	readonly address: string;
	readonly port: number;
	readonly displayName: string;
	readonly username: string;
	readonly keyType: string;
}

/** What was said about a server that systems are installed on. */
export interface Host {
	readonly settings?: JsonObject;
	/** The last order to install something. */
	readonly deployment?: JsonObject;
}

export interface State {
	nextJob: number;
	nextServer: number;
	nextFile: number;
	/** Each change puts a new list in its place. */
	files: readonly StoredFile[];
	profiles: CustomProfile[];
	jobs: Job[];
	servers: RemoteServer[];
	settings: Readonly<Record<string, unknown>>;
	/** By the UUID of the server. */
	hosts: Readonly<Record<string, Host>>;
}

/** All that the appliance keeps. Change `state`, then `save`. */
export interface Repository {
	readonly state: State;
	/** What was changed is kept when this returns. */
	save(): void;
	/** Keeps the bytes and gives the digest that names them. */
	keep(bytes: Buffer): string;
	contentOf(file: Draft): Buffer | undefined;
}

const stateName = 'state.json';
const keptJobs = 500;

/** Counted ids soon gain a digit, so that their order as texts is not the order in which they were given. */
const firstFile = 8;

const emptyState = (): State => ({
	nextJob: 1,
	nextServer: 1,
	nextFile: firstFile,
	files: [],
	profiles: [],
	jobs: [],
	servers: [],
	settings: {},
	hosts: {},
});

/** @throws {Error} when the storage holds a state that no simulator wrote. */
export function openRepository(storage: Storage): Repository {
	const state = readState(storage.read(stateName));
	return {
		state,
		save: () => {
			state.jobs = state.jobs.slice(-keptJobs);
			storage.write(stateName, () => `${JSON.stringify({ format: 1, ...state }, undefined, '\t')}\n`);
		},
		keep: bytes => {
			const digest = createHash('sha256').update(bytes).digest('hex');
			storage.writeContent(digest, bytes);
			return digest;
		},
		contentOf: ({ digest }) => (digest === undefined ? undefined : storage.readContent(digest)),
	};
}

function readState(text: string | undefined): State {
	if (text === undefined) return emptyState();
	const read: unknown = JSON.parse(text);
	if (!isObject(read) || read.format !== 1 || !Array.isArray(read.files) || !Array.isArray(read.jobs)) {
		throw new Error('The folder holds a state.json that is not a simulator’s; choose another folder.');
	}
	const { format, ...state } = read;
	// Earlier simulators did not keep these.
	const files = read.files.map(file => ({ importedBy: '', revision: 1, modified: 0, ...file }));
	return { ...emptyState(), ...state, files };
}

export const findFile = ({ state }: Repository, id: string): StoredFile | undefined =>
	state.files.find(file => file.id === id);

/** Puts the changed `file` where the one of the same id was. */
export function changeStored({ state }: Repository, file: StoredFile, now: number): void {
	const changed = { ...file, revision: file.revision + 1, modified: now };
	state.files = state.files.map(old => (old.id === file.id ? changed : old));
}
