import { type QuickPickItem, Uri, window } from 'vscode';
import type { NamesakeChoice } from '../../server/rest/importNamesakes';
import type { LocalSource, RemoteSource } from '../../server/rest/importOrder';
import { type ImportOutcome, sendImport } from '../../server/rest/sendImport';
import { paths } from '../../server/rest/wire';
import { english, t, translate } from '../../server/texts/texts';
import { cancellable } from '../cancellable';
import { plainText } from '../plainText';
import { onServer, requireTrustedWorkspace } from '../servers/connection';
import type { Server } from '../servers/server';
import { confirmsTarget } from '../upload/checkGate';
import type { OperatingSystem } from '../upload/operatingSystems';
import { type TargetSystem, targetSystem } from '../upload/targetSystem';
import type { ChangeParts } from '../view/changeStored';
import type { GroupName } from '../view/viewNode';
import { addFileServer } from './addFileServer';
import { readFileServers } from './fileServers';
import { askForLocal, askForRemote } from './importSource';
import { type ImportType, importTypes, importTypesFor } from './importType';

export interface ImportParts extends ChangeParts {
	/** What the appliance lists itself, where it was read. */
	readonly supported: (server: Server) => readonly OperatingSystem[];
}

/** Where the file goes: a server, and the group of the view from which the command was called. */
export interface ImportPlace {
	readonly server: Server;
	readonly group: GroupName | undefined;
}

interface Wanted {
	readonly type: ImportType;
	readonly source: LocalSource | RemoteSource;
	/** `null` for none. */
	readonly signature: LocalSource | null;
	readonly facts: Partial<TargetSystem> & { readonly description?: string; readonly deviceType?: string };
}

/**
 * Imports a file of any kind that the appliance takes: asks what it is and where it comes from, streams it, and shows
 * the server anew. Gives what came of it, or `undefined` when a question was left open.
 * @throws {XClarityError}
 */
export async function importFile(
	parts: ImportParts,
	{ server, group }: ImportPlace,
): Promise<ImportOutcome | undefined> {
	requireTrustedWorkspace();
	const type = await askForType(server, group);
	const source = type && (await askForSource(parts, server, type));
	if (type === undefined || source === undefined) return undefined;
	const signature = type.imageType === 'BUNDLE' && 'file' in source ? await askForSignature(source.name) : null;
	if (signature === undefined) return undefined;
	const system = await askForSystem(parts, server, { type, name: source.name });
	const description = system && (await askForDescription(source.name));
	const deviceType = description === undefined || type.imageType !== 'DUD' ? '' : await askForDevice(source.name);
	if (system === undefined || description === undefined || deviceType === undefined) return undefined;
	if (!(await confirmsTarget(server, 'importFile'))) return undefined;
	const facts = {
		...system,
		...(description === '' ? {} : { description }),
		...(deviceType === '' ? {} : { deviceType }),
	};
	const wanted = { type, source, signature, facts };
	const first = await run(parts, server, wanted, 'stop');
	const outcome = first.status === 'stopped' ? await decide(parts, server, wanted, first) : first;
	if (outcome === undefined) return undefined;
	tell(parts, outcome, { name: source.name, type, server });
	return outcome;
}

interface Told {
	readonly name: string;
	readonly type: ImportType;
	readonly server: Server;
}

function tell(
	{ log }: ImportParts,
	{ status, id, others, vanished = '', staying = [] }: ImportOutcome,
	{ name, type, server }: Told,
): void {
	const as = `${type.imageType}${id === undefined ? '' : ` (id ${id})`}`;
	const message =
		status === 'there'
			? t('{name} is on {server} already as {as}, and unchanged. Nothing was sent.', { name, server: server.name, as })
			: t('Imported {name} to {server} as {as}.', { name, server: server.name, as });
	log.info(message);
	void window.showInformationMessage(message);
	for (const sentence of [...(vanished === '' ? [] : [vanished]), ...staying])
		void window.showWarningMessage(plainText(sentence));
	if (others.length === 0) return;
	const sentence = t('Several new files on {server} have the name {name}, and one of them is yours: {others}.', {
		server: server.name,
		name,
		others: others.join(', '),
	});
	log.error(sentence);
	void window.showWarningMessage(sentence);
}

async function askForType(server: Server, group: GroupName | undefined): Promise<ImportType | undefined> {
	const items = importTypesFor(group).map(type => ({
		label: translate(type.label),
		description: `${type.imageType} · ${type.endings.map(ending => `.${ending}`).join(' ')}`,
		type,
	}));
	const title = t('Import to {server} as', { server: server.name });
	return (await window.showQuickPick(items, { title, matchOnDescription: true, ignoreFocusOut: true }))?.type;
}

