import { ConfigurationTarget, type Uri, workspace } from 'vscode';
import type { ProxySettings } from '../server/rest/proxy';
import { readServers, type Server } from './servers/server';

/** Typed access to the `xclarity.*` settings that this half of the product reads; the rest is read by the language server. */
export const settings = {
	/** Whether files of other languages may be looked into. */
	recognizeFiles: (uri: Uri): boolean =>
		workspace.getConfiguration('xclarity', uri).get<boolean>('recognizeFiles', true),

	/**
	 * Only the user's own value counts. VS Code already ignores an application-scoped setting in a folder; reading the
	 * global value says it a second time, because this list decides where passwords go.
	 */
	servers: (): readonly Server[] => readServers(workspace.getConfiguration('xclarity').inspect('servers')?.globalValue),

	/** How a preview puts values into XML, which the vendor leaves open. */
	escapesXml: (uri: Uri): boolean =>
		workspace.getConfiguration('xclarity', uri).get<boolean>('preview.escapeXml', false),

	/** Only the user's own value counts, as an opened folder must not decide when something is sent. */
	uploadOnSave: (): boolean =>
		workspace.getConfiguration('xclarity').inspect<boolean>('uploadOnSave')?.globalValue === true,

	/** Milliseconds for a connection and for each answer. */
	timeout: (): number => Math.max(1, workspace.getConfiguration('xclarity').get<number>('timeout', 30)) * 1000,

	/** The editor's own settings for proxies. */
	proxy: (): ProxySettings => {
		const http = workspace.getConfiguration('http');
		return {
			proxy: http.get<string>('proxy', ''),
			noProxy: http.get<readonly string[]>('noProxy', []),
			support: http.get<string>('proxySupport', 'override'),
		};
	},

	async saveServers(servers: readonly Server[]): Promise<void> {
		await workspace.getConfiguration('xclarity').update('servers', servers, ConfigurationTarget.Global);
	},
} as const;

/** What has to change for `settings.escapesXml` to change. */
export const escapesXmlSetting = 'xclarity.preview.escapeXml';

/** What has to change for `settings.servers` to change. */
export const serversSetting = 'xclarity.servers';
