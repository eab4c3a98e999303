import { type CodeAction, CodeActionKind, type Diagnostic, type TextEdit } from 'vscode-languageserver-types';
import type { Dialect } from './dialect';
import type { MacroScope } from './macros/macroScope';
import { unattendSource } from './unattendSource';

/** Quick fixes for reports about what the appliance asks of a file. */
export function applianceFixes(scope: MacroScope, dialect: Dialect, diagnostics: readonly Diagnostic[]): CodeAction[] {
	return diagnostics.flatMap(diagnostic => {
		const { code, data } = diagnostic;
		if (code === 'unattend-hook-missing' || code === 'unattend-hook-absent') {
			const macros: unknown = Reflect.get(Object(data), 'macros');
			if (!Array.isArray(macros)) return [];
			const title = macros.length > 1 ? 'Add the recommended macros' : `Add ${macros[0]}`;
			return fix(scope, diagnostic, { title, edits: insertion(scope, dialect, macros.map(String)) });
		}
		if (code !== 'unattend-hook-place') return [];
		const macro = scope.text.slice(
			scope.document.offsetAt(diagnostic.range.start),
			scope.document.offsetAt(diagnostic.range.end),
		);
		const isThereAlready = scope.references.filter(({ name }) => `#${name}#` === macro).length > 1;
		const added = isThereAlready ? [] : insertion(scope, dialect, [macro]);
		if (!isThereAlready && added.length === 0) return [];
		const title = isThereAlready ? `Delete ${macro} here` : `Move ${macro} to its place`;
		return fix(scope, diagnostic, { title, edits: [...added, removal(scope, diagnostic)] });
	});
}

const fix = (
	{ document }: MacroScope,
	diagnostic: Diagnostic,
	{ title, edits }: { readonly title: string; readonly edits: TextEdit[] },
): CodeAction[] =>
	edits.length === 0
		? []
		: [
				{
					title,
					kind: CodeActionKind.QuickFix,
					diagnostics: [diagnostic],
					isPreferred: true,
					edit: { changes: { [document.uri]: edits } },
				},
			];

function insertion(scope: MacroScope, { hooks }: Dialect, macros: readonly string[]): TextEdit[] {
	const place = hooks.place?.(unattendSource(scope));
	if (!place) return [];
	const position = scope.document.positionAt(place.offset);
	const newText = macros.map(macro => `${place.before}${macro}${place.after}`).join('');
	return [{ range: { start: position, end: position }, newText }];
}

/** The whole line when the macro stands alone on it. */
function removal({ document }: MacroScope, { range }: Diagnostic): TextEdit {
	const start = { line: range.start.line, character: 0 };
	const end = { line: range.end.line + 1, character: 0 };
	const before = document.getText({ start, end: range.start });
	const behind = document.getText({ start: range.end, end });
	const isAlone = before.trim() === '' && behind.trim() === '';
	return { range: isAlone ? { start, end } : range, newText: '' };
}
