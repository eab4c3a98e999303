import { translate } from '../../texts/texts';
import { dialects } from '../unattend/dialects';
import type { NewFileTemplate } from './newFileTemplate';

/** Unattend files that deploy as they are, with the macros that the appliance recommends, for each operating system. */
export const unattendTemplates = (): readonly NewFileTemplate[] =>
	dialects.flatMap(({ kind, languageId, whole }) =>
		whole().newFiles.map(file => ({ ...file, detail: translate(file.detail), kind, languageId })),
	);
