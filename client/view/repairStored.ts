import { window } from 'vscode';
import { findStored } from '../../server/rest/sync/listing';
import { removeStored } from '../../server/rest/sync/removeStored';
import { XClarityError } from '../../server/rest/xclarityError';
import { t } from '../../server/texts/texts';
import { confirmsTarget } from '../upload/checkGate';
import { type ChangeParts, change, linkStored } from './changeStored';
import { keepQuestion } from './deleteQuestions';
import { findFile } from './serverContents';
import type { FileNode } from './viewNode';

/**
 * Deletes the other files that have the name of this one, after a question that names them and what uses them.
 * @throws {XClarityError} `conflict` when the one that is to stay is not there any more.
 */
export async function keepOnlyThis(parts: ChangeParts, { server, file }: FileNode): Promise<void> {
	const contents = parts.view.contents(server);
	const ids = file.findings.flatMap(finding => (finding.kind === 'twins' ? finding.others : []));
	if (!contents || ids.length === 0) return;
	const others = ids.map(id => findFile(contents, id)).filter(other => other !== undefined);
	const { message, detail } = keepQuestion(file, others, contents, server.name);
	const yes = ids.length === 1 ? t('Delete the other') : t('Delete the others');
	if ((await window.showWarningMessage(message, { modal: true, detail }, yes)) !== yes) return;
	if (!(await confirmsTarget(server, 'delete'))) return;
	const title = t('Deleting {ids} from {server}', { ids: ids.join(', '), server: server.name });
	const store = parts.records.of(server);
	await change(parts, { server, title }, client =>
		store.exclusive(async () => {
			if (!findStored(await client.osImages(), file.id)) {
				throw new XClarityError(
					t('{id} is no longer on {server}, so nothing was deleted.', { id: file.id, server: server.name }),
					{
						kind: 'conflict',
					},
				);
			}
			// The question has named what uses them.
			await removeStored(client, ids, { store, isForced: true });
		}),
	);
}

/** Makes the partner of a file name it back; asks first where that takes the partner from another file. */
export async function linkBothWays(parts: ChangeParts, node: FileNode): Promise<void> {
	const { server, file } = node;
	const contents = parts.view.contents(server);
	const finding = file.findings.find(found => found.kind === 'one-way');
	const partner = contents && finding && findFile(contents, finding.partner);
	if (!partner) return;
	const rival = finding.instead === undefined ? undefined : findFile(contents, finding.instead);
	if (rival) {
		const yes = t('Link');
		const message = t('Link {partner} with {file} on {server}?', {
			partner: partner.name,
			file: file.name,
			server: server.name,
		});
		const detail = t('It names {rival} ({id}) now, and would name {id2} instead.', {
			rival: rival.name,
			id: rival.id,
			id2: file.id,
		});
		if ((await window.showWarningMessage(message, { modal: true, detail }, yes)) !== yes) return;
	}
	await linkStored(parts, node, { kind: 'file', server, file: partner });
}
