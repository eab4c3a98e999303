import { Uri, workspace } from 'vscode';
import { inMebibytes, isWithin, largestChecked, readLocalFile } from '../../server/rest/localFile';
import { textOf } from '../../server/rest/sync/uploadFile';
import { XClarityError } from '../../server/rest/xclarityError';
import { sentences } from '../../server/texts/inARow';
import { t } from '../../server/texts/texts';
import { openDocument } from '../files/openDocument';
import { fileName } from './uploadMessages';

const refused = (sentence: string): XClarityError => new XClarityError(sentence, { kind: 'refused' });

/** The workspace is the border for what lies in it; a file from elsewhere was opened by the person. */
function borderOf({ fsPath }: Uri) {
	const folders = (workspace.workspaceFolders ?? [])
		.filter(({ uri }) => uri.scheme === 'file')
		.map(({ uri }) => uri.fsPath);
	return folders.some(folder => isWithin(folder, fsPath)) ? { folders, name: t('the workspace') } : undefined;
}

const bom = '\ufeff';

/**
 * The bytes of a file that was checked as `text`: those of the disk, and for one with changes that are not saved, its
 * text in the encoding that it would be saved in.
 * @throws {XClarityError} `refused` when the bytes cannot be had for certain.
 */
export async function openBytes({ uri, text }: { readonly uri: string; readonly text: string }): Promise<Uint8Array> {
	const file = Uri.parse(uri);
	const name = fileName(uri);
	const document = openDocument(file);
	if (file.scheme !== 'file') return Buffer.from(text);
	const found = await readLocalFile(file.fsPath, { shown: name, border: borderOf(file) });
	if ('problem' in found) throw refused(found.problem);
	const onDisk = textOf(found.bytes);
	if (document?.isDirty) {
		if (onDisk === undefined)
			throw refused(t('{name} is not UTF-8 and has changes that are not saved. Save it first.', { name }));
		return Buffer.from((onDisk.startsWith(bom) ? bom : '') + text);
	}
	const lenient = Buffer.from(found.bytes)
		.toString('utf8')
		.replace(/^\ufeff/, '');
	if (onDisk !== undefined && lenient !== text)
		throw refused(t('{name} was changed while it was read. Upload it again.', { name }));
	return found.bytes;
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
