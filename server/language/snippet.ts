import { t } from '../texts/texts';

/** Text inside a snippet, where `$`, `}` and `\` have a meaning. */
export const escapeSnippet = (text: string): string => text.replace(/[\\$}]/g, '\\$&');

/** What opens the list again at a tab stop; an editor that does not know this command leaves it out. */
export const nextChoice = () => ({ title: t('Next choice'), command: 'editor.action.triggerSuggest' });

/** A snippet as the content of a tab stop: a brace that ends no stop of its own would end this one. */
export function insideStop(snippet: string): string {
	let depth = 0;
	return snippet.replace(/\\[\s\S]|\$\{|\}/g, part => {
		if (part === '${') depth++;
		if (part !== '}') return part;
		if (depth === 0) return '\\}';
		depth--;
		return part;
	});
}

/** A tab stop with words and without another stop in it. */
const innermost = /\$\{(\d+):((?:\\[\s\S]|[^}\\$]|\$(?!\{))*)\}/g;

/** A snippet as plain text: placeholders with their words, choices with their first one. */
export function plainText(snippet: string): string {
	const words = new Map<string, string>();
	let text = snippet.replace(/\$\{(\d+)\|([^,|]*)[^}]*\}/g, '$${$1:$2}');
	for (let before = ''; before !== text; ) {
		before = text;
		text = text.replace(innermost, (_, stop: string, own: string) => {
			words.set(stop, own);
			return own;
		});
	}
	return text.replace(/(?<!\\)\$(\d+)/g, (_, stop: string) => words.get(stop) ?? '').replace(/\\([\\$}])/g, '$1');
}
