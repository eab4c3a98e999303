import { randomBytes } from 'node:crypto';
import { Uri, type Webview } from 'vscode';

/** Shows the page: one script and nothing else from anywhere. Its styles are made by the script. */
export function showPage(webview: Webview, extension: Uri): void {
	webview.options = { enableScripts: true, localResourceRoots: [Uri.joinPath(extension, 'dist')] };
	const nonce = randomBytes(16).toString('base64');
	const script = webview.asWebviewUri(Uri.joinPath(extension, 'dist', 'deployDialog.js'));
	webview.html = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-${nonce}'">
<title>Deploy dialog</title>
</head>
<body><script nonce="${nonce}" src="${script}"></script></body>
</html>`;
}
