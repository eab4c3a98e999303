import { type Disposable, StatusBarAlignment, ThemeColor, type Uri, window } from 'vscode';
import { commandIds } from '../commandIds';
import { fileName } from './uploadMessages';

/** Says in the status bar what an upload on save has done; it goes when the person goes to another editor. */
export interface SaveStatus extends Disposable {
	done(file: Uri, message: string): void;
	/** `reason`: the rest of a sentence, or one of its own. */
	refused(file: Uri, reason: string): void;
}

export function createSaveStatus(): SaveStatus {
	const item = window.createStatusBarItem('xclarity.uploadOnSave', StatusBarAlignment.Left, -1);
	item.name = 'XClarity upload on save';
	const show = (file: Uri, text: string, tooltip: string, isWarning: boolean): void => {
		item.text = text;
		item.tooltip = tooltip;
		item.command = isWarning
			? { command: commandIds.upload, title: 'Upload', arguments: [file] }
			: { command: commandIds.compareWithServer, title: 'Compare', arguments: [file] };
		item.backgroundColor = isWarning ? new ThemeColor('statusBarItem.warningBackground') : undefined;
		item.show();
	};
	const watch = window.onDidChangeActiveTextEditor(() => item.hide());
	return {
		done: (file, message) => show(file, `$(check) ${fileName(file.toString())} uploaded`, message, false),
		refused(file, reason) {
			const name = fileName(file.toString());
			show(
				file,
				`$(warning) ${name} not uploaded`,
				`${name} was saved and not uploaded: ${reason.replace(/\.$/, '')}. Click to upload it.`,
				true,
			);
		},
		dispose: () => {
			watch.dispose();
			item.dispose();
		},
	};
}
