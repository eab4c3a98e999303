/** Text inside a snippet, where `$`, `}` and `\` have a meaning. */
export const escapeSnippet = (text: string): string => text.replace(/[\\$}]/g, '\\$&');

/** A snippet as plain text: placeholders with their words, choices with their first one. */
export function plainText(snippet: string): string {
	const words = new Map<string, string>();
	return snippet
		.replace(/\$\{(\d+)\|([^,|]*)[^}]*\}/g, '$${$1:$2}')
		.replace(/\$\{(\d+):((?:\\[\s\S]|[^}\\])*)\}/g, (_, stop: string, text: string) => {
			words.set(stop, text);
			return text;
		})
		.replace(/(?<!\\)\$(\d+)/g, (_, stop: string) => words.get(stop) ?? '')
		.replace(/\\([\\$}])/g, '$1');
}
