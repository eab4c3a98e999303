import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction, Diagnostic, Range } from 'vscode-languageserver-types';
import type { Context, Language } from '../language';
import { configRefactorings } from './configRefactorings';
import { createConfigFile } from './createConfigFile';
import { createSettings } from './createSettings';
import { extractSetting } from './extractSetting';
import { prepareSettingRename, renameSetting, type Side, settingReferences } from './renameSetting';

/** A language that also finds, renames and reshapes the settings which a configuration file and its macros share. */
export function withRefactoring(side: Side, language: Language): Language {
	return {
		...language,
		codeActions: (document, range, diagnostics, context) => [
			...(language.codeActions?.(document, range, diagnostics, context) ?? []),
			...(side === 'config'
				? configRefactorings(document, range, context)
				: [
						...unattendRefactorings(document, range, diagnostics, context),
						...extractSetting(document, range, context, language.validate),
					]),
		],
		references: (document, position, context) =>
			settingReferences(side, document, position, context) ?? language.references?.(document, position, context) ?? [],
		prepareRename: (document, position, context) =>
			prepareSettingRename(side, document, position, context) ?? language.prepareRename?.(document, position, context),
		rename: (document, position, newName, context) =>
			renameSetting(side, document, { position, newName, context }) ??
			language.rename?.(document, position, newName, context),
	};
}

const unattendRefactorings = (
	document: TextDocument,
	range: Range,
	diagnostics: readonly Diagnostic[],
	context: Context,
): CodeAction[] => [
	...createSettings(document, diagnostics, context),
	...createConfigFile(document, range, diagnostics, context),
];
