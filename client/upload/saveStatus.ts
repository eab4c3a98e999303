import { type Disposable, StatusBarAlignment, ThemeColor, type Uri, window } from 'vscode';
import { t } from '../../server/texts/texts';
import { commandIds } from '../commandIds';
import { fileName } from './uploadMessages';

/** Says in the status bar what an upload on save has done; it goes when the person goes to another editor. */
export interface SaveStatus extends Disposable {
	done(file: Uri, message: string): void;
	/** `reason`: a sentence. */
	refused(file: Uri, reason: string): void;
}

export function createSaveStatus(): SaveStatus {
	const item = window.createStatusBarItem('xclarity.uploadOnSave', StatusBarAlignment.Left, -1);
	item.name = t('XClarity upload on save');
	const show = (file: Uri, text: string, tooltip: string, isWarning: boolean): void => {
		item.text = text;
		item.tooltip = tooltip;
		item.command = isWarning
			? { command: commandIds.upload, title: t('Upload'), arguments: [file] }
			: { command: commandIds.compareWithServer, title: t('Compare'), arguments: [file] };
		item.backgroundColor = isWarning ? new ThemeColor('statusBarItem.warningBackground') : undefined;
		item.show();
	};
	const watch = window.onDidChangeActiveTextEditor(() => item.hide());
	return {
		done: (file, message) =>
			show(file, `$(check) ${t('{file} uploaded', { file: fileName(file.toString()) })}`, message, false),
		refused(file, reason) {
			const name = fileName(file.toString());
			const text = `$(warning) ${t('{file} not uploaded', { file: name })}`;
			show(
				file,
				text,
				t('{file} was saved and not uploaded. {reason} Click to upload it.', { file: name, reason }),
				true,
			);
		},
		dispose: () => {
			watch.dispose();
			item.dispose();
		},
	};
}
