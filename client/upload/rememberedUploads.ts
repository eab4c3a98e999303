import { homedir } from 'node:os';
import path from 'node:path';
import { type Disposable, EventEmitter, Uri, workspace } from 'vscode';
import { stateFolder } from '../../server/rest/sync/recordFolder';
import { recordedUploads, uploadedFiles } from '../../server/rest/sync/uploadedFiles';
import type { MapUploads, Uploads } from '../map/mapSource';
import type { Servers } from '../servers/servers';
import type { UploadRecords } from './uploadRecords';

/** What this machine remembers of its uploads. */
export interface RememberedUploads extends MapUploads, Disposable {
	/** Something was uploaded. */
	uploaded(): void;
}

export function createRememberedUploads(servers: Servers, records: UploadRecords): RememberedUploads {
	const changed = new EventEmitter<void>();
	const watch = servers.onDidChange(() => changed.fire());
	return {
		onDidChange: changed.event,
		read: () => readUploads(servers, records),
		uploaded: () => changed.fire(),
		dispose: () => {
			watch.dispose();
			changed.dispose();
		},
	};
}

async function readUploads(servers: Servers, records: UploadRecords): Promise<Uploads> {
	const all = servers.all();
	const kept = await recordedUploads(stateFolder(process.env, process.platform, homedir()), all);
	const ofSession = all
		.filter(({ id }) => servers.isForSession(id))
		.map(server => ({ server: server.name, files: records.of(server).all() }));
	const isOpen = (file: string): boolean =>
		path.isAbsolute(file) && workspace.getWorkspaceFolder(Uri.file(file)) !== undefined;
	const found = await uploadedFiles([...kept, ...ofSession], isOpen);
	return found.map(({ key, ...upload }) => ({ uri: Uri.file(key).toString(), ...upload }));
}
