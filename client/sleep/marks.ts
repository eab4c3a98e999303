import { FileSystemError, Uri, workspace } from 'vscode';
import { foldersAbove } from '../files/foldersAbove';

/** Whether a file of ours lies anywhere in the workspace, told by its name. The search ends with the first one. */
export async function hasMarks(): Promise<boolean> {
	const marks = await workspace.findFiles('**/{xclarity.json,*.xclarity.json}', '**/node_modules/**', 1);
	return marks.length > 0;
}

/** Whether an `xclarity.json` lies beside a file or in a folder above it. Nothing is searched. */
export async function liesUnderMark(file: Uri): Promise<boolean> {
	if (file.scheme === 'untitled') return false;
	const found = await Promise.all(foldersAbove(file).map(folder => isThere(Uri.joinPath(folder, 'xclarity.json'))));
	return found.includes(true);
}

async function isThere(file: Uri): Promise<boolean> {
	try {
		await workspace.fs.stat(file);
		return true;
	} catch (error) {
		if (error instanceof FileSystemError) return false;
		throw error;
	}
}
