import { type CodeAction, CodeActionKind, type Diagnostic, type TextEdit } from 'vscode-languageserver-types';
import { isRuleCode } from '../../rules';
import type { CommentStyle } from '../dialect';
import { type MacroScope, macroAt } from './macroScope';

/** Rules whose reports name the whole macro put right in the fact `replacement`. */
const replaceable: ReadonlySet<unknown> = new Set([
	'macro-unknown',
	'macro-instance-missing',
	'macro-instance-out-of-range',
	'macro-root-included',
	'macro-spelling',
	'macro-unterminated',
	'macro-white-space',
	'macro-empty-name',
	'macro-single-name',
	'macro-predefined-unknown',
	'macro-predefined-group-unknown',
]);

/** Quick fixes for reports about macros and about comments that switch rules off. */
export function macroFixes(scope: MacroScope, diagnostics: readonly Diagnostic[]): CodeAction[] {
	return diagnostics.flatMap(diagnostic => {
		const replacement = factOf(diagnostic, 'replacement');
		if (typeof replacement !== 'string') return [];
		if (diagnostic.code === 'unattend-suppression-unknown') {
			const edit = { range: diagnostic.range, newText: replacement };
			return [fix(scope, diagnostic, `Change to ${replacement}`, edit)];
		}
		const macro = macroAt(scope, scope.document.offsetAt(diagnostic.range.start));
		if (!replaceable.has(diagnostic.code) || !macro) return [];
		const range = {
			start: scope.document.positionAt(macro.start),
			end: scope.document.positionAt(macro.end),
		};
		return [fix(scope, diagnostic, `Change to #${replacement}#`, { range, newText: `#${replacement}#` })];
	});
}

function fix(scope: MacroScope, diagnostic: Diagnostic, title: string, edit: TextEdit): CodeAction {
	return {
		title,
		kind: CodeActionKind.QuickFix,
		diagnostics: [diagnostic],
		isPreferred: diagnostic.code !== 'macro-instance-out-of-range' && diagnostic.code !== 'macro-single-name',
		edit: { changes: { [scope.document.uri]: [edit] } },
	};
}

/** "Link to …" for a report of custom macros without a link; the client's command does it. */
export function linkFixes(scope: MacroScope, diagnostics: readonly Diagnostic[]): CodeAction[] {
	return diagnostics
		.filter(({ code }) => code === 'macro-unlinked')
		.flatMap(diagnostic =>
			scope.link.candidates.map(({ path, uri, declared, used }, rank) => ({
				title: `Link to ${path} (declares ${declared} of ${used})`,
				kind: CodeActionKind.QuickFix,
				diagnostics: [diagnostic],
				isPreferred: rank === 0 && scope.link.candidates.length === 1,
				command: { title: 'Link', command: 'xclarity.linkTo', arguments: [scope.document.uri, uri] },
			})),
		);
}

/** A comment above the line that switches one rule off for it; last among the fixes. */
export function suppressionFixes(
	scope: MacroScope,
	style: CommentStyle,
	diagnostics: readonly Diagnostic[],
): CodeAction[] {
	return diagnostics.flatMap(diagnostic => {
		const { code } = diagnostic;
		if (!isRuleCode(code)) return [];
		const start = { line: diagnostic.range.start.line, character: 0 };
		const line = scope.document.getText({ start, end: { line: start.line + 1, character: 0 } });
		// Between the attributes of an element there is no place for a comment.
		if (style === 'xml' && !/^\s*<[\w?/]/.test(line)) return [];
		const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
		const lineBreak = line.endsWith('\r\n') ? '\r\n' : '\n';
		const words = comments[style](`xclarity-disable-next-line ${code}`);
		const edit = { range: { start, end: start }, newText: indent + words + lineBreak };
		return [{ ...fix(scope, diagnostic, `Switch ${code} off for this line`, edit), isPreferred: false }];
	});
}

const comments: Readonly<Record<CommentStyle, (words: string) => string>> = {
	hash: words => `# ${words}`,
	xml: words => `<!-- ${words} -->`,
	rem: words => `rem ${words}`,
};

function factOf(diagnostic: Diagnostic, name: string): unknown {
	const data: unknown = diagnostic.data;
	return typeof data === 'object' && data !== null ? Reflect.get(data, name) : undefined;
}
