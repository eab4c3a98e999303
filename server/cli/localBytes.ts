import { fileSize, readLocalFile } from '../rest/localFile';
import { UsageError } from './usageError';

/** Bytes of a file. @throws {UsageError} for what is no file, or cannot be read. */
export async function sizeOf(file: string, shown: string): Promise<number> {
	const found = await fileSize(file, shown);
	if ('problem' in found) throw new UsageError(found.problem);
	return found.size;
}

/** @param border a folder that the file must lie in, after symbolic links were followed. @throws {UsageError} */
export async function readBytes(file: string, shown: string, border: string | undefined): Promise<Uint8Array> {
	const folders = border === undefined ? undefined : { folders: [border], name: 'the folder of xclarity.json' };
	const found = await readLocalFile(file, { shown, border: folders });
	if ('problem' in found) throw new UsageError(found.problem);
	return found.bytes;
}
