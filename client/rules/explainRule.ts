import { commands, window } from 'vscode';
import { type ListedRule, listRules, type RulePages } from '../../server/texts/rulePages';
import { t } from '../../server/texts/texts';
import { uriOfRule } from './rulePage';

/** Shows the page of a rule; without a code, the person chooses from all. Unknown codes are chosen anew, too. */
export async function explainRule(pages: () => Promise<RulePages>, code?: unknown): Promise<void> {
	const rules = listRules(await pages());
	const rule = rules.find(listed => listed.code === code) ?? (await pick(rules));
	if (rule === undefined) return;
	await commands.executeCommand('vscode.openWith', uriOfRule(rule.code), 'vscode.markdown.preview.editor');
}

async function pick(rules: readonly ListedRule[]): Promise<ListedRule | undefined> {
	const picked = await window.showQuickPick(
		rules.map(rule => ({ label: rule.code, description: rule.severity, detail: rule.title, rule })),
		{ title: t('Explain a rule'), placeHolder: t('A code, or words of what the rule asks for'), matchOnDetail: true },
	);
	return picked?.rule;
}
