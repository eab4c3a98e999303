import { FileSystemError, Uri, workspace } from 'vscode';

/** Folders from the file's own up to the workspace folder it lies in, or only its own outside of any. */
function foldersAbove(file: Uri): Uri[] {
	const root = workspace.getWorkspaceFolder(file)?.uri.path;
	const folders = [Uri.joinPath(file, '..')];
	for (
		let folder = folders[0];
		root !== undefined && folder && folder.path !== root && folder.path.length > root.length;
	) {
		folder = Uri.joinPath(folder, '..');
		folders.push(folder);
	}
	return folders;
}

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
