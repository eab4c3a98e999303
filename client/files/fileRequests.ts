import { FileSystemError, FileType, Uri, workspace } from 'vscode';
import type { ReadFileParams, ReadFileResult, ReadFolderParams, ReadFolderResult } from '../../server/lsp/protocol';

/** `null` for what is not there or cannot be read; any other failure is a fault. */
export async function ifThere<T>(action: Thenable<T>): Promise<T | null> {
	try {
		return await action;
	} catch (error) {
		if (error instanceof FileSystemError) return null;
		throw error;
	}
}

/** Reads a file for the language server. */
export async function readFile({ uri, most }: ReadFileParams): Promise<ReadFileResult> {
	const file = Uri.parse(uri);
	const facts = await ifThere(workspace.fs.stat(file));
	if (!facts || (facts.type & FileType.File) === 0 || facts.size > most) return null;
	const bytes = await ifThere(workspace.fs.readFile(file));
	return bytes && { base64: base64(bytes) };
}

/** Lists a folder for the language server. */
export async function readFolder({ uri }: ReadFolderParams): Promise<ReadFolderResult> {
	const found = await ifThere(workspace.fs.readDirectory(Uri.parse(uri)));
	return found && { entries: found.map(([name, type]) => ({ name, isFolder: type === FileType.Directory })) };
}

/** Characters that one call can take. */
const atOnce = 8192;

function base64(bytes: Uint8Array): string {
	let characters = '';
	for (let at = 0; at < bytes.length; at += atOnce)
		characters += String.fromCharCode(...bytes.subarray(at, at + atOnce));
	return btoa(characters);
}
