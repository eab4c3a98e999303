import { type Disposable, EventEmitter, env, type FileDecoration, ThemeColor, type Uri, window } from 'vscode';
import { isTheirs, stateBadges, stateTooltip } from './stateWords';
import type { UploadStates } from './uploadStates';

/** Shows the state of each file beside its name in the Explorer. The answers are there already: nothing is read. */
export function createStateDecorations(states: UploadStates): Disposable {
	const changed = new EventEmitter<Uri[]>();
	const watch = states.onDidChange(files => changed.fire(files));
	const provider = window.registerFileDecorationProvider({
		onDidChangeFileDecorations: changed.event,
		provideFileDecoration(file): FileDecoration | undefined {
			const known = states.of(file);
			if (known === undefined) return undefined;
			return {
				badge: stateBadges[known.state],
				tooltip: stateTooltip(known, env.language),
				...(isTheirs(known) ? { color: new ThemeColor('charts.orange') } : {}),
			};
		},
	});
	return {
		dispose: () => {
			for (const part of [watch, provider, changed]) part.dispose();
		},
	};
}
