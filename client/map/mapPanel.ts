import { type Disposable, env, ViewColumn, type WebviewPanel, window } from 'vscode';
import { languageOf, t } from '../../server/texts/texts';
import { commandIds } from '../commandIds';
import { foldedWork } from '../foldedWork';
import type { Log } from '../log';
import { nonce } from '../nonce';
import type { MapSource } from './mapSource';

/** The picture of the map in a tab; one for the window. */
export interface MapPanel extends Disposable {
	show(): void;
}

export function createMapPanel(source: MapSource, log: Log): MapPanel {
	// Kept for the tab, so that the same picture is the same text.
	const word = nonce();
	let panel: WebviewPanel | undefined;
	const draw = foldedWork(
		async () => {
			const svg = await source.picture({ nonce: word, command: commandIds.showFile });
			const html = pageOf(svg, word);
			// To set the same page again would scroll back to its top.
			if (panel && panel.webview.html !== html) panel.webview.html = html;
		},
		error => log.error(`The map of the deployment could not be drawn: ${String(error)}`),
	);
	const follow = (): void => {
		if (panel?.visible) draw();
	};
	const open = (): WebviewPanel => {
		const options = { enableCommandUris: [commandIds.showFile], localResourceRoots: [] };
		const opened = window.createWebviewPanel('xclarity.map', t('Map of the deployment'), ViewColumn.Active, options);
		opened.onDidDispose(() => {
			panel = undefined;
		});
		opened.onDidChangeViewState(follow);
		return opened;
	};
	const watch = source.onDidChange(follow);
	return {
		show() {
			panel ??= open();
			panel.reveal();
			draw();
		},
		dispose: () => {
			watch.dispose();
			panel?.dispose();
		},
	};
}

/** No script at all: what can be clicked are links to a command. */
const pageOf = (svg: string, word: string): string => `<!DOCTYPE html>
<html lang="${languageOf(env.language) ?? 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${word}'">
<title>${t('Map of the deployment')}</title>
<style nonce="${word}">body{padding:0}svg{display:block;max-width:100%;min-width:640px;height:auto}</style>
</head>
<body>${svg}</body>
</html>`;
