import * as vscode from 'vscode';

/** The name of a theme of a sort; they differ between releases of VS Code. */
export function themeOf(sort: string): string {
	for (const { packageJSON } of vscode.extensions.all)
		for (const { id, uiTheme } of packageJSON.contributes?.themes ?? []) if (uiTheme === sort) return id;
	throw new Error(`There is no theme for ${sort}`);
}
