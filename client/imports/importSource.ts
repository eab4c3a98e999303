import { stat } from 'node:fs/promises';
import path from 'node:path';
import { type Uri, window } from 'vscode';
import type { LocalSource, RemoteSource } from '../../server/rest/importOrder';
import { XClarityError } from '../../server/rest/xclarityError';
import { t, translate } from '../../server/texts/texts';
import type { FileServer } from './fileServers';
import type { ImportType } from './importType';

/** @throws {XClarityError} `refused` for what is no file with something in it. */
export async function localSource({ fsPath, scheme }: Uri): Promise<LocalSource> {
	const name = path.basename(fsPath);
	const facts = scheme === 'file' ? await stat(fsPath).catch(() => undefined) : undefined;
	if (facts?.isFile() && facts.size > 0) return { name, file: fsPath, size: facts.size, modified: facts.mtimeMs };
	const sentence = facts?.isFile()
		? t('{name} is empty, so there is nothing to import.', { name })
		: t('{name} is no file that can be read, so there is nothing to import.', { name });
	throw new XClarityError(sentence, { kind: 'refused' });
}

/** Lets the person choose a file of this machine. @throws {XClarityError} */
export async function askForLocal({ label: kind, imageType, endings }: ImportType): Promise<LocalSource | undefined> {
	const label = translate(kind);
	const [file] =
		(await window.showOpenDialog({
			title: t('{label} to import', { label }),
			openLabel: t('Import'),
			filters: { [`${label} (${imageType})`]: [...endings], [t('All files')]: ['*'] },
		})) ?? [];
	return file && localSource(file);
}

/** Asks which of the appliance's file servers has the file, and where; `add` when it is one that it does not know. */
export async function askForRemote(servers: readonly FileServer[]): Promise<RemoteSource | 'add' | undefined> {
	const title = t('Remote file server');
	const items = servers.map(({ id, name, address }) => ({ label: name, description: address, detail: `Id ${id}`, id }));
	const add = { label: `$(add) ${t('Another file server…')}`, description: t('add it to the appliance'), id: '' };
	const picked = await window.showQuickPick([...items, add], { title, ignoreFocusOut: true });
	if (picked === add) return 'add';
	if (picked === undefined) return undefined;
	const typed = await window.showInputBox({
		title: t('File on {picked}', { picked: picked.label }),
		prompt: t('Path of the file on the file server'),
		placeHolder: 'images/rhel-9.4-x86_64.iso',
		ignoreFocusOut: true,
		validateInput: text => (text === '' || path.posix.basename(text.trim()) !== '' ? undefined : t('Name a file.')),
	});
	const place = typed?.trim();
	return place ? { name: path.posix.basename(place), serverId: picked.id, path: place } : undefined;
}
