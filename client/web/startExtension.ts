import * as vscode from 'vscode';
import type { WebExtension } from './extension';
import { type ModuleTexts, modulesOf } from './modules';

/** Filled in by the build: the modules of a program, its entry first. */
declare const webPrograms: Readonly<Record<'extension' | 'server', readonly string[]>>;

let extension: WebExtension | undefined;

/** The script that VS Code loads in a browser. It fetches what the programs share, and runs the extension with it. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
	const names = [...new Set([...webPrograms.extension, ...webPrograms.server])];
	const read = async (name: string) => {
		const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(context.extensionUri, 'dist', name));
		return [name, new TextDecoder().decode(bytes)] as const;
	};
	const texts: ModuleTexts = Object.fromEntries(await Promise.all(names.map(read)));
	const [entry = ''] = webPrograms.extension;
	const [server = ''] = webPrograms.server;
	extension = modulesOf(texts, { vscode })(entry) as WebExtension;
	const ofServer = Object.fromEntries(webPrograms.server.map(name => [name, texts[name] ?? '']));
	await extension.activate(context, { entry: server, texts: ofServer });
}

export const deactivate = (): Promise<void> | undefined => extension?.deactivate();
