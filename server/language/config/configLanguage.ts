import type { Language } from '../language';
import { oncePerCause } from '../oncePerCause';
import { toDiagnostics } from '../problem';
import { configCodeActions } from './configCodeActions';
import { configCompletions } from './configCompletion';
import { configHover } from './configHover';
import { configProblems } from './configProblems';
import { configFolding, configSelectionRanges } from './configStructure';
import { configSymbols } from './configSymbols';
import { templateInstanceProblems } from './templateInstances';
import { unusedSettings } from './unusedSettings';

/** Configuration-settings files: every verb. */
export const configLanguage: Language = {
	validate: (document, { severities, dependents }) => {
		const across =
			dependents.length > 0
				? [...templateInstanceProblems(document, dependents), ...unusedSettings(document, dependents)]
				: [];
		// Whether the number was meant is told by the macros of linked files.
		const own = configProblems(document).filter(
			({ code }) => code !== 'config-template-number' || dependents.length === 0,
		);
		return toDiagnostics(document, oncePerCause(document, [...own, ...across]), severities);
	},
	complete: configCompletions,
	hover: configHover,
	codeActions: (document, _range, diagnostics, context) => configCodeActions(document, diagnostics, context),
	symbols: configSymbols,
	folding: configFolding,
	selectionRanges: configSelectionRanges,
};
