import type { Connection } from 'vscode-languageserver';
import { decodeFile } from '../workspace/decodeFile';
import { type DecodedText, type FileSystem, largestFile, mostListed } from '../workspace/fileSystem';
import { filesBelow } from '../workspace/filesBelow';
import {
	type ReadFileParams,
	type ReadFileResult,
	type ReadFolderParams,
	type ReadFolderResult,
	readFileRequest,
	readFolderRequest,
} from './protocol';

/** The files that our client can read wherever they lie. */
export function clientFileSystem(connection: Pick<Connection, 'sendRequest'>): FileSystem {
	const readDecoded = async (uri: string): Promise<DecodedText | undefined> => {
		const params: ReadFileParams = { uri, most: largestFile };
		const read: ReadFileResult = await connection.sendRequest(readFileRequest, params);
		return read ? decodeFile(Uint8Array.from(atob(read.base64), byte => byte.charCodeAt(0))) : undefined;
	};
	const entriesOf = async (folder: string) => {
		const params: ReadFolderParams = { uri: folder };
		const read: ReadFolderResult = await connection.sendRequest(readFolderRequest, params);
		return read?.entries;
	};
	return {
		read: async uri => (await readDecoded(uri))?.text,
		readDecoded,
		list: folder => filesBelow(folder, mostListed, entriesOf),
	};
}
