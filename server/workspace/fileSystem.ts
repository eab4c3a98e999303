import type { FileEncoding } from '../language/fileEncoding';

/** In bytes. A larger file is not read: unattend and configuration-settings files are a few hundred KiB at most. */
export const largestFile = 16 * 1024 * 1024;
/** Files of a list: enough for a repository; a home folder opened by mistake must not keep the server busy. */
export const mostListed = 20_000;

/** The text of a file and how it is written there. */
export interface DecodedText {
	readonly text: string;
	readonly encoding: FileEncoding;
}

/** The files below a folder. */
export interface FileList {
	/** In order of name. */
	readonly uris: readonly string[];
	/** The host stopped at its limit: there are more. */
	readonly isCut: boolean;
	/** URIs of folders below that the host may not look into. */
	readonly closed: readonly string[];
}

/** The files of the world as the workspace needs them, by URI, so that a host without a disk can supply its own. */
export interface FileSystem {
	/** Text of a file, without byte-order mark; `undefined` when there is none or it is too large to be one of ours. */
	read(uri: string): Promise<string | undefined>;
	/** The same with its encoding; a host that decodes files itself leaves this out. */
	readDecoded?(uri: string): Promise<DecodedText | undefined>;
	/** The files below a folder, without hidden folders and `node_modules`; links to folders are not followed. */
	list(folder: string): Promise<FileList>;
	/** What is another one when a file has changed; `undefined` when there is none. A host that tells of changes needs none. */
	stamp?(uri: string): Promise<string | undefined>;
	/** True for a link to a file, which can lie anywhere; a host without links leaves this out. */
	isLink?(uri: string): Promise<boolean>;
}

/** Files of a disk, and those that lie elsewhere: each is asked about its own. */
export function eitherFileSystem(onDisk: FileSystem, elsewhere: FileSystem): FileSystem {
	const of = (uri: string): FileSystem => (uri.startsWith('file:') ? onDisk : elsewhere);
	return {
		read: uri => of(uri).read(uri),
		readDecoded: async uri => of(uri).readDecoded?.(uri),
		list: folder => of(folder).list(folder),
		stamp: async uri => of(uri).stamp?.(uri),
		isLink: async uri => (await of(uri).isLink?.(uri)) ?? false,
	};
}

export const emptyList: FileList = { uris: [], isCut: false, closed: [] };

/** A host that has nothing but what its editor opened. */
export const noFiles: FileSystem = {
	read: async () => undefined,
	list: async () => emptyList,
};
