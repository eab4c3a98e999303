/**
 * The workspace of a run as the scenarios see it: a copy of test/editor/workspace that they may change. At first it
 * holds no file of ours, so that the extension sleeps.
 */
import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import * as vscode from 'vscode';

/** The extension under test. @throws {Error} when it is not installed */
export function extension(): vscode.Extension<unknown> {
	const found = vscode.extensions.getExtension('xclarity-authoring.xclarity-authoring');
	if (found === undefined) throw new Error('The extension is not installed in this VS Code');
	return found;
}

/** The address of a file of the workspace. */
export function fileUri(name: string): vscode.Uri {
	const [folder] = vscode.workspace.workspaceFolders ?? [];
	if (folder === undefined) throw new Error('No folder is open');
	return vscode.Uri.joinPath(folder.uri, name);
}

/** Writes a file of the workspace. */
export async function addFile(name: string, text: string): Promise<vscode.Uri> {
	const uri = fileUri(name);
	await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
	return uri;
}

/** Copies a folder of examples/ into the workspace, under the same name. */
export async function addExample(name: string): Promise<vscode.Uri> {
	const uri = fileUri(name);
	await vscode.workspace.fs.copy(vscode.Uri.joinPath(extension().extensionUri, 'examples', name), uri, {
		overwrite: true,
	});
	return uri;
}

/**
 * Opens a file of the workspace in an editor, as a person does: VS Code closes it with its last tab. What an extension
 * opens by `openTextDocument` it keeps for minutes, and the language server goes on checking it beside other scenarios.
 */
export async function openFile(name: string): Promise<vscode.TextEditor> {
	const uri = fileUri(name);
	await vscode.commands.executeCommand('vscode.open', uri, { preview: false });
	const shown = (): vscode.TextEditor | undefined => {
		const editor = vscode.window.activeTextEditor;
		return editor?.document.uri.toString() === uri.toString() ? editor : undefined;
	};
	await until(() => shown() !== undefined, `${name} is shown`);
	const editor = shown();
	assert.ok(editor);
	return editor;
}

/** Waits until VS Code has no document of this file any more. */
export const closed = (uri: vscode.Uri): Promise<void> =>
	until(
		() => vscode.workspace.textDocuments.every(document => document.uri.toString() !== uri.toString()),
		`${uri.path} is closed`,
	);

/** Waits for diagnostics of a file that satisfy the condition, and answers with them. */
export async function diagnostics(
	uri: vscode.Uri,
	enough: (found: readonly vscode.Diagnostic[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> {
	const now = (): readonly vscode.Diagnostic[] => vscode.languages.getDiagnostics(uri);
	if (enough(now())) return now();
	return new Promise(resolve => {
		const subscription = vscode.languages.onDidChangeDiagnostics(() => {
			if (!enough(now())) return;
			subscription.dispose();
			resolve(now());
		});
	});
}

/** Milliseconds; a busy machine may take long. */
const timeout = 30_000;

/** Reads again and again until it is as expected. @throws {AssertionError} with the last reading after half a minute */
export async function becomes<T>(read: () => T | PromiseLike<T>, expected: T): Promise<void> {
	let last = await read();
	const end = performance.now() + timeout;
	while (!isDeepStrictEqual(last, expected) && performance.now() < end) {
		await new Promise(resolve => setTimeout(resolve, 20));
		last = await read();
	}
	assert.deepEqual(last, expected);
}

/** Waits for something VS Code sends no event about. @throws {Error} after half a minute */
export async function until(condition: () => boolean | PromiseLike<boolean>, what: string): Promise<void> {
	const end = performance.now() + timeout;
	while (!(await condition())) {
		if (performance.now() > end) throw new Error(`Waited in vain until ${what}`);
		await new Promise(resolve => setTimeout(resolve, 20));
	}
}
