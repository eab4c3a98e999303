import type { Unresolved } from './macroValues';

/** Why a macro stands for no text, as the end of a sentence. */
export const unresolvedReason: Readonly<Record<Unresolved, string>> = {
	refused: 'its setting has no value that the deploy dialog takes',
	group: 'it stands for several settings, not for a value',
	broken: 'it is not written as a macro has to be',
	unknown: 'nothing of that name is known',
	unlinked: 'no configuration-settings file is linked',
};
