import { type Disposable, type Event, EventEmitter, workspace } from 'vscode';
import {
	type DeploymentMap,
	type DeploymentMapParams,
	type DeploymentPictureParams,
	type DeploymentPictureResult,
	deploymentMapRequest,
	deploymentPictureRequest,
} from '../../server/lsp/folderProtocol';
import type { LanguageServer } from '../languageServer';

export type Uploads = NonNullable<DeploymentMapParams['uploads']>;

/** What is remembered of uploads. */
export interface MapUploads {
	/** Another list than before, whatever the files. */
	readonly onDidChange: Event<void>;
	read(): Promise<Uploads>;
}

export interface MapSourceParts {
	readonly server: LanguageServer;
	readonly uploads: MapUploads;
}

/** Draws up the map of the open folders, with what this machine remembers of its uploads. */
export interface MapSource extends Disposable {
	/** Something that the map rests on may have changed. */
	readonly onDidChange: Event<void>;
	map(): Promise<DeploymentMap>;
	/** As SVG. */
	picture(page?: DeploymentPictureParams['page']): Promise<string>;
}

export function createMapSource({ server, uploads: remembered }: MapSourceParts): MapSource {
	const changed = new EventEmitter<void>();
	let known: Promise<Uploads> | undefined;
	const uploads = (): Promise<Uploads> => {
		known ??= remembered.read();
		return known;
	};
	/** Files are compared with what was uploaded when they are written, and not with each key. */
	const forget = (): void => {
		known = undefined;
		changed.fire();
	};
	const watches = [
		remembered.onDidChange(forget),
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
		dispose: () => {
			for (const part of [...watches, changed]) part.dispose();
		},
	};
}
