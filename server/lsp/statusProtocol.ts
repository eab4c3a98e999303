import type { Kind } from '../language/language';

/** What is known of a file of ours, for a line in the editor; `null` for other files. One more of `protocol.ts`. */
export const fileStatusRequest = 'xclarity/fileStatus';
export interface FileStatusParams {
	readonly uri: string;
}
export interface FileStatusResult {
	readonly kind: Kind;
	/** What an unattend file installs, such as `RHEL`; `undefined` for other files. */
	readonly system: string | undefined;
	/** As the manifest says it: `9.4`. */
	readonly release: string | undefined;
	/** URI of the manifest that links the file, or else of the one in whose reach it lies. */
	readonly manifest: string | undefined;
	/** URIs: of the configuration-settings file, or of all files that are linked with this one. */
	readonly linked: readonly string[];
}

/** Milliseconds for one answer about a document; files that people have shown take a hundredth of that. */
export const longestAnswer = 10_000;

/**
 * Sent before the server reads a file, for an editor that says `tellsWork` as it starts it, and without `uri` when it
 * waits again. If the server stops in between, or the editor ends it because nothing comes any more, the editor names
 * the file in `stopped` as it starts the next one, which leaves the file alone until it changes.
 */
export const atWorkNotification = 'xclarity/atWork';
export interface AtWorkParams {
	readonly uri?: string;
}
