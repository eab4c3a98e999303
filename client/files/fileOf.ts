import { Uri, window } from 'vscode';

export const activeFile = (): Uri | undefined => window.activeTextEditor?.document.uri;

/** Menus name a file by its address, the language server's lenses and quick fixes by its text. */
export const fileOf = (file: unknown): Uri | undefined =>
	file instanceof Uri ? file : typeof file === 'string' ? Uri.parse(file) : undefined;

/** The file that a command is about: the one it is given, or the one in front of the person. */
export const someFile = (file: unknown): Uri | undefined => fileOf(file) ?? activeFile();
