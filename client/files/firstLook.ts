/** How many characters of a file are looked at. All unattend files that we know say in as many what they are. */
export const firstLookLength = 2_000;

const macro = /#predefined(?:\.[\w-]+)+#/;
/** Lines of an installer's commands. Ini files and properties have the same words, but `=` or `:` after them. */
const statement = new RegExp(
	[
		String.raw`^[ \t]*(?:%(?:pre|post|packages|firstboot)\b|(?:vm)?accepteula\b`,
		String.raw`(?:autopart|zerombr|cdrom)[ \t]*$`,
		String.raw`(?:rootpw|autopart|bootloader|clearpart|ignoredisk|liveimg|zerombr|lang|keyboard|timezone|network|url|auth\w*|selinux|firewall|firstboot)[ \t]+(?:--\w|#[\w-]+[.#])`,
		String.raw`(?:install|upgrade)\w*[ \t]+.*--(?:firstdisk|disk|drive|overwritevmfs|preservevmfs)\b`,
		String.raw`lang[ \t]+[a-z]{2,3}_[A-Z]{2}`,
		String.raw`rootpw[ \t]+[$\w]`,
		String.raw`keyboard[ \t]+['"]?[a-z]{2,}['"]?[ \t]*$`,
		String.raw`timezone[ \t]+(?:UTC|[A-Z][a-z]+/))`,
	].join('|'),
	'm',
);
/** Roots named `profile` are many; the namespace, or a typed element, is what only AutoYaST has. */
const xml = /yast2ns|suse\.com\/1\.0\/configns|config:type\s*=|urn:schemas-microsoft-com:unattend|<unattend[\s>]/;
const config = /"category"\s*:\s*"(?:dynamic|static)"/;

/**
 * A cheap guess, from the beginning of a text, whether it is worth waking up for; the language server then says what
 * the file is. So a file of somebody else costs one look: nothing is loaded, started or searched.
 */
export function mayBeOurs(languageId: string, head: string): boolean {
	if (languageId === 'json' || languageId === 'jsonc') return config.test(head);
	return macro.test(head) || (languageId === 'xml' ? xml : statement).test(head);
}
