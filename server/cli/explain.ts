import { nearestName } from '../language/macros/nearestName';
import { type ListedRule, listRules } from '../texts/rulePages';
import { type Command, type ExitCode, parseOptions } from './command';
import { shippedPages } from './shippedPages';
import type { Terminal } from './terminal';
import { UsageError } from './usageError';

const usage = `explain [CODE] [--json]

Prints the page of a rule: what it asks for, how sure that is, why, and a wrong and a right file. Without a code it lists
all rules. The pages come with this program; nothing is downloaded.

Examples:
  xclarity explain macro-unknown
  xclarity explain | grep password`;

const row = ({ code, severity, title }: ListedRule, width: number): string =>
	`${code.padEnd(width)}  ${severity.padEnd(11)}  ${title}\n`;

function ruleNamed(code: string, rules: readonly ListedRule[]): ListedRule {
	const rule = rules.find(listed => listed.code === code);
	if (rule) return rule;
	const nearest = nearestName(
		code,
		rules.map(listed => listed.code),
	);
	const hint = nearest === undefined ? 'xclarity explain lists them.' : `Did you mean ${nearest}?`;
	throw new UsageError(`There is no rule '${code}'. ${hint}`);
}

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
	const { values, positionals } = parseOptions(args, { json: { type: 'boolean', default: false } });
	const [code, ...more] = positionals;
	if (more.length > 0) throw new UsageError('explain takes one code.');
	const pages = shippedPages();
	const all = listRules(pages);
	const print = (value: object): void => terminal.out(`${JSON.stringify(value, undefined, 2)}\n`);
	if (code === undefined) {
		const width = Math.max(...all.map(rule => rule.code.length));
		if (values.json) print(all);
		else terminal.out(all.map(rule => row(rule, width)).join(''));
		return 0;
	}
	const rule = ruleNamed(code, all);
	const text = pages[rule.code] ?? '';
	if (values.json) print({ ...rule, text });
	else terminal.out(text);
	return 0;
}

export const explainCommand: Command = {
	summary: 'explain a rule, or list all of them',
	usage,
	run,
};
