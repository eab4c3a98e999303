import type { CodeActionKind } from 'vscode-languageserver-types';

/** Whether a code action is of one of these kinds or of a kind below one; without kinds, all are asked for. */
export const isOfKinds = (kind: CodeActionKind | undefined, only: readonly CodeActionKind[] | undefined): boolean =>
	only === undefined || only.some(one => one === '' || kind === one || kind?.startsWith(`${one}.`) === true);
