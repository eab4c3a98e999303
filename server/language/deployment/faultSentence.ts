import { t } from '../../texts/texts';
import { mostInstances } from './deployForm';
import type { AnswerFault } from './deployment';
import { refusalSentence } from './refusal';

/** What is wrong with an answer, for the person who gives it. */
export function faultSentence({ kind, entry, path }: AnswerFault): string {
	const name = entry ? (entry.setting.label ?? entry.name) : String(path.at(-1));
	switch (kind) {
		case 'unknown':
			return t('The file has no setting {name}.', { name });
		case 'shape':
			return entry?.kind === 'field'
				? t('{name} takes one value.', { name })
				: t('{name} takes something else.', { name });
		case 'few':
			return t('{name} needs at least {min}.', { name, min: entry?.kind === 'list' ? entry.min : 1 });
		case 'many':
			return t('{name} takes at most {max}.', { name, max: (entry?.kind === 'list' ? entry.max : 1) ?? mostInstances });
		default:
			return entry?.kind === 'field' ? refusalSentence(entry, kind) : '';
	}
}
