import { Uri, workspace } from 'vscode';

/** Folders from the file's own up to the workspace folder it lies in, or only its own outside of any. */
export function foldersAbove(file: Uri): Uri[] {
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
