import { env, Uri, type Webview } from 'vscode';
import { languageOf, t } from '../../server/texts/texts';
import { nonce } from '../nonce';

/** Shows the page: one script and nothing else from anywhere. Its styles are made by the script. */
export function showPage(webview: Webview, extension: Uri): void {
	webview.options = { enableScripts: true, localResourceRoots: [Uri.joinPath(extension, 'dist')] };
	const word = nonce();
	const script = webview.asWebviewUri(Uri.joinPath(extension, 'dist', 'deployDialog.js'));
	webview.html = `<!DOCTYPE html>
<html lang="${languageOf(env.language) ?? 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-${word}'">
<title>${t('Deploy dialog')}</title>
</head>
<body><script nonce="${word}" src="${script}"></script></body>
</html>`;
}
