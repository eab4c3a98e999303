import { unpacked } from './packedText';
import { textSeparator } from './texts';

/** The Markdown of each page by the code of its rule. */
export type RulePages = Readonly<Record<string, string>>;

/** What the head of a page says. */
export interface ListedRule {
	readonly code: string;
	readonly title: string;
	/** By default: `error`, `warning`, `information` or `hint`. */
	readonly severity: string;
	/** How sure we are, a `Grade`, and the source of it. */
	readonly evidence: string;
}

/** Name of the file in the folder of the programs, which the build has written. */
export const rulePagesFile = 'rulePages.packed';

/** Stands in that file where a page names its own code, which it does five times; the heading has the code. */
export const ownCode = '\v';

/** @param packed content of that file: the pages one behind the other */
export const rulePagesIn = (packed: Uint8Array): RulePages =>
	Object.fromEntries(
		unpacked(packed)
			.split(textSeparator)
			.map(page => {
				const code = page.slice('# '.length, page.indexOf('\n'));
				return [code, page.replaceAll(ownCode, code)];
			}),
	);

/** All rules, in the order of their codes. */
export const listRules = (pages: RulePages): ListedRule[] =>
	Object.entries(pages).map(([code, text]) => {
		const [, title = '', severity = '', evidence = ''] = head.exec(text) ?? [];
		return { code, title: title.replace(/\.$/, ''), severity, evidence };
	});

const head = /^# .*\n\n(.*)\n\n\*\*Severity\*\* (\w+) · \*\*Evidence\*\* (.*)$/m;
