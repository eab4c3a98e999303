/** How much of a text is looked at. */
const prefixLength = 65_536;

/**
 * Whether a text is a configuration-settings file by its content: an object whose `content` or `template` holds
 * objects with a category and a name, or a request body that carries one. Works on the beginning of a text and on
 * broken text; other people's JSON, `content` or not, has no category of ours.
 */
export function looksLikeConfig(text: string): boolean {
	const prefix = text.slice(0, prefixLength);
	if (!/^[\s\ufeff]*(?:(?:\/\/|#)[^\n]*\n\s*|\/\*(?:[^*]|\*(?!\/))*\*\/\s*)*[[{]/.test(prefix)) return false;
	return (
		/["'“”]category["'“”]\s*:\s*["'“”](?:dynamic|static)["'“”]/.test(prefix) &&
		/["'“”](?:content|template)["'“”]\s*:\s*[[{]/.test(prefix) &&
		/["'“”]name["'“”]\s*:/.test(prefix)
	);
}
