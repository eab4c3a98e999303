import * as vscode from 'vscode';
import type { Client } from '../loadClient';
import { type Sleeper, startAsleep } from '../sleep/startAsleep';
import type * as web from './loadClient';
import { type ModuleTexts, modulesOf } from './modules';

/** Filled in by the build: the modules of a program, its entry first. */
declare const webPrograms: Readonly<Record<'client' | 'server', readonly string[]>>;

let sleeper: Sleeper | undefined;

/** VS Code runs this script in a browser. The rest is fetched when the client wakes. */
export function activate(context: vscode.ExtensionContext): void {
	sleeper = startAsleep(context, { load: () => fetchClient(context) });
}

export const deactivate = (): Promise<void> | undefined => sleeper?.stop();

async function fetchClient(context: vscode.ExtensionContext): Promise<() => Client> {
	const { client, server } = webPrograms;
	const [texts, ofServer] = await Promise.all([client, server].map(names => read(context.extensionUri, names)));
	const { loadClient } = modulesOf(texts ?? {}, { vscode })(client[0] ?? '') as typeof web;
	return loadClient(context, { entry: server[0] ?? '', texts: ofServer ?? {} });
}

async function read(extension: vscode.Uri, names: readonly string[]): Promise<ModuleTexts> {
	const files = names.map(async name => {
		const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, 'dist', name));
		return [name, new TextDecoder().decode(bytes)] as const;
	});
	return Object.fromEntries(await Promise.all(files));
}
