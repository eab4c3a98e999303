import { homedir } from 'node:os';
import path from 'node:path';
import { type Disposable, type Event, EventEmitter, Uri, workspace } from 'vscode';
import {
	type DeploymentMap,
	type DeploymentMapParams,
	type DeploymentPictureParams,
	type DeploymentPictureResult,
	deploymentMapRequest,
	deploymentPictureRequest,
} from '../../server/lsp/protocol';
import { stateFolder } from '../../server/rest/sync/recordFolder';
import { recordedUploads, uploadedFiles } from '../../server/rest/sync/uploadedFiles';
import type { LanguageServer } from '../languageServer';
import type { Servers } from '../servers/servers';
import type { UploadRecords } from '../upload/uploadRecords';

export interface MapSourceParts {
	readonly server: LanguageServer;
	readonly servers: Servers;
	readonly records: UploadRecords;
}

/** Draws up the map of the open folders, with what this machine remembers of its uploads. */
export interface MapSource extends Disposable {
	/** Something that the map rests on may have changed. */
	readonly onDidChange: Event<void>;
	map(): Promise<DeploymentMap>;
	/** As SVG. */
	picture(page?: DeploymentPictureParams['page']): Promise<string>;
	/** Something was uploaded. */
	uploaded(): void;
}

type Uploads = NonNullable<DeploymentMapParams['uploads']>;

export function createMapSource({ server, servers, records }: MapSourceParts): MapSource {
	const changed = new EventEmitter<void>();
	let known: Promise<Uploads> | undefined;
	const uploads = (): Promise<Uploads> => {
		known ??= readUploads(servers, records);
		return known;
	};
	/** Files are compared with what was uploaded when they are written, and not with each key. */
	const forget = (): void => {
		known = undefined;
		changed.fire();
	};
	const watches = [
		servers.onDidChange(forget),
		server.onDidChangeFiles(forget),
		workspace.onDidSaveTextDocument(forget),
		workspace.onDidChangeTextDocument(({ contentChanges }) => {
			if (contentChanges.length > 0) changed.fire();
		}),
	];
	return {
		onDidChange: changed.event,
		map: async () => server.request<DeploymentMap>(deploymentMapRequest, { uploads: await uploads() }),
		async picture(page) {
			const params: DeploymentPictureParams = { uploads: await uploads(), page };
			return (await server.request<DeploymentPictureResult>(deploymentPictureRequest, params)).svg;
		},
		uploaded: forget,
		dispose: () => {
			for (const part of [...watches, changed]) part.dispose();
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
