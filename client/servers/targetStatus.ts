import { type Disposable, languages, StatusBarAlignment, ThemeColor, window } from 'vscode';
import { t } from '../../server/texts/texts';
import { accessibilityLabel } from '../accessibilityLabel';
import { commandIds } from '../commandIds';
import type { OurFiles } from '../files/ourFiles';
import { certificateNotice, onDidChangeCertificate } from './certificateEnds';
import type { Servers } from './servers';

/** Shows where the file in the active editor would go, in the status bar and beside its language; hidden for others. */
export function createTargetStatus(servers: Servers, ourFiles: Pick<OurFiles, 'isOurs' | 'onDidChange'>): Disposable {
	const item = window.createStatusBarItem('xclarity.target', StatusBarAlignment.Left, 0);
	item.name = t('XClarity server');
	item.command = commandIds.chooseServer;
	const line = languages.createLanguageStatusItem('xclarity.server', []);
	line.name = item.name;
	line.command = { command: commandIds.chooseServer, title: t('Choose server…') };

	const refresh = async (): Promise<void> => {
		const document = window.activeTextEditor?.document;
		const file = document?.uri;
		if (!document || !file || !ourFiles.isOurs(file)) {
			line.selector = [];
			return item.hide();
		}
		const server = await servers.target(file);
		// The person may have gone on to another editor meanwhile.
		if (file !== window.activeTextEditor?.document.uri) return;
		const notice = server ? certificateNotice(server) : '';
		item.text = server ? `$(${notice === '' ? 'server' : 'warning'}) ${server.name}` : `$(server) ${t('No server')}`;
		item.tooltip = server
			? t('XClarity uploads from this folder to {url} as {user}. Click to change.', {
					url: server.url,
					user: server.user,
				}) + (notice && `\n⚠ ${notice}`)
			: t('No XClarity server is chosen for this folder. Click to choose one.');
		item.accessibilityInformation = {
			label: server
				? accessibilityLabel(
						t('XClarity uploads to {name}', { name: server.name }),
						server.protected ? t('protected') : '',
						notice && `⚠ ${notice}`,
					)
				: t('No XClarity server is chosen for this folder'),
		};
		line.selector = [{ scheme: file.scheme, language: document.languageId }];
		line.text = server ? t('Uploads to {name}', { name: server.name }) : t('No server');
		line.detail = server?.url ?? '';
		const isWarning = server?.protected || notice !== '';
		item.backgroundColor = isWarning ? new ThemeColor('statusBarItem.warningBackground') : undefined;
		item.show();
	};
	const update = (): void => void refresh();
	const watches = [
		window.onDidChangeActiveTextEditor(update),
		servers.onDidChange(update),
		ourFiles.onDidChange(update),
		onDidChangeCertificate(update),
	];
	update();
	return {
		dispose: () => {
			for (const watch of [...watches, item, line]) watch.dispose();
		},
	};
}
