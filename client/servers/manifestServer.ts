import { FileSystemError, Uri, workspace } from 'vscode';
import { foldersAbove } from '../files/foldersAbove';

async function readIfThere(file: Uri): Promise<string | undefined> {
	try {
		return new TextDecoder().decode(await workspace.fs.readFile(file));
	} catch (error) {
		if (error instanceof FileSystemError) return undefined;
		throw error;
	}
}

function serverIn(text: string): string | undefined {
	try {
		const manifest: unknown = JSON.parse(text);
		if (typeof manifest !== 'object' || manifest === null || !('server' in manifest)) return undefined;
		return typeof manifest.server === 'string' ? manifest.server : undefined;
	} catch (error) {
		// A manifest with a mistake names no server; the mistake itself is reported where the manifest is edited.
		if (error instanceof SyntaxError) return undefined;
		throw error;
	}
}

/** The id under `server` in the nearest `xclarity.json` at or above the file's folder. It can name a server, never make one. */
export async function serverNamedByManifest(file: Uri): Promise<string | undefined> {
	if (file.scheme === 'untitled') return undefined;
	for (const folder of foldersAbove(file)) {
		const text = await readIfThere(Uri.joinPath(folder, 'xclarity.json'));
		if (text !== undefined) return serverIn(text);
	}
	return undefined;
}
