import { window } from 'vscode';
import { linkStored as linkOnServer, type StoredPair } from '../../server/rest/sync/linkStored';
import { removeStored } from '../../server/rest/sync/removeStored';
import type { XClarityClient } from '../../server/rest/xclarityClient';
import { cancellable } from '../cancellable';
import type { Log } from '../log';
import { onServer } from '../servers/connection';
import type { Credentials } from '../servers/credentials';
import type { Server } from '../servers/server';
import { confirmsTarget } from '../upload/checkGate';
import type { UploadRecords } from '../upload/uploadRecords';
import type { ApplianceView } from './applianceView';
import type { ContentFile } from './contents';
import { deleteFilesQuestion, deleteImageQuestion } from './nodeLabels';
import type { FileNode, ViewNode } from './viewNode';

export interface ChangeParts {
	readonly view: ApplianceView;
	readonly credentials: Credentials;
	readonly log: Log;
	readonly records: UploadRecords;
}

/** Does something on a server under a progress notification, and reads it anew afterwards, whatever came of it. */
function change(
	{ view, credentials, log }: ChangeParts,
	{ server, title }: { readonly server: Server; readonly title: string },
	use: (client: XClarityClient) => Promise<void>,
): Thenable<void> {
	log.info(title);
	return cancellable(title, signal =>
		onServer(server, { credentials, log, signal }, use).finally(() => view.refresh(server)),
	);
}

async function agrees(question: { readonly message: string; readonly detail: string }): Promise<boolean> {
	const yes = 'Delete';
	const { message, detail } = question;
	return (await window.showWarningMessage(message, { modal: true, detail }, yes)) === yes;
}

const filesAmong = (nodes: readonly ViewNode[], server: Server): readonly ContentFile[] =>
	nodes
		.filter((node): node is FileNode => node.kind === 'file' && node.server.id === server.id)
		.map(({ file }) => file);

/**
 * Deletes what was clicked, or all that is selected with it on the same server, after a question that says what uses it.
 * @throws {XClarityError}
 */
export async function deleteStored(parts: ChangeParts, node: ViewNode, selected: readonly ViewNode[]): Promise<void> {
	const { server } = node;
	const isImage = node.kind === 'image';
	const files = isImage ? [] : filesAmong(selected.includes(node) ? selected : [node], server);
	if (!isImage && files.length === 0) return;
	const contents = parts.view.contents(server);
	const all = contents ? [...contents.unattends, ...contents.configs] : [];
	const question = isImage
		? deleteImageQuestion(node.image, server.name)
		: deleteFilesQuestion(files, all, server.name);
	if (!(await agrees(question)) || !(await confirmsTarget(server, 'delete'))) return;
	const ids = isImage ? [node.image.id] : files.map(({ id }) => id);
	const name = isImage ? node.image.name : files.map(file => file.name).join(', ');
	const store = parts.records.of(server);
	const title = `Deleting ${name} from ${server.name}`;
	// The question has named what uses them.
	const remove = (client: XClarityClient) => removeStored(client, ids, { store, isForced: true });
	await change(parts, { server, title }, async client => {
		await store.exclusive(() => remove(client));
	});
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
			description: file.partners.includes(other.id) ? 'linked now' : (other.imported ?? ''),
			file: other,
		}),
	);
	const kind = file.type === 'UNATTEND' ? 'Configuration file' : 'Unattend file';
	const picked = await window.showQuickPick(items, { title: `${kind} on ${server.name} to link ${file.name} with` });
	return picked?.file;
}

/** One change of links at a time on this machine: the terminal and other windows wait their turn. */
function changeLink(
	parts: ChangeParts,
	server: Server,
	{ title, pair }: { readonly title: string; readonly pair: StoredPair },
) {
	const store = parts.records.of(server);
	return change(parts, { server, title }, async client => {
		await store.exclusive(() => linkOnServer(client, pair, store));
	});
}

/** Links two files on a server; asks for the second when there is none. @throws {XClarityError} */
export async function linkStored(parts: ChangeParts, node: FileNode, other?: FileNode): Promise<void> {
	const { server, file } = node;
	const partner = other?.file ?? (await pickPartner(parts, node));
	if (partner === undefined || partner.type === file.type || !(await confirmsTarget(server, 'change a link'))) return;
	const [unattend, config] = file.type === 'UNATTEND' ? [file, partner] : [partner, file];
	const title = `Linking ${unattend.name} with ${config.name} on ${server.name}`;
	await changeLink(parts, server, { title, pair: { unattend: unattend.id, config: config.id } });
}

/** Takes the configuration file away from an unattend file. @throws {XClarityError} */
export async function unlinkStored(parts: ChangeParts, { server, file }: FileNode): Promise<void> {
	if (file.type !== 'UNATTEND' || !(await confirmsTarget(server, 'change a link'))) return;
	const title = `Taking the link from ${file.name} on ${server.name}`;
	await changeLink(parts, server, { title, pair: { unattend: file.id, config: undefined } });
}
