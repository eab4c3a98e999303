import { type Disposable, Uri, window } from 'vscode';
import { t } from '../../server/texts/texts';
import { checkFolder } from '../checkFolder';
import { commandIds } from '../commandIds';
import type { LanguageServer } from '../languageServer';
import { showFile, showReferences } from '../lensCommands';
import type { Log } from '../log';
import { type NewFileAnswers, newFile } from '../newFileCommand';
import { turnIntoPair } from '../pair/turnIntoPair';
import { registerCommand } from '../registerCommand';
import { linkFile } from '../upload/linkCommand';
import { fileOf, someFile } from './fileOf';
import type { Recognition } from './recognition';
import { repairFile } from './repairFile';

export interface FileCommandParts {
	readonly server: LanguageServer;
	readonly log: Log;
	readonly recognition: Recognition;
}

/** From a menu a command gets the file, from elsewhere answers to what it would ask. */
const answersOf = (given: unknown): NewFileAnswers =>
	typeof given === 'object' && given !== null && !Array.isArray(given) ? given : {};

function registerPairs(parts: FileCommandParts): Disposable[] {
	const { server } = parts;
	return [
		registerCommand(parts, [commandIds.link, t('Link')], (file?: unknown, config?: unknown) => {
			const unattend = someFile(file);
			return unattend && linkFile(server, unattend, fileOf(config));
		}),
		registerCommand(parts, [commandIds.turnIntoPair, t('Turn into a pair')], (file?: unknown) => {
			const unattend = someFile(file);
			return unattend && turnIntoPair(server, unattend);
		}),
		registerCommand(parts, [commandIds.repair, t('Repair this file')], (file?: unknown) => {
			const broken = someFile(file);
			return broken && repairFile(server, broken);
		}),
		registerCommand(parts, [commandIds.linkTo, t('Link')], (unattend: string, config: string) =>
			linkFile(server, Uri.parse(unattend), Uri.parse(config)),
		),
	];
}

async function recogniseActive({ recognition }: FileCommandParts): Promise<void> {
	const document = window.activeTextEditor?.document;
	if (document === undefined || (await recognition.recognise(document))) return;
	void window.showInformationMessage(
		t(
			'This file does not look like a configuration-settings file or an unattend file. Name it *.xclarity.json, or list it in xclarity.json.',
		),
	);
}

/** Registers the commands that work on files alone. */
export function registerFileCommands(parts: FileCommandParts): Disposable[] {
	const { server, log } = parts;
	return [
		...registerPairs(parts),
		registerCommand(parts, [commandIds.checkFolder, t('Check all files')], () => checkFolder(server)),
		registerCommand(parts, [commandIds.showReferences, t('Show uses')], showReferences),
		registerCommand(parts, [commandIds.showFile, t('Show file')], showFile),
		registerCommand(parts, [commandIds.newConfigFile, t('New configuration file')], (answers?: unknown) =>
			newFile(server, 'config', answersOf(answers)),
		),
		registerCommand(parts, [commandIds.newUnattendFile, t('New unattend file')], (answers?: unknown) =>
			newFile(server, 'unattend', answersOf(answers)),
		),
		registerCommand(parts, [commandIds.recognise, t('Use this file with XClarity')], () => recogniseActive(parts)),
		registerCommand(parts, [commandIds.restartLanguageServer, t('Restart language server')], () => server.restart()),
		registerCommand(parts, [commandIds.showLog, t('Show log')], () => log.show()),
	];
}
