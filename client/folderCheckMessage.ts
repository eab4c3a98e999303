import type { CheckFolderResult } from '../server/lsp/protocol';

const count = (number: number, one: string): string => `${number} ${one}${number === 1 ? '' : 's'}`;

/** What a check of all files has found, in a sentence. */
export function folderCheckMessage({ files, errors, warnings }: CheckFolderResult): string {
	if (files === 0) return 'There is no file for XClarity in the open folders.';
	if (errors + warnings === 0) return `Checked ${count(files, 'file')}: nothing is wrong.`;
	const found = [
		...(errors === 0 ? [] : [count(errors, 'error')]),
		...(warnings === 0 ? [] : [count(warnings, 'warning')]),
	];
	return `Checked ${count(files, 'file')}: ${found.join(' and ')}.`;
}
