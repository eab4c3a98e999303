import { workspace } from 'vscode';

/**
 * Schemes of the files that are looked at. Documents of a diff or of version history are none of ours: the same mistake
 * would be reported twice. A folder that is open may lie anywhere; in a browser, an example lies among VS Code's own files.
 */
export const servedSchemes = (): readonly string[] => [
	...new Set([
		'file',
		'untitled',
		'vscode-vfs',
		'vscode-userdata',
		...(workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme),
	]),
];
