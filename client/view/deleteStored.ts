import { window } from 'vscode';
import { removeRemoteFileServer } from '../../server/rest/remoteFileServers';
import { removeStored } from '../../server/rest/sync/removeStored';
import type { XClarityClient } from '../../server/rest/xclarityClient';
import { t } from '../../server/texts/texts';
import type { Server } from '../servers/server';
import { confirmsTarget } from '../upload/checkGate';
import { type ChangeParts, change } from './changeStored';
import { type DeletableNode, type DeleteQuestion, deleteQuestion, isDeletable } from './deleteQuestions';
import { labelOf } from './nodeLabels';
import { nodeId, type ViewNode } from './viewNode';

/**
 * Deletes what was clicked, or all that is selected with it on the same server, after a question that says what uses it.
 * @throws {XClarityError}
 */
export async function deleteStored(parts: ChangeParts, node: ViewNode, selected: readonly ViewNode[]): Promise<void> {
	const { server } = node;
	const isSelected = selected.some(other => nodeId(other) === nodeId(node));
	const going = (isSelected ? selected : [node]).filter(isDeletable).filter(other => other.server.id === server.id);
	if (going.length === 0) return;
	const question = deleteQuestion(going, parts.view.contents(server), server.name);
	if (!(await agrees(question)) || !(await confirmsTarget(server, 'delete'))) return;
	const title = t('Deleting {going} from {server}', { going: going.map(labelOf).join(', '), server: server.name });
	await change(parts, { server, title }, client => remove(parts, { client, server, going }));
}

async function agrees({ message, detail }: DeleteQuestion): Promise<boolean> {
	const yes = t('Delete');
	return (await window.showWarningMessage(message, { modal: true, detail }, yes)) === yes;
}

interface Deletion {
	readonly client: XClarityClient;
	readonly server: Server;
	readonly going: readonly DeletableNode[];
}

async function remove({ records }: ChangeParts, { client, server, going }: Deletion): Promise<void> {
	const ids = going.map(idOf).filter(id => id !== undefined);
	const store = records.of(server);
	// The question has named what uses them.
	if (ids.length > 0) await store.exclusive(() => removeStored(client, ids, { store, isForced: true }));
	for (const node of going) {
		if (node.kind === 'fileServer') await removeRemoteFileServer(client, node.fileServer.id);
	}
}

/** The id of what `GET /osImages` lists. */
function idOf(node: DeletableNode): string | undefined {
	if (node.kind === 'file') return node.file.id;
	if (node.kind === 'image') return node.image.id;
	return node.kind === 'profile' ? node.profile.id : undefined;
}
