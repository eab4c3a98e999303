import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ExtensionContext } from 'vscode';
import { t } from '../server/texts/texts';

type Parts = Pick<ExtensionContext, 'extensionPath' | 'globalStorageUri' | 'environmentVariableCollection'>;

/**
 * Starts the terminal tool of this extension with VS Code's own Node, by variables: a path with letters of any language
 * would have to be written in the code page of the shell. PowerShell and the Command Prompt take the second one.
 */
const commands: Readonly<Record<string, string>> = {
	xclarity: '#!/bin/sh\nexec env ELECTRON_RUN_AS_NODE=1 "$XCLARITY_VSCODE_NODE" "$XCLARITY_VSCODE_PROGRAM" "$@"\n',
	'xclarity.cmd':
		'@echo off\r\nsetlocal\r\nset ELECTRON_RUN_AS_NODE=1\r\n"%XCLARITY_VSCODE_NODE%" "%XCLARITY_VSCODE_PROGRAM%" %*\r\n',
};

/**
 * Puts `xclarity` on the PATH of VS Code's terminals, behind all that the person has installed. VS Code remembers it for
 * terminals that are opened before the extension is awake.
 * @throws {NodeJS.ErrnoException} when the folder of the extension cannot be written
 */
export async function extendTerminalPath(parts: Parts): Promise<void> {
	const { extensionPath, globalStorageUri, environmentVariableCollection: variables } = parts;
	const folder = path.join(globalStorageUri.fsPath, 'bin');
	variables.description = t('Adds the command xclarity, the terminal tool of this extension.');
	variables.append('PATH', `${path.delimiter}${folder}`);
	variables.replace('XCLARITY_VSCODE_NODE', process.execPath);
	variables.replace('XCLARITY_VSCODE_PROGRAM', path.join(extensionPath, 'dist', 'cli.js'));
	await mkdir(folder, { recursive: true });
	for (const [name, text] of Object.entries(commands)) await writeFile(path.join(folder, name), text, { mode: 0o755 });
}