async function askForSource(
	{ credentials, log }: ImportParts,
	server: Server,
	type: ImportType,
): Promise<LocalSource | RemoteSource | undefined> {
	const local: QuickPickItem = {
		label: `$(file) ${t('A file on this computer…')}`,
		description: t('uploaded from here'),
	};
	const remote: QuickPickItem = {
		label: `$(remote) ${t('A file on a remote file server…')}`,
		description: t('fetched by {server}', { server: server.name }),
	};
	const picked = await window.showQuickPick([local, remote], { title: translate(type.label), ignoreFocusOut: true });
	if (picked === local) return askForLocal(type);
	if (picked !== remote) return undefined;
	return askForPlace({ credentials, log }, server);
}

/** A place on one of the appliance's file servers; one that it does not know can be added. */
async function askForPlace(
	parts: Pick<ImportParts, 'credentials' | 'log'>,
	server: Server,
): Promise<RemoteSource | undefined> {
	const { signal } = new AbortController();
	for (;;) {
		const listed = await onServer(server, { ...parts, signal }, client => client.read(paths.remoteFileServers));
		const picked = await askForRemote(readFileServers(listed));
		if (picked !== 'add') return picked;
		if (!(await addFileServer(parts, server))) return undefined;
	}
}

/** The signature that goes into the same job as a bundle: `null` for none, `undefined` when the person stopped. */
async function askForSignature(bundle: string): Promise<LocalSource | null | undefined> {
	const own: QuickPickItem = {
		label: `$(verified) ${t('With its signature (.asc)…')}`,
		description: t('in the same job'),
	};
	const none: QuickPickItem = { label: t('Without a signature') };
	const picked = await window.showQuickPick([own, none], { title: bundle, ignoreFocusOut: true });
	const type = importTypes.find(({ imageType }) => imageType === 'BUNDLESIG');
	if (picked === own && type) return askForLocal(type);
	return picked === none ? null : undefined;
}

/** The operating system that a file is for: `undefined` when the person stopped, empty when it is for none. */
async function askForSystem(
	{ supported }: ImportParts,
	server: Server,
	{ type, name }: { readonly type: ImportType; readonly name: string },
): Promise<Partial<TargetSystem> | undefined> {
	if (type.system === 'none') return {};
	if (type.system === 'taken') {
		const one: QuickPickItem = { label: t('For one operating system…') };
		const any: QuickPickItem = { label: t('For any operating system') };
		const picked = await window.showQuickPick([one, any], { title: name, ignoreFocusOut: true });
		if (picked !== one) return picked && {};
	}
	return targetSystem({ uri: Uri.file(`/${name}`).toString() }, {}, supported(server));
}

const askForDescription = async (name: string): Promise<string | undefined> =>
	(
		await window.showInputBox({
			title: t('Description of {name}', { name }),
			prompt: t('Shown on the appliance; may be empty'),
			ignoreFocusOut: true,
		})
	)?.trim();

/** Devices as entries of real appliances name them. */
const devices = [
	{ label: english('Network adapter'), value: 'nic' },
	{ label: english('Storage adapter'), value: 'hba' },
	{ label: english('Other device'), value: 'other' },
	{ label: english('Not specified'), value: '' },
];

const askForDevice = async (name: string): Promise<string | undefined> =>
	(
		await window.showQuickPick(
			devices.map(device => ({ ...device, label: translate(device.label) })),
			{ title: t('Device that {name} is for', { name }), ignoreFocusOut: true },
		)
	)?.value;

/** Asks what is to become of files of the same name, and imports unless they are to stay alone. */
async function decide(
	parts: ImportParts,
	server: Server,
	wanted: Wanted,
	{ namesakes = [] }: ImportOutcome,
): Promise<ImportOutcome | undefined> {
	const replace = t('Replace');
	const beside = t('Put Beside');
	const { name } = wanted.source;
	const picked = await window.showWarningMessage(
		t('{name} is on {server} already: {namesakes}.', {
			name,
			server: server.name,
			namesakes: namesakes.map(plainText).join(', '),
		}),
		{
			modal: true,
			detail: t(
				'It did not come from this import. Where {server} allows only one file of a name, yours replaces it in either case.',
				{ server: server.name },
			),
		},
		replace,
		beside,
	);
	if (picked === undefined) return undefined;
	return run(parts, server, wanted, picked === replace ? 'overwrite' : 'beside');
}

function run(
	parts: ImportParts,
	server: Server,
	{ type, source, signature, facts }: Wanted,
	choice: NamesakeChoice,
): Thenable<ImportOutcome> {
	const { credentials, log, view } = parts;
	const store = parts.records.of(server);
	const title = t('Importing {source} to {server} as {imageType}', {
		source: source.name,
		server: server.name,
		imageType: type.imageType,
	});
	log.info(title);
	return cancellable(title, (signal, show) =>
		onServer(server, { credentials, log, signal }, client =>
			store.exclusive(() =>
				sendImport(
					client,
					{
						facts: { ...facts, imageType: type.imageType, name: source.name },
						source,
						signature: signature ?? undefined,
						// Each of the two takes half of the bar.
						onProgress: (what, share) =>
							show(`${what} ${Math.floor(100 * share)} %`, Math.floor(50 * share) + (what === 'sending' ? 0 : 50)),
					},
					{ store, choice },
				),
			),
		).finally(() => view.refresh(server)),
	);
}
