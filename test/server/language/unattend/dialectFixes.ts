import type { CodeAction, Diagnostic } from 'vscode-languageserver-types';
import { quickFixes } from '../../../../server/language/quickFix';
import type { Dialect } from '../../../../server/language/unattend/dialect';
import type { UnattendSource } from '../../../../server/language/unattend/unattendSource';

/** The quick fixes that a dialect offers for diagnostics. */
export const dialectFixes = (
	{ fixes }: Dialect,
	source: UnattendSource,
	diagnostics: readonly Diagnostic[],
): CodeAction[] => quickFixes(source.document, diagnostics, { fixers: fixes ?? {}, scene: source });
