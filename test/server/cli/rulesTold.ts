import { rules } from '../../../server/language/rules';
import type { ListedRule } from '../../../server/texts/rulePages';

/** What a list of rules says of each, on a line. */
export const rulesTold = (listed: readonly ListedRule[]): string[] =>
	listed.map(({ code, title, severity, evidence }) => `${code} ${title} ${severity} ${evidence}`);

/** The same of all rules that there are, as it has to be. */
export const rulesKnown = Object.entries(rules)
	.map(([code, { title, severity, grade, source }]) => `${code} ${title} ${severity} ${grade}: ${source}`)
	.sort();
