import { english, t, translate } from '../../../texts/texts';
import { blanked, type CopiedLine, type CopyGrammar, type Found, removed } from './copyMark';

/** What a terminal, a mail or a listing puts before each line. */
const prefixes: readonly { readonly what: string; readonly pattern: RegExp }[] = [
	{ what: english('The line number "{shown}"'), pattern: /^[ \t]*\d{1,5}(?:[.:)|]|(?=[ \t]|$))[ \t]*/ },
	{ what: english('The mark "{shown}"'), pattern: /^[ \t]*>(?:[ \t]*>)*[ \t]*/ },
	{ what: english('The mark "{shown}"'), pattern: /^[ \t]*[-+*•·|][ \t]*/ },
	{
		what: english('The prompt "{shown}"'),
		pattern:
			/^[ \t]*(?:\$|\[[^\]\n]{1,80}\][ \t]*[#$]?|[\w.-]{1,60}@[\w.-]{1,60}:[^\s#$]{0,80}[#$]|(?:PS )?[A-Z]:\\[^>\n]{0,80}>)[ \t]+/,
	},
];

/** What a line with one of them begins with: a quick look. */
export const mayBePrefixed = /^[ \t]*(?:[\d>+*•·|$[-]|(?:PS )?[A-Z]:\\|[\w.-]{1,60}@)/m;

/** Where a prefix stands in front of this share of the lines, it stands in front of all. */
const shareOfAll = 0.6;

/** Prefixes of lines that are commands without them. */
export function prefixesIn(lines: readonly CopiedLine[], { isHead }: CopyGrammar): Found {
	const filled = lines.filter(({ text }) => text.trim() !== '').length;
	const suspects = lines.filter(({ text }) => mayBePrefixed.test(text));
	for (const { what, pattern } of prefixes) {
		const prefixed = suspects.flatMap(line => {
			const prefix = pattern.exec(line.text)?.[0];
			return prefix === undefined ? [] : [{ line, prefix }];
		});
		const commands = prefixed.filter(
			({ line, prefix }) => !line.isBody && isHead(/^\S{1,40}/.exec(line.text.slice(prefix.length))?.[0] ?? ''),
		);
		const isEverywhere = commands.length > 1 && prefixed.length >= filled * shareOfAll;
		const found = isEverywhere ? prefixed : commands;
		const [first] = found;
		if (!first) continue;
		const stretches = found.map(({ line: { start }, prefix }) => [start, start + prefix.length] as const);
		const shown = first.prefix.trim();
		const start = first.line.start + first.prefix.indexOf(shown);
		return {
			marks: [
				{
					what: translate(what, { shown }),
					start,
					end: start + shown.length,
					count: found.length,
					cures: [
						{
							title: found.length > 1 ? t('Remove {shown} and the like', { shown }) : t('Remove {shown}', { shown }),
							changes: stretches.map(each => removed(...each)),
						},
					],
					isCharacter: false,
				},
			],
			hidden: stretches.map(each => blanked(...each)),
		};
	}
	return { marks: [], hidden: [] };
}
