import type { CodeAction } from 'vscode-languageserver-types';
import { type Effect, effectOf } from '../quickFix';
import type { UnattendSource } from './unattendSource';
import { macrosIn } from './values/macrosIn';

/** Has a fix that takes away a macro say that it loses something. */
export function tellingLostMacros({ document, text, ...source }: UnattendSource, actions: CodeAction[]): CodeAction[] {
	if (source.macros.length === 0) return actions;
	const losesMacro = ({ edit }: CodeAction): boolean => {
		const edits = edit?.changes?.[document.uri] ?? [];
		const written = edits.map(({ newText }) => newText).join('\n');
		return edits.some(({ range }) => {
			const place = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
			return macrosIn(source, place).some(({ start, end }) => !written.includes(text.slice(start, end)));
		});
	};
	const effect: Effect = 'loses';
	return actions.map(action =>
		effectOf(action) === 'safe' && losesMacro(action) ? { ...action, isPreferred: false, data: { effect } } : action,
	);
}
