import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction, Diagnostic, WorkspaceEdit } from 'vscode-languageserver-types';
import { t } from '../../texts/texts';
import type { Context } from '../language';
import { insertItem, replaceNode } from '../links/jsonInsert';
import { member, parseManifest } from '../links/manifest';
import { fixActions, silences } from '../quickFix';
import { isRuleCode } from '../rules';

/** One action for each rule that the diagnostics name: its severity becomes `off` in the nearest `xclarity.json`. */
export function switchOffRule(
	document: TextDocument,
	diagnostics: readonly Diagnostic[],
	{ manifest, manifestUri }: Context,
): CodeAction[] {
	const codes = new Set(diagnostics.flatMap(({ code }) => (isRuleCode(code) ? [code] : [])));
	return [...codes].flatMap(code => {
		const edit = manifest
			? changedManifest(manifest, code)
			: manifestUri === undefined
				? newManifest(document, code)
				: undefined;
		if (!edit) return [];
		const reports = diagnostics.filter(diagnostic => diagnostic.code === code);
		const fix = { ...silences(t('Switch off {code} in xclarity.json', { code })), changes: edit };
		return fixActions(document, reports, [fix]);
	});
}

/** Beside the document: its folder is what the rules of a manifest hold for. */
function newManifest({ uri: document }: TextDocument, code: string): WorkspaceEdit | undefined {
	if (!/^[\w-]+:\/\/.*\//.test(document)) return undefined;
	const uri = `${document.slice(0, document.lastIndexOf('/') + 1)}xclarity.json`;
	const start = { line: 0, character: 0 };
	const newText = `${JSON.stringify({ rules: { [code]: 'off' } }, undefined, 2)}\n`;
	return {
		documentChanges: [
			{ kind: 'create', uri, options: { ignoreIfExists: true } },
			{ textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText }] },
		],
	};
}

function changedManifest(manifest: TextDocument, code: string): WorkspaceEdit | undefined {
	const before = manifest.getText();
	const after = withRuleOff(before, code);
	if (after === undefined || after === before) return undefined;
	let start = 0;
	while (start < before.length && before[start] === after[start]) start++;
	let tail = 0;
	while (tail < before.length - start && tail < after.length - start && before.at(-1 - tail) === after.at(-1 - tail))
		tail++;
	const range = { start: manifest.positionAt(start), end: manifest.positionAt(before.length - tail) };
	return { changes: { [manifest.uri]: [{ range, newText: after.slice(start, after.length - tail) }] } };
}

/** The text of a manifest with the rule switched off; `undefined` when it cannot be read well enough to be edited. */
export function withRuleOff(manifestText: string, code: string): string | undefined {
	if (manifestText.trim() === '') return `${JSON.stringify({ rules: { [code]: 'off' } }, undefined, 2)}\n`;
	const { root, errors } = parseManifest(manifestText);
	if (root?.type !== 'object' || errors.length > 0) return undefined;
	const rules = member(root, 'rules');
	if (!rules) return insertItem(manifestText, root, `"rules": { "${code}": "off" }`);
	if (rules.type !== 'object') return undefined;
	const severity = member(rules, code);
	return severity ? replaceNode(manifestText, severity, '"off"') : insertItem(manifestText, rules, `"${code}": "off"`);
}
