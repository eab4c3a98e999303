import type { Uri } from 'vscode';
import { type NamedServerResult, namedServerRequest } from '../../server/lsp/folderProtocol';
import type { LanguageServer } from '../languageServer';

/** The id under `server` in the nearest `xclarity.json` at or above the file's folder. */
export async function serverNamedByManifest(languageServer: LanguageServer, file: Uri): Promise<string | undefined> {
	if (file.scheme === 'untitled') return undefined;
	return (await languageServer.request<NamedServerResult>(namedServerRequest, { uri: file.toString() })).server;
}
