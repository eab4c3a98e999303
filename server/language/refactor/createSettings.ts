import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction, Diagnostic } from 'vscode-languageserver-types';
import { t } from '../../texts/texts';
import { declaredMacros } from '../config/customMacros';
import type { Context } from '../language';
import { lookUpMacro } from '../macros/macroLookup';
import { isPredefined } from '../macros/predefinedMacros';
import { macrosOf } from '../macros/uses';
import { decides, fixActions } from '../quickFix';
import { fileNameOf } from '../unattend/fileNameOf';
import { addSettings } from './addSettings';
import { workspaceEdit } from './fileChanges';

/** Declares macros that the linked configuration file does not: the one reported, and all of the file at once. */
export function createSettings(
	document: TextDocument,
	diagnostics: readonly Diagnostic[],
	{ link: { config } }: Context,
): CodeAction[] {
	const reported = diagnostics.filter(({ code }) => code === 'macro-unknown');
	if (!config || reported.length === 0) return [];
	const unknown = unknownMacros(document, config);
	const each = reported.flatMap(diagnostic => {
		const macro = document.getText(diagnostic.range).replaceAll('#', '');
		const changes = unknown.includes(macro) ? addSettings(config, [macro]) : undefined;
		if (!changes) return [];
		const title = t('Create the setting "{macro}" in {file}', { macro, file: fileNameOf(config.uri) });
		return fixActions(
			document,
			[diagnostic],
			[{ ...decides(title), changes: workspaceEdit([{ document: config, changes }]) }],
		);
	});
	const possible = unknown.filter(macro => addSettings(config, [macro]) !== undefined);
	const changes = possible.length > 1 && each.length > 0 ? addSettings(config, possible) : undefined;
	if (!changes) return each;
	const title = t('Create all {count} missing settings in {file}', {
		count: possible.length,
		file: fileNameOf(config.uri),
	});
	const all = { ...decides(title), changes: workspaceEdit([{ document: config, changes }]) };
	return [...each, ...fixActions(document, reported, [all])];
}

/** More are not written at once. */
const mostMacros = 500;

/** Dotted custom macros of a file that a configuration file does not declare, nor anything like them by its name. */
function unknownMacros(document: TextDocument, config: TextDocument): string[] {
	const table = declaredMacros(config);
	const names = macrosOf(document, table).references.flatMap(({ name, segments }) => {
		// A setting cannot have a name that begins like those of the appliance.
		if (segments.length < 2 || isPredefined(name) || name.startsWith('predefined')) return [];
		const found = lookUpMacro(table, name);
		if (found.kind !== 'unknown') return [];
		// The same name elsewhere is what is meant; a second one would be one too many.
		const last = segments.at(-1)?.text;
		return found.elsewhere === undefined && found.corrected?.split('.').at(-1) !== last ? [name] : [];
	});
	return [...new Set(names)].slice(0, mostMacros);
}
