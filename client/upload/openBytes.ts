import { FileSystemError, Uri, workspace } from 'vscode';
import { inMebibytes, isWithin, largestChecked, readLocalFile } from '../../server/rest/localFile';
import { XClarityError } from '../../server/rest/xclarityError';
import { sentences } from '../../server/texts/inARow';
import { t } from '../../server/texts/texts';
import { openDocument } from '../files/openDocument';
import { sentBytes } from './sentBytes';
import { fileName } from './uploadMessages';

const refused = (sentence: string): XClarityError => new XClarityError(sentence, { kind: 'refused' });

/** The workspace is the border for what lies in it; a file from elsewhere was opened by the person. */
function borderOf({ fsPath }: Uri) {
	const folders = (workspace.workspaceFolders ?? [])
		.filter(({ uri }) => uri.scheme === 'file')
		.map(({ uri }) => uri.fsPath);
	return folders.some(folder => isWithin(folder, fsPath)) ? { folders, name: t('the workspace') } : undefined;
}

/**
 * The bytes of a file that was checked as `text`: those of its disk or file system, and for one with changes that are
 * not saved, its text in the encoding that it would be saved in.
 * @throws {XClarityError} `refused` when the bytes cannot be had for certain.
 */
export async function openBytes({ uri, text }: { readonly uri: string; readonly text: string }): Promise<Uint8Array> {
	const file = Uri.parse(uri);
	// It lies nowhere yet.
	if (file.scheme === 'untitled') return Buffer.from(text);
	const name = fileName(uri);
	const isDirty = openDocument(file)?.isDirty === true;
	const bytes = file.scheme === 'file' ? await bytesOnDisk(file, name) : await bytesElsewhere(file, name);
	return sentBytes({ bytes, text, name, isDirty });
}

async function bytesOnDisk(file: Uri, name: string): Promise<Uint8Array> {
	const found = await readLocalFile(file.fsPath, { shown: name, border: borderOf(file) });
	if ('problem' in found) throw refused(found.problem);
	return found.bytes;
}

/** Of a file system that an extension provides. */
async function bytesElsewhere(file: Uri, name: string): Promise<Uint8Array> {
	try {
		return await workspace.fs.readFile(file);
	} catch (error) {
		if (!(error instanceof FileSystemError)) throw error;
		throw refused(t('{shown} cannot be read: {error}.', { shown: name, error: error.message }));
	}
}

/** Why a file is not read at all, where its size is the reason. */
export async function tooLarge(file: Uri): Promise<string | undefined> {
	if (file.scheme !== 'file') return undefined;
	const { size } = await workspace.fs.stat(file);
	if (size <= largestChecked) return undefined;
	const what = t('{file} has {size}, and files of more than {largestChecked} are not checked.', {
		file: fileName(file.toString()),
		size: inMebibytes(size),
		largestChecked: inMebibytes(largestChecked),
	});
	return sentences(what, t('An unattend file can be sent unchecked from the terminal: xclarity upload --force.'));
}
