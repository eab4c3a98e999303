import { ProgressLocation, window } from 'vscode';

/** Shows a step of the work; `percent` is how much of all is done, and the bar never goes back. */
export type ShowStep = (message: string, percent?: number) => void;

/** Runs work under a notification with a Cancel button, which aborts `signal`. */
export function cancellable<T>(title: string, work: (signal: AbortSignal, show: ShowStep) => Promise<T>): Thenable<T> {
	return window.withProgress(
		{ location: ProgressLocation.Notification, title, cancellable: true },
		(progress, token) => {
			const controller = new AbortController();
			token.onCancellationRequested(() => controller.abort());
			let shown = 0;
			return work(controller.signal, (message, percent = shown) => {
				progress.report({ message, increment: Math.max(0, percent - shown) });
				shown = Math.max(shown, percent);
			});
		},
	);
}
