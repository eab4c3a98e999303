import { existsSync, promises, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { makeFolder } from '../makeFolder';
import { queue } from '../queue';
import { readServerAddress } from '../serverAddress';
import { takeLock } from './applianceLock';
import { digestOf } from './uploadFile';
import { journalName, journalWriter, openJournal } from './uploadJournal';
import { type RecordStore, recordIndex } from './uploadRecord';

type Environment = Readonly<Record<string, string | undefined>>;

/** Folder for what this tool remembers of its uploads: `XCLARITY_STATE`, or where the platform keeps such things. */
export function stateFolder(environment: Environment, platform: NodeJS.Platform, home: string): string {
	if (environment.XCLARITY_STATE) return path.resolve(environment.XCLARITY_STATE);
	if (platform === 'win32') return path.join(environment.LOCALAPPDATA ?? path.join(home, 'AppData/Local'), 'xclarity');
	if (platform === 'darwin') return path.join(home, 'Library/Application Support/xclarity');
	return path.join(environment.XDG_STATE_HOME ?? path.join(home, '.local/state'), 'xclarity');
}

export const uploadsFolder = (state: string): string => path.join(state, 'uploads');

/** @param label `host:port` of an appliance */
export const folderName = (label: string): string => label.replace(/[^\w.-]/g, '_');

const isWhole = (file: string, bytes: number): boolean => statSync(file, { throwIfNoEntry: false })?.size === bytes;

/** Work of this process on one appliance, whichever store it goes through: another window has a lock of its own. */
const queues = new Map<string, ReturnType<typeof queue>>();

/**
 * The memory of uploads to one appliance as a folder: a journal to which every change adds a line, so that programs that
 * run side by side do not undo each other's, and the bytes by their digest.
 * @throws {Error} what the file system says, when the folder cannot be used.
 */
export function recordFolder(state: string, url: string): RecordStore {
	const { label } = readServerAddress(url);
	const folder = path.join(uploadsFolder(state), folderName(label));
	const kept = path.join(folder, 'texts');
	makeFolder(kept, 0o700);
	const journal = path.join(folder, journalName);
	const lock = path.join(folder, 'lock');
	let records = recordIndex(openJournal(journal, { isOurs: false }));
	const write = journalWriter(journal);
	const inTurn = queues.get(lock) ?? queue();
	queues.set(lock, inTurn);
	return {
		get: key => records.get(key),
		put: record => {
			records.put(record);
			// Somebody may have removed the folder meanwhile: what is known still goes into the new one.
			for (const known of existsSync(journal) ? [record] : records.all()) write(known);
		},
		all: () => records.all(),
		about: id => records.about(id),
		pending: () => records.pending(),
		// A new file is most often a wait for the disk, and much else goes on in an upload.
		keepBytes: async (sha256, bytes) => {
			const file = path.join(kept, sha256);
			if (isWhole(file, bytes.length)) return;
			makeFolder(kept, 0o700);
			await promises.writeFile(file, bytes, { mode: 0o600 });
		},
		bytesOf: sha256 => {
			const file = path.join(kept, sha256);
			const bytes = existsSync(file) ? readFileSync(file) : undefined;
			return bytes !== undefined && digestOf(bytes) === sha256 ? bytes : undefined;
		},
		exclusive: work =>
			inTurn(async () => {
				const release = takeLock(lock, label);
				try {
					// Who had the lock before has written here.
					records = recordIndex(openJournal(journal, { isOurs: true }));
					return await work();
				} finally {
					release();
				}
			}),
	};
}
