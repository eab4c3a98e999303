import { commands, type Disposable, type ExtensionContext } from 'vscode';
import { t } from '../server/texts/texts';
import { commandIds } from './commandIds';
import { createDeployDialogs, type DeployDialogs } from './dialog/deployDialogs';
import { registerFileCommands } from './files/fileCommands';
import { someFile } from './files/fileOf';
import { createFileStatus } from './files/fileStatus';
import { createOfferMemory } from './files/offerMemory';
import { createOurFiles, type OurFiles } from './files/ourFiles';
import { createRecognition } from './files/recognition';
import type { LanguageServer } from './languageServer';
import type { Log } from './log';
import { registerMapCommands } from './map/mapCommands';
import { createMapPanel } from './map/mapPanel';
import { createMapSource, type MapUploads } from './map/mapSource';
import { createMapView } from './map/mapView';
import { type ExampleAnswers, openExample } from './openExample';
import { createFinishedDocuments, type FinishedParts } from './preview/finishedDocuments';
import { registerPreviewCommands } from './preview/previewCommands';
import { registerCommand } from './registerCommand';
import { explainRule } from './rules/explainRule';
import { rulePagesOf } from './rules/rulePage';
import { hasMarks } from './sleep/marks';

export interface AuthoringParts {
	readonly context: Pick<ExtensionContext, 'extensionUri' | 'globalStorageUri' | 'workspaceState' | 'subscriptions'>;
	readonly server: LanguageServer;
	readonly log: Log;
	/** What connected appliances say of macros. */
	readonly connected: FinishedParts['connected'];
	readonly uploads: MapUploads;
}

export interface Authoring {
	readonly ourFiles: OurFiles;
	readonly dialogs: DeployDialogs;
}

/** All that works on files alone, wherever the extension runs. Nothing is started until a file of ours is there. */
export function createAuthoring(parts: AuthoringParts): Authoring {
	const { context, server, log, connected, uploads } = parts;
	const ourFiles = createOurFiles(server, log);
	const offers = createOfferMemory(context.workspaceState);
	const recognition = createRecognition({ server, offers, log, found: ourFiles.add });
	const dialogs = createDeployDialogs({ server, log, extension: context.extensionUri, fileOf: someFile });
	const finished = createFinishedDocuments({ server, log, connected });
	const source = createMapSource({ server, uploads });
	const panel = createMapPanel(source, log);
	const pages = rulePagesOf(context.extensionUri);
	const disposables: Disposable[] = [log.channel, server, ourFiles, recognition, finished, dialogs];
	context.subscriptions.push(
		...disposables,
		...[source, panel, createMapView(source, log), createFileStatus({ server, ourFiles, log })],
		...registerFileCommands({ server, log, recognition }),
		registerCommand(parts, [commandIds.explainRule, t('Explain a rule')], code => explainRule(pages, code)),
		registerExample(parts),
		...registerMapCommands({ log, source, panel }),
		...registerPreviewCommands({ log, finished, fileOf: someFile }),
	);
	void commands.executeCommand('setContext', 'xclarity.awake', true);
	startWhereMarked(server).catch(error => log.error(`The workspace could not be searched: ${String(error)}`));
	return { ourFiles, dialogs };
}

function registerExample(parts: AuthoringParts): Disposable {
	const folders = { extension: parts.context.extensionUri, storage: parts.context.globalStorageUri };
	return registerCommand(parts, [commandIds.openExample, t('Open the example')], (answers?: ExampleAnswers) =>
		openExample(folders, answers ?? {}),
	);
}

/** A folder with our mark gets its menus before any of its files is opened. */
async function startWhereMarked(server: LanguageServer): Promise<void> {
	if (await hasMarks()) await server.start();
}
