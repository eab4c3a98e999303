import { homedir } from 'node:os';
import { recordFolder, stateFolder } from '../../server/rest/sync/recordFolder';
import { memoryRecords, type RecordedFile, type RecordStore } from '../../server/rest/sync/uploadRecord';
import type { Server } from '../servers/server';
import type { Servers } from '../servers/servers';

/** What this machine remembers of its uploads, by server: in the folder that the terminal tool uses, too. */
export interface UploadRecords {
	of(server: Server): RecordStore;
	/** The record of the local file that became this file on the server, and the text as it was last uploaded. */
	lastUploaded(server: Server, storedId: string): LastUploaded | undefined;
}

export interface LastUploaded {
	readonly record: RecordedFile;
	readonly text: string;
}

export function createUploadRecords(servers: Servers): UploadRecords {
	// A server that goes with this window is remembered no longer.
	const session = new Map<string, RecordStore>();
	const of = (server: Server): RecordStore => {
		if (!servers.isForSession(server.id))
			return recordFolder(stateFolder(process.env, process.platform, homedir()), server.url);
		const store = session.get(server.url) ?? memoryRecords();
		session.set(server.url, store);
		return store;
	};
	return {
		of,
		lastUploaded(server, storedId) {
			const store = of(server);
			const record = store.all().find(({ stored }) => stored?.id === storedId);
			const bytes = record?.stored && store.bytesOf(record.stored.sha256);
			return record === undefined || bytes === undefined ? undefined : { record, text: Buffer.from(bytes).toString() };
		},
	};
}
