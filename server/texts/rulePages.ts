/** What the build puts into `rulePages.json`, beside the programs: the Markdown of each page by the code of its rule. */
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

/** Name of the file in the folder of the programs. */
export const rulePagesFile = 'rulePages.json';

/** All rules, in the order of their codes. */
export const listRules = (pages: RulePages): ListedRule[] =>
	Object.entries(pages).map(([code, text]) => {
		const [, title = '', severity = '', evidence = ''] = head.exec(text) ?? [];
		return { code, title: title.replace(/\.$/, ''), severity, evidence };
	});

const head = /^# .*\n\n(.*)\n\n\*\*Severity\*\* (\w+) · \*\*Evidence\*\* (.*)$/m;
