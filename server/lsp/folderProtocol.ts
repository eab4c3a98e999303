import type {
	DeploymentMap,
	MappedConfig,
	MappedFile,
	MappedMacro,
	MappedSetting,
	MappedUnattend,
	MappedUpload,
} from '../language/deployment/map/deploymentMap';
import type { OurFile } from '../workspace/ourFiles';

/** Requests about the folders that are worked on, and what manifests say of them; see `protocol.ts`. */

/** The files of ours below the workspace folders that are known without opening each file: for menus. */
export const ourFilesRequest = 'xclarity/ourFiles';
export interface OurFilesResult {
	/** Those that names, manifests or contents declare. */
	readonly files: readonly OurFile[];
}
export type { OurFile };
/** Sent by the server when the answer to `xclarity/ourFiles` has changed. No parameters. */
export const ourFilesChangedNotification = 'xclarity/ourFilesChanged';

/** What applying a manifest brings to an appliance; their linked files go along. */
export const manifestFilesRequest = 'xclarity/manifestFiles';
export interface ManifestFilesParams {
	/** Of the manifest. */
	readonly uri: string;
}
export interface ManifestFilesResult {
	/** Unattend files that the manifest names and that exist. */
	readonly uris: readonly string[];
	/** The manifest is no JSON: what it names is not known. */
	readonly isUnreadable: boolean;
	/** URI of a folder that could not be looked through: what the patterns of the manifest name there is not known. */
	readonly unseen?: string | undefined;
}

/** The server that the nearest manifest at or above a file names. */
export const namedServerRequest = 'xclarity/namedServer';
export interface NamedServerParams {
	readonly uri: string;
}
export interface NamedServerResult {
	/** Id of a server in the person's own settings. */
	readonly server?: string | undefined;
}

/** Checks all files of ours, open or not. From then on the diagnostics of those that are not open are kept up to date. */
export const checkFolderRequest = 'xclarity/checkFolder';
export interface CheckFolderResult {
	readonly files: number;
	readonly errors: number;
	readonly warnings: number;
}

/** Which configuration-settings files feed which unattend files, of all files of ours below the workspace folders. */
export const deploymentMapRequest = 'xclarity/deploymentMap';
export interface DeploymentMapParams {
	/** What the client remembers of its uploads, by file. */
	readonly uploads?: readonly (MappedUpload & { readonly uri: string })[] | undefined;
}
export type { DeploymentMap, MappedConfig, MappedFile, MappedMacro, MappedSetting, MappedUnattend };

/** The same as an SVG picture: a file of its own, or a part of a page of VS Code. */
export const deploymentPictureRequest = 'xclarity/deploymentPicture';
export interface DeploymentPictureParams extends DeploymentMapParams {
	/** For a page: its colours are used, and each place is a link to a command with the URI and the range of the place. */
	readonly page?: { readonly nonce: string; readonly command: string } | undefined;
}
export interface DeploymentPictureResult {
	readonly svg: string;
}
