import { window } from 'vscode';
import { type LinkOutcome, linkStored as linkOnServer, type StoredPair } from '../../server/rest/sync/linkStored';
import type { XClarityClient } from '../../server/rest/xclarityClient';
import { t } from '../../server/texts/texts';
import { cancellable } from '../cancellable';
import type { Log } from '../log';
import { plainText } from '../plainText';
import { onServer } from '../servers/connection';
import type { Credentials } from '../servers/credentials';
import type { Server } from '../servers/server';
import { confirmsTarget } from '../upload/checkGate';
import type { UploadRecords } from '../upload/uploadRecords';
import type { ApplianceView } from './applianceView';
import type { ContentFile } from './contents';
import type { FileNode } from './viewNode';

export interface ChangeParts {
	readonly view: ApplianceView;
	readonly credentials: Credentials;
	readonly log: Log;
	readonly records: UploadRecords;
}

/** Does something on a server under a progress notification, and reads it anew afterwards, whatever came of it. */
export function change<T>(
	{ view, credentials, log }: ChangeParts,
	{ server, title }: { readonly server: Server; readonly title: string },
	use: (client: XClarityClient) => Promise<T>,
): Thenable<T> {
	log.info(title);
	return cancellable(title, signal =>
		onServer(server, { credentials, log, signal }, use).finally(() => view.refresh(server)),
	);
}

interface FileChoice {
	readonly label: string;
	readonly description: string;
	readonly file: ContentFile;
}

async function pickPartner({ view }: ChangeParts, { server, file }: FileNode): Promise<ContentFile | undefined> {
	const contents = view.contents(server);
	const others = contents?.[file.type === 'UNATTEND' ? 'configs' : 'unattends'] ?? [];
	const items = others.map(
		(other): FileChoice => ({
			label: other.name,
			description: file.partners.includes(other.id) ? t('linked now') : (other.imported ?? ''),
			file: other,
		}),
	);
	const kind = file.type === 'UNATTEND' ? t('Configuration file') : t('Unattend file');
	const picked = await window.showQuickPick(items, {
		title: t('{kind} on {server} to link {file} with', { kind, server: server.name, file: file.name }),
	});
	return picked?.file;
}

/** One change of links at a time on this machine: the terminal and other windows wait their turn. */
async function changeLink(
	parts: ChangeParts,
	server: Server,
	{ title, pair }: { readonly title: string; readonly pair: StoredPair },
): Promise<void> {
	const store = parts.records.of(server);
	const link = (overwrite: boolean): Thenable<LinkOutcome> =>
		change(parts, { server, title }, client => store.exclusive(() => linkOnServer(client, pair, { store, overwrite })));
	const { isChanged, conflicts } = await link(false);
	if (conflicts.length === 0) return;
	const anyway = t('Change it anyway');
	const answers = isChanged ? [] : [anyway];
	const answer = await window.showWarningMessage(plainText(conflicts.join(' ')), ...answers);
	if (answer === anyway) await link(true);
}

/** Links two files on a server; asks for the second when there is none. @throws {XClarityError} */
export async function linkStored(parts: ChangeParts, node: FileNode, other?: FileNode): Promise<void> {
	const { server, file } = node;
	const partner = other?.file ?? (await pickPartner(parts, node));
	if (partner === undefined || partner.type === file.type || !(await confirmsTarget(server, 'changeLink'))) return;
	const [unattend, config] = file.type === 'UNATTEND' ? [file, partner] : [partner, file];
	const title = t('Linking {unattend} with {config} on {server}', {
		unattend: unattend.name,
		config: config.name,
		server: server.name,
	});
	await changeLink(parts, server, { title, pair: { unattend: unattend.id, config: config.id } });
}

/** Takes the configuration file away from an unattend file. @throws {XClarityError} */
export async function unlinkStored(parts: ChangeParts, { server, file }: FileNode): Promise<void> {
	if (file.type !== 'UNATTEND' || !(await confirmsTarget(server, 'changeLink'))) return;
	const title = t('Unlinking {file} on {server}', { file: file.name, server: server.name });
	await changeLink(parts, server, { title, pair: { unattend: file.id, config: undefined } });
}
