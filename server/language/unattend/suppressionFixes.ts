import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction, Diagnostic } from 'vscode-languageserver-types';
import { t } from '../../texts/texts';
import { fixActions, silences } from '../quickFix';
import { isRuleCode } from '../rules';
import { insert } from '../textChange';
import type { CommentStyle } from './dialect';

/** A comment above the line that switches one rule off for it. */
export function suppressionFixes(
	document: TextDocument,
	style: CommentStyle,
	diagnostics: readonly Diagnostic[],
): CodeAction[] {
	return diagnostics.flatMap(diagnostic => {
		const { code } = diagnostic;
		if (!isRuleCode(code)) return [];
		const start = { line: diagnostic.range.start.line, character: 0 };
		const line = document.getText({ start, end: { line: start.line + 1, character: 0 } });
		// Between the attributes of an element there is no place for a comment.
		if (style === 'xml' && !/^\s*<[\w?/]/.test(line)) return [];
		const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
		const lineBreak = line.endsWith('\r\n') ? '\r\n' : '\n';
		const text = comments[style](`xclarity-disable-next-line ${code}`);
		const comment = insert(document.offsetAt(start), indent + text + lineBreak);
		return fixActions(document, [diagnostic], [silences(t('Switch off {code} for this line', { code }), comment)]);
	});
}

const comments: Readonly<Record<CommentStyle, (text: string) => string>> = {
	hash: text => `# ${text}`,
	xml: text => `<!-- ${text} -->`,
	rem: text => `rem ${text}`,
};
