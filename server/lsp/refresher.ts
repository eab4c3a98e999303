import { CodeLensRefreshRequest, type Connection } from 'vscode-languageserver';
import type { Editor } from './editor';

/**
 * Makes the editor ask again for diagnostics, lenses, hints and colours, which depend on other files and on settings. One round at
 * a time: calls that come during a round are one more round behind it.
 */
export function createRefresher(connection: Connection, editor: () => Editor): () => void {
	let isRunning = false;
	let isWanted = false;

	const round = async (): Promise<void> => {
		const { codeLens, inlayHint, semanticTokens } = editor().capabilities.workspace ?? {};
		if (editor().isPulling) await connection.languages.diagnostics.refresh();
		if (codeLens?.refreshSupport) await connection.sendRequest(CodeLensRefreshRequest.type);
		if (inlayHint?.refreshSupport) await connection.languages.inlayHint.refresh();
		if (semanticTokens?.refreshSupport) await connection.languages.semanticTokens.refresh();
	};
	const work = async (): Promise<void> => {
		try {
			while (isWanted) {
				isWanted = false;
				await round();
			}
		} catch (error) {
			// The editor is closing, or does not keep what it promised: what it shows is old until it asks by itself.
			connection.console.log(`The editor did not refresh: ${String(error)}`);
		} finally {
			isRunning = false;
		}
	};
	return () => {
		isWanted = true;
		if (isRunning) return;
		isRunning = true;
		void work();
	};
}
