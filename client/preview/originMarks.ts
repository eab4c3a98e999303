import {
	type DecorationOptions,
	type Disposable,
	MarkdownString,
	Range,
	type TextEditor,
	ThemeColor,
	window,
} from 'vscode';
import type { FinishedFileResult } from '../../server/lsp/protocol';
import { originSentence } from './originSentence';

type Substitution = FinishedFileResult['substitutions'][number];

/** Colours what macros brought, and tells on hover where it comes from. */
export interface OriginMarks extends Disposable {
	/** @param server name of the server that has said what the appliance says */
	show(editor: TextEditor, result: FinishedFileResult, server?: string): void;
}

export function createOriginMarks(): OriginMarks {
	const certain = window.createTextEditorDecorationType({
		backgroundColor: new ThemeColor('editor.wordHighlightBackground'),
		overviewRulerColor: new ThemeColor('editorOverviewRuler.wordHighlightForeground'),
	});
	const assumed = window.createTextEditorDecorationType({
		backgroundColor: new ThemeColor('editor.wordHighlightStrongBackground'),
		border: '1px dashed',
		borderColor: new ThemeColor('editorWarning.foreground'),
	});
	return {
		show(editor, { substitutions }, server) {
			const decoration = (each: Substitution): DecorationOptions => decorationOf(each, server);
			const shown = substitutions.filter(({ origin }) => origin !== 'unresolved');
			editor.setDecorations(certain, shown.filter(each => !isAssumed(each)).map(decoration));
			editor.setDecorations(assumed, shown.filter(isAssumed).map(decoration));
		},
		dispose: () => {
			certain.dispose();
			assumed.dispose();
		},
	};
}

/** Nobody entered or declared it: it is ours. */
const isAssumed = ({ origin }: Substitution): boolean => ['sample', 'comment', 'absent'].includes(origin);

function decorationOf({ range, macro, origin, setting }: Substitution, server?: string): DecorationOptions {
	const hover = new MarkdownString(originSentence(`\`#${macro}#\``, origin, server));
	if (setting) hover.appendMarkdown(`\n\n${setting.description}`);
	const { start, end } = range;
	return { range: new Range(start.line, start.character, end.line, end.character), hoverMessage: hover };
}
