import { mostInstances } from './deployForm';
import type { AnswerFault } from './deployment';
import { refusalSentence } from './refusal';

/** What is wrong with an answer, for the person who gives it. */
export function faultSentence({ kind, entry, path }: AnswerFault): string {
	const name = entry ? (entry.setting.label ?? entry.name) : String(path.at(-1));
	switch (kind) {
		case 'unknown':
			return `The file has no setting ${name}.`;
		case 'shape':
			return `${name} takes ${entry?.kind === 'field' ? 'one value' : 'something else'}.`;
		case 'few':
			return `${name} needs at least ${entry?.kind === 'list' ? entry.min : 1}.`;
		case 'many':
			return `${name} takes at most ${(entry?.kind === 'list' ? entry.max : 1) ?? mostInstances}.`;
		default:
			return entry?.kind === 'field' ? refusalSentence(entry, kind) : '';
	}
}
