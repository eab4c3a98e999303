/** What the build puts into `rulePages.json`, beside the programs. */
export interface RulePages {
	/** In the order of their codes. */
	readonly rules: readonly ListedRule[];
	/** Markdown by name of the page; several rules may share one. */
	readonly pages: Readonly<Record<string, string>>;
}

export interface ListedRule {
	readonly code: string;
	readonly title: string;
	/** By default. */
	readonly severity: 'error' | 'warning' | 'information' | 'hint';
	/** How sure we are: see `Grade`. */
	readonly grade: string;
	readonly source: string;
	/** Name of its page. */
	readonly page: string;
}

/** Name of the file in the folder of the programs. */
export const rulePagesFile = 'rulePages.json';
