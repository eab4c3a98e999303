import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction, Diagnostic } from 'vscode-languageserver-types';
import type { Context } from '../language';
import { quickFixes } from '../quickFix';
import { configProblems } from './configProblems';
import { offeredFixes } from './editing/configFixes';
import { fixScene } from './editing/repair';
import { repairActions } from './repairActions';

/** Quick fixes for the diagnostics that an editor shows; each is matched with a problem of the document as it is now. */
export function configCodeActions(
	document: TextDocument,
	diagnostics: readonly Diagnostic[],
	context: Context,
): CodeAction[] {
	const problems = configProblems(document);
	if (problems.length === 0) return [];
	const fixes = quickFixes(document, diagnostics, { fixers: offeredFixes, scene: fixScene(document), problems });
	return [...fixes, ...repairActions(document, diagnostics, context)];
}
