import { CodeLens, type Disposable, EventEmitter, languages, Range } from 'vscode';
import { commandIds } from '../commandIds';
import { stateText } from './stateWords';
import type { UploadStates } from './uploadStates';

/** Says above each uploaded file how it stands to the server; a click shows the difference. */
export function createStateLenses(states: UploadStates): Disposable {
	const changed = new EventEmitter<void>();
	const watch = states.onDidChange(() => changed.fire());
	const provider = languages.registerCodeLensProvider(
		{ scheme: 'file' },
		{
			onDidChangeCodeLenses: changed.event,
			provideCodeLenses({ uri, isDirty }) {
				const known = states.of(uri);
				if (known === undefined || known.state === 'never') return [];
				const { state } = known;
				// What is remembered is compared with the disk.
				const now =
					isDirty && state === 'uploaded' ? 'changedHere' : isDirty && state === 'changedThere' ? 'changedBoth' : state;
				const title = stateText({ ...known, state: now });
				return [
					new CodeLens(new Range(0, 0, 0, 0), { title, command: commandIds.compareWithServer, arguments: [uri] }),
				];
			},
		},
	);
	return {
		dispose: () => {
			for (const part of [watch, provider, changed]) part.dispose();
		},
	};
}
