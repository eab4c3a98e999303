import { type Disposable, Uri } from 'vscode';
import { t } from '../server/texts/texts';
import { commandIds } from './commandIds';
import { activeFile, someFile } from './files/fileOf';
import { registerCommand } from './registerCommand';
import { addServer } from './servers/addServer';
import type { Server } from './servers/server';
import { chooseServer, forgetServer, protectServer, trustServer } from './servers/serverCommands';
import type { DemoSimulator } from './simulatorCommand';
import type { ApplianceCheck } from './upload/applianceCheck';
import { applyManifest } from './upload/applyManifest';
import { serverFor, type UploadAnswers, uploadFiles } from './upload/uploadCommand';
import type { UploadOnSave } from './upload/uploadOnSave';
import type { UploadParts } from './upload/uploadParts';
import { compareWithServer } from './uploadState/compareWithServer';

export interface CommandParts extends UploadParts {
	readonly simulator: DemoSimulator;
	readonly check: ApplianceCheck;
	readonly onSave: UploadOnSave;
}

/** What the view hands over when a command is chosen on a line of it. */
interface NodeOfServer {
	readonly server?: Server;
}

/** From a menu a command gets the file and the selected files; from elsewhere answers to what it would ask. */
const answersOf = (second: unknown): UploadAnswers =>
	typeof second === 'object' && second !== null && !Array.isArray(second) ? second : {};

function registerUploads(parts: CommandParts): Disposable[] {
	const upload = (only: boolean) => (file?: unknown, second?: unknown) => {
		const selected = Array.isArray(second) ? second.filter(item => item instanceof Uri) : [];
		const files = selected.length > 1 ? selected : [someFile(file)].filter(item => item !== undefined);
		return parts.onSave.after(uploadFiles(parts, { files, only, answers: answersOf(second) }));
	};
	return [
		registerCommand(parts, [commandIds.apply, t('Apply')], (file?: unknown, second?: unknown) =>
			parts.onSave.after(applyManifest(parts, someFile(file), answersOf(second))),
		),
		registerCommand(parts, [commandIds.compareWithServer, t('Compare')], (file?: unknown, second?: unknown) =>
			compare(parts, someFile(file), answersOf(second).server),
		),
		registerCommand(parts, [commandIds.upload, t('Upload')], upload(false)),
		registerCommand(parts, [commandIds.uploadOnly, t('Upload')], upload(true)),
	];
}

/** Shows how a file differs from what the server of its folder has. */
async function compare(parts: CommandParts, file: Uri | undefined, serverId: string | undefined) {
	if (file === undefined) return undefined;
	const server = await serverFor(parts, file, serverId);
	return server && compareWithServer(parts, file, server);
}

function registerServers(parts: CommandParts): Disposable[] {
	const { servers, credentials } = parts;
	return [
		registerCommand(parts, [commandIds.addServer, t('Add server')], () => addServer(parts)),
		registerCommand(parts, [commandIds.chooseServer, t('Choose server')], (serverId?: unknown) =>
			chooseServer(parts, activeFile(), { serverId: typeof serverId === 'string' ? serverId : undefined }),
		),
		registerCommand(parts, [commandIds.clearServer, t('No server for this folder')], () =>
			servers.choose(activeFile(), undefined),
		),
		registerCommand(parts, [commandIds.forgetServer, t('Forget server')], (node?: NodeOfServer) =>
			forgetServer(servers, credentials, node?.server),
		),
		registerCommand(parts, [commandIds.protectServer, t('Protect server')], (node?: NodeOfServer) =>
			protectServer(servers, node?.server),
		),
		registerCommand(parts, [commandIds.trustServer, t('Trust another certificate')], (node?: NodeOfServer) =>
			trustServer(servers, node?.server),
		),
		registerCommand(
			parts,
			[commandIds.checkOnAppliance, t('Check on the appliance')],
			(given: unknown, second: unknown) => checkOnAppliance(parts, someFile(given), answersOf(second).server),
		),
	];
}

/** Has a configuration file checked by the server of its folder. */
async function checkOnAppliance(parts: CommandParts, file: Uri | undefined, serverId: string | undefined) {
	if (file === undefined) return;
	const server = await serverFor(parts, file, serverId);
	if (server) await parts.check.run(parts, file, server);
}

/** Registers the commands that use the network. */
export function registerCommands(parts: CommandParts): Disposable[] {
	const { simulator } = parts;
	return [
		...registerUploads(parts),
		...registerServers(parts),
		registerCommand(parts, [commandIds.startSimulator, t('Start simulator')], () => simulator.start()),
		registerCommand(parts, [commandIds.stopSimulator, t('Stop simulator')], () => simulator.stop()),
	];
}
