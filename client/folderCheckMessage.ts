import type { CheckFolderResult } from '../server/lsp/folderProtocol';
import { t } from '../server/texts/texts';

/** What a check of all files has found. */
export function folderCheckMessage({ files, errors, warnings }: CheckFolderResult): string {
	if (files === 0) return t('There is no file for XClarity in the open folders.');
	if (errors + warnings === 0) return t('All files were checked ({files}). Nothing is wrong.', { files });
	return t('All files were checked ({files}). Errors: {errors}. Warnings: {warnings}.', { files, errors, warnings });
}
