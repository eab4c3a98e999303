import { newFileTemplates } from '../config/completion/newFileTemplates';
import type { NewFileTemplate } from './newFileTemplate';

/** Configuration-settings files to start from: those that an empty file is offered as well. */
export const configTemplates = (): readonly NewFileTemplate[] =>
	newFileTemplates().map(({ id, label, meaning, text }) => ({
		id,
		kind: 'config',
		languageId: 'xclarity-config',
		label,
		detail: meaning,
		fileName: 'site.xclarity.json',
		text,
	}));
