/** How much of a file is looked at. */
export const firstLookLength = 65_536;

const kickstart =
	/^\s*(?:%(?:pre|post|packages|firstboot)\b|(?:vm)?accepteula\b|(?:rootpw|autopart|bootloader|clearpart|ignoredisk|liveimg|zerombr|lang|keyboard|timezone|network)\s+-{0,2}\S|install\s+--)/m;
const macro = /#predefined(?:\.[\w-]+)+#/;
const xml = /<(?:\w+:)?(?:profile|unattend)[\s>]/;
const config = /"category"\s*:\s*"(?:dynamic|static)"/;

/**
 * A cheap guess whether the language server is worth starting for a text; the server then says what the file is.
 * So an XML file or an ini file of somebody else costs one look and no process.
 */
export function mayBeOurs(languageId: string, text: string): boolean {
	const head = text.slice(0, firstLookLength);
	if (languageId === 'xml') return xml.test(head);
	if (languageId === 'json' || languageId === 'jsonc') return config.test(head);
	return macro.test(head) || kickstart.test(head);
}
