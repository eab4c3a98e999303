import { type Disposable, Uri, window } from 'vscode';
import { checkFolder } from './checkFolder';
import { commandIds } from './commandIds';
import type { Recognition } from './files/recognition';
import { showFile, showReferences } from './lensCommands';
import { type NewFileAnswers, newFile } from './newFileCommand';
import { turnIntoPair } from './pair/turnIntoPair';
import { registerCommand } from './registerCommand';
import { addServer } from './servers/addServer';
import type { Server } from './servers/server';
import { chooseServer, forgetServer, protectServer, trustServer } from './servers/serverCommands';
import type { DemoSimulator } from './simulatorCommand';
import type { ApplianceCheck } from './upload/applianceCheck';
import { applyManifest } from './upload/applyManifest';
import { linkFile } from './upload/linkCommand';
import { serverFor, type UploadAnswers, uploadFiles } from './upload/uploadCommand';
import type { UploadOnSave } from './upload/uploadOnSave';
import type { UploadParts } from './upload/uploadParts';
import { compareWithServer } from './uploadState/compareWithServer';

export interface CommandParts extends UploadParts {
	readonly recognition: Recognition;
	readonly simulator: DemoSimulator;
	readonly check: ApplianceCheck;
	readonly onSave: UploadOnSave;
}

/** What the view hands over when a command is chosen on a line of it. */
interface NodeOfServer {
	readonly server?: Server;
}

export const activeFile = (): Uri | undefined => window.activeTextEditor?.document.uri;

/** Menus name a file by its address, the language server's lenses and quick fixes by its text. */
export const fileOf = (file: unknown): Uri | undefined =>
	file instanceof Uri ? file : typeof file === 'string' ? Uri.parse(file) : undefined;

/** From a menu a command gets the file and the selected files; from elsewhere answers to what it would ask. */
const answersOf = (second: unknown): UploadAnswers & NewFileAnswers =>
	typeof second === 'object' && second !== null && !Array.isArray(second) ? second : {};

function registerUploads(parts: CommandParts): Disposable[] {
	const upload = (only: boolean) => (file?: unknown, second?: unknown) => {
		const selected = Array.isArray(second) ? second.filter(item => item instanceof Uri) : [];
		const files = selected.length > 1 ? selected : [fileOf(file) ?? activeFile()].filter(item => item !== undefined);
		return parts.onSave.after(uploadFiles(parts, { files, only, answers: answersOf(second) }));
	};
	return [
		registerCommand(parts, [commandIds.apply, 'Apply'], (file?: unknown, second?: unknown) =>
			parts.onSave.after(applyManifest(parts, fileOf(file) ?? activeFile(), answersOf(second))),
		),
		registerCommand(
			parts,
			[commandIds.compareWithServer, 'Compare with the server'],
			(file?: unknown, second?: unknown) => compare(parts, fileOf(file) ?? activeFile(), answersOf(second).server),
		),
		registerCommand(parts, [commandIds.upload, 'Upload'], upload(false)),
		registerCommand(parts, [commandIds.uploadOnly, 'Upload'], upload(true)),
		registerCommand(parts, [commandIds.link, 'Link'], (file?: unknown, config?: unknown) => {
			const unattend = fileOf(file) ?? activeFile();
			return unattend && linkFile(parts.languageServer, unattend, fileOf(config));
		}),
		registerCommand(parts, [commandIds.turnIntoPair, 'Turn into a pair'], (file?: unknown) => {
			const unattend = fileOf(file) ?? activeFile();
			return unattend && turnIntoPair(parts.languageServer, unattend);
		}),
		registerCommand(parts, [commandIds.linkTo, 'Link'], (unattend: string, config: string) =>
			linkFile(parts.languageServer, Uri.parse(unattend), Uri.parse(config)),
		),
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
		registerCommand(parts, [commandIds.addServer, 'Add server'], () => addServer(parts)),
		registerCommand(parts, [commandIds.chooseServer, 'Choose server'], (serverId?: unknown) =>
			chooseServer(parts, activeFile(), { serverId: typeof serverId === 'string' ? serverId : undefined }),
		),
		registerCommand(parts, [commandIds.clearServer, 'No server for this folder'], () =>
			servers.choose(activeFile(), undefined),
		),
		registerCommand(parts, [commandIds.forgetServer, 'Forget server'], (node?: NodeOfServer) =>
			forgetServer(servers, credentials, node?.server),
		),
		registerCommand(parts, [commandIds.protectServer, 'Protect server'], (node?: NodeOfServer) =>
			protectServer(servers, node?.server),
		),
		registerCommand(parts, [commandIds.trustServer, 'Trust another certificate'], (node?: NodeOfServer) =>
			trustServer(servers, node?.server),
		),
		registerCommand(parts, [commandIds.checkOnAppliance, 'Check on the appliance'], (given: unknown, second: unknown) =>
			checkOnAppliance(parts, fileOf(given) ?? activeFile(), answersOf(second).server),
		),
	];
}

/** Has a configuration file checked by the server of its folder. */
async function checkOnAppliance(parts: CommandParts, file: Uri | undefined, serverId: string | undefined) {
	if (file === undefined) return;
	const server = await serverFor(parts, file, serverId);
	if (server) await parts.check.run(parts, file, server);
}

function registerFileCommands(parts: CommandParts): Disposable[] {
	const { languageServer } = parts;
	return [
		registerCommand(parts, [commandIds.checkFolder, 'Check all files'], () => checkFolder(languageServer)),
		registerCommand(parts, [commandIds.showReferences, 'Show uses'], showReferences),
		registerCommand(parts, [commandIds.showFile, 'Show file'], showFile),
		registerCommand(parts, [commandIds.newConfigFile, 'New configuration file'], (answers?: unknown) =>
			newFile(languageServer, 'config', answersOf(answers)),
		),
		registerCommand(parts, [commandIds.newUnattendFile, 'New unattend file'], (answers?: unknown) =>
			newFile(languageServer, 'unattend', answersOf(answers)),
		),
	];
}

async function recogniseActive({ recognition }: CommandParts): Promise<void> {
	const document = window.activeTextEditor?.document;
	if (document === undefined || (await recognition.recognise(document))) return;
	void window.showInformationMessage(
		'This file does not look like a configuration-settings file or an unattend file. Name it *.xclarity.json, or list it in xclarity.json.',
	);
}

/** Registers every command of `package.json`. */
export function registerCommands(parts: CommandParts): Disposable[] {
	const { languageServer, log, simulator } = parts;
	return [
		...registerUploads(parts),
		...registerServers(parts),
		...registerFileCommands(parts),
		registerCommand(parts, [commandIds.startSimulator, 'Start simulator'], () => simulator.start()),
		registerCommand(parts, [commandIds.stopSimulator, 'Stop simulator'], () => simulator.stop()),
		registerCommand(parts, [commandIds.recognise, 'Use this file with XClarity'], () => recogniseActive(parts)),
		registerCommand(parts, [commandIds.restartLanguageServer, 'Restart language server'], () =>
			languageServer.restart(),
		),
		registerCommand(parts, [commandIds.showLog, 'Show log'], () => log.show()),
	];
}
