import type { FileEncoding } from '../language/fileEncoding';

/** The text of a file and how it is written there. */
export interface DecodedText {
	readonly text: string;
	readonly encoding: FileEncoding;
}

/** The files of the world as the workspace needs them, by URI, so that a host without a disk can supply its own. */
export interface FileSystem {
	/** Text of a file, without byte-order mark; `undefined` when there is none or it is too large to be one of ours. */
	read(uri: string): Promise<string | undefined>;
	/** The same with its encoding; a host that decodes files itself leaves this out. */
	readDecoded?(uri: string): Promise<DecodedText | undefined>;
	/**
	 * URIs of the files below a folder, in order of name. Hidden folders and `node_modules` are left out, links to
	 * folders are not followed, and the list ends at the host's limit.
	 */
	list(folder: string): Promise<readonly string[]>;
	/** True for a link to a file, which can lie anywhere; a host without links leaves this out. */
	isLink?(uri: string): Promise<boolean>;
}

/** A host that has nothing but what its editor opened. */
export const noFiles: FileSystem = {
	read: async () => undefined,
	list: async () => [],
};
