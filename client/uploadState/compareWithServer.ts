import { type Uri, window } from 'vscode';
import type { OsImages, StoredFile } from '../../server/rest/osImages';
import { noListError } from '../../server/rest/silentLists';
import { findStored, namedFiles } from '../../server/rest/sync/listing';
import { t } from '../../server/texts/texts';
import { cancellable } from '../cancellable';
import { plainText } from '../plainText';
import { onServer } from '../servers/connection';
import type { Server } from '../servers/server';
import { fileName, lastPart } from '../upload/uploadMessages';
import type { UploadParts } from '../upload/uploadParts';

/**
 * Looks at a server and shows how a local file differs from what is there. `undefined` when there is nothing to show,
 * which is said.
 * @throws {XClarityError}
 */
export async function compareWithServer(parts: UploadParts, file: Uri, server: Server): Promise<Uri | undefined> {
	const { credentials, log, states, documents } = parts;
	const title = t('Looking for {file} on {server}', { file: fileName(file.toString()), server: server.name });
	const images = await cancellable(title, signal =>
		onServer(server, { credentials, log, signal }, async client => {
			const noted = await states.beginLook(server);
			const listed = await client.osImages();
			noted(listed);
			return listed;
		}),
	);
	const found = storedAs(parts, file, server, images);
	const [silent] = images.silent;
	const name = fileName(file.toString());
	if (found === undefined && silent) throw noListError({ name, imageType: silent }, server.name);
	if (found === undefined) {
		void window.showInformationMessage(plainText(t('{file} is not on {server}.', { file: name, server: server.name })));
		return undefined;
	}
	const { content } = found.raw;
	const text = typeof content === 'string' ? content : undefined;
	return documents.compare(server, { id: found.id, name: found.name, text, raw: found.raw }, file);
}

/** The file that was uploaded from here, or else the newest of its name. */
function storedAs({ records }: UploadParts, file: Uri, server: Server, images: OsImages): StoredFile | undefined {
	const own = findStored(images, records.of(server).get(file.fsPath)?.stored?.id);
	const name = lastPart(file.toString());
	return own ?? [...namedFiles(images, 'UNATTEND', name), ...namedFiles(images, 'CONFIG', name)][0];
}
