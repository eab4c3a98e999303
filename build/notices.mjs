/**
 * The notices that the licences of bundled packages ask for. A text that several packages share stands once.
 * @param {ReturnType<import('./bundledPackages.mjs').bundledPackages>} packages
 */
export function noticesOf(packages) {
	const byText = new Map();
	for (const each of packages) {
		const text = each.texts.join('\n\n');
		byText.set(text, [...(byText.get(text) ?? []), each]);
	}
	const parts = [...byText].map(([text, members]) => {
		const heads = members.map(({ name, version, license, homepage }) => `${name} ${version} (${license}) ${homepage}`);
		return `${'='.repeat(80)}\n${heads.join('\n')}\n${'-'.repeat(80)}\n${text}\n`;
	});
	return `The programs in this folder hold code of the packages below, whose licences ask for these notices.\n\n${parts.join('\n')}`;
}
