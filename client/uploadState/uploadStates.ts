import { homedir } from 'node:os';
import { type Disposable, type Event, EventEmitter, Uri, window, workspace } from 'vscode';
import type { OsImages } from '../../server/rest/osImages';
import { stateFolder } from '../../server/rest/sync/recordFolder';
import { isAsUploaded, recordedFiles } from '../../server/rest/sync/uploadedFiles';
import type { RecordedFile } from '../../server/rest/sync/uploadRecord';
import { type Look, uploadState } from '../../server/rest/sync/uploadState';
import type { OurFiles } from '../files/ourFiles';
import { foldedWork } from '../foldedWork';
import type { Log } from '../log';
import type { Server } from '../servers/server';
import type { Servers } from '../servers/servers';
import type { UploadRecords } from '../upload/uploadRecords';
import type { KnownState } from './stateWords';

/**
 * How the files that appliances take stand to what was uploaded of them to the server of their folder. It asks no
 * server: it knows what is remembered on this machine, and what the last look at each server has shown.
 */
export interface UploadStates extends Disposable {
	/** Fires with the files whose state is another. */
	readonly onDidChange: Event<Uri[]>;
	/** What was found out last. */
	of(file: Uri): KnownState | undefined;
	all(): readonly KnownState[];
	/** Says that a server is about to be asked for its list; what it gives takes the list. */
	beginLook(server: Server): Promise<(images: OsImages) => void>;
	/** Takes a look that was made for an upload. */
	note(server: Server, look: Look): void;
	/** Something was uploaded. */
	refresh(): void;
}

export interface UploadStatesParts {
	readonly servers: Servers;
	readonly records: UploadRecords;
	readonly ourFiles: OurFiles;
	readonly log: Log;
}

interface FileState {
	readonly file: Uri;
	readonly known: KnownState;
}

export function createUploadStates({ servers, records, ourFiles, log }: UploadStatesParts): UploadStates {
	const changed = new EventEmitter<Uri[]>();
	/** By address: an entry of the settings that now leads elsewhere is another server. */
	const looks = new Map<string, { readonly look: Look; readonly at: Date }>();
	let states: ReadonlyMap<string, FileState> = new Map();

	const recordsOf = async (server: Server): Promise<readonly RecordedFile[]> =>
		servers.isForSession(server.id)
			? records.of(server).all()
			: recordedFiles(stateFolder(process.env, process.platform, homedir()), server.url);

	const stateOf = async (file: Uri, server: Server, record: RecordedFile | undefined) => {
		const isCurrent = record?.stored ? await isAsUploaded(record.key, record.stored) : false;
		if (isCurrent === undefined) return undefined;
		const last = looks.get(server.url);
		const state = uploadState(record, { isCurrent, look: last?.look });
		return { file, known: { state, server: server.name, lookedAt: last?.at } };
	};
	const read = async (): Promise<void> => {
		const found = new Map<string, FileState>();
		const targets = new Map<string, Promise<Server | undefined>>();
		const remembered = new Map<string, Promise<ReadonlyMap<string, RecordedFile>>>();
		for (const file of ourFiles.uploaded().filter(({ scheme }) => scheme === 'file')) {
			const folder = Uri.joinPath(file, '..').toString();
			const server = await once(targets, folder, () => servers.target(file));
			if (server === undefined) continue;
			const known = await once(remembered, server.url, async () => byKey(await recordsOf(server)));
			const state = await stateOf(file, server, known.get(file.fsPath));
			if (state) found.set(file.toString(), state);
		}
		const before = states;
		states = found;
		const others = [...new Map([...before, ...found])].filter(([uri]) => !isSame(before.get(uri), found.get(uri)));
		if (others.length > 0) changed.fire(others.map(([, { file }]) => file));
	};
	const refresh = foldedWork(read, error => log.error(`The state of the files is not known: ${String(error)}`));
	const note = (server: Server, look: Look): void => {
		looks.set(server.url, { look, at: new Date() });
		refresh();
	};
	const watches = [
		ourFiles.onDidChange(refresh),
		servers.onDidChange(refresh),
		workspace.onDidSaveTextDocument(refresh),
		// The terminal may have uploaded meanwhile.
		window.onDidChangeWindowState(({ focused }) => focused && refresh()),
	];
	return {
		onDidChange: changed.event,
		of: file => states.get(file.toString())?.known,
		all: () => [...states.values()].map(({ known }) => known),
		async beginLook(server) {
			const before = await recordsOf(server);
			return images => note(server, { records: before, images });
		},
		note,
		refresh,
		dispose: () => {
			for (const part of [...watches, changed]) part.dispose();
		},
	};
}

function once<T>(answers: Map<string, Promise<T>>, key: string, ask: () => Promise<T>): Promise<T> {
	const answer = answers.get(key) ?? ask();
	answers.set(key, answer);
	return answer;
}

const byKey = (files: readonly RecordedFile[]): ReadonlyMap<string, RecordedFile> =>
	new Map(files.map(file => [file.key, file]));

const isSame = (one: FileState | undefined, other: FileState | undefined): boolean =>
	one?.known.state === other?.known.state &&
	one?.known.server === other?.known.server &&
	one?.known.lookedAt === other?.known.lookedAt;
