import type { Disposable } from 'vscode';
import type { ApplianceView } from '../view/applianceView';
import { createStateDecorations } from './stateDecorations';
import { createStateLenses } from './stateLenses';
import { badgeOf } from './stateWords';
import type { UploadStates } from './uploadStates';

/** Shows the states of files where people look: in the Explorer, above each file, and as a number on the view. */
export const showStates = (states: UploadStates, view: Pick<ApplianceView, 'showBadge'>): readonly Disposable[] => [
	createStateDecorations(states),
	createStateLenses(states),
	states.onDidChange(() => {
		const { value, tooltip } = badgeOf(states.all());
		view.showBadge(value, tooltip);
	}),
];
