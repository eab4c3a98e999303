import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import { t } from '../../../texts/texts';
import type { Context } from '../../language';
import { isPredefined } from '../../macros/predefinedMacros';
import { freeName } from '../../refactor/nameRefusal';
import type { Dialect } from '../../unattend/dialect';
import { fileNameOf } from '../../unattend/fileNameOf';
import { macroScope } from '../../unattend/macros/macroScope';
import { unattendSource } from '../../unattend/unattendSource';
import { type GroupNames, type ProposedSetting, proposedSettings } from './proposedSetting';

/** What an unattend file without macros could be turned into, or, as a sentence, why it is not. */
export type PairProposal =
	| { readonly settings: readonly ProposedSetting[]; readonly groups: GroupNames }
	| { readonly refusal: string };

/**
 * Finds the texts of an unattend file that can become settings of a new configuration-settings file. What is an error
 * stays where it is, to be corrected first.
 */
export function proposePair(
	document: TextDocument,
	context: Context,
	dialect: Dialect,
	diagnostics: readonly Diagnostic[],
): PairProposal {
	const name = fileNameOf(document.uri);
	const { configPath, config } = context.link;
	const linked = configPath ?? (config && fileNameOf(config.uri));
	if (linked !== undefined)
		return {
			refusal: t('{name} is linked with {linked} already. Select a text and extract it to a setting there.', {
				name,
				linked,
			}),
		};
	const scope = macroScope(document, context, undefined);
	const own = scope.references.find(macro => !isPredefined(macro.name));
	if (own) {
		return {
			refusal: t(
				'{name} uses macros already, such as #{own}#. Create a configuration-settings file from its macros first.',
				{ name, own: own.name },
			),
		};
	}
	const groups = groupNames(scope.text);
	const errors = diagnostics
		.filter(({ severity }) => severity === DiagnosticSeverity.Error)
		.map(({ range }) => ({ start: document.offsetAt(range.start), end: document.offsetAt(range.end) }));
	const literals = (dialect.literals?.(unattendSource(scope)) ?? []).filter(
		literal => !errors.some(({ start, end }) => start < literal.end && literal.start < end),
	);
	const settings = proposedSettings(literals, groups);
	if (settings.length > 0) return { settings, groups };
	return {
		refusal: t('Nothing that {name} says differs from one deployment to the next, as far as we can tell.', { name }),
	};
}

/** What begins like a macro of the new file would become one, so the names must be new to the text. */
function groupNames(text: string): GroupNames {
	const taken = new Set((text.match(/[\w-]*settings[\w-]*/g) ?? []).map(word => word.toLowerCase()));
	return { common: freeName('common-settings', taken), perServer: freeName('server-settings', taken) };
}
