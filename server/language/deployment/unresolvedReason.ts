import { english } from '../../texts/texts';
import type { Unresolved } from './macroValues';

/** Why a macro stands for no text, as the end of a sentence. */
export const unresolvedReason: Readonly<Record<Unresolved, string>> = {
	refused: english('its setting has no value that the deploy dialog takes'),
	group: english('it stands for several settings, not for a value'),
	broken: english('it is not written as a macro has to be'),
	unknown: english('nothing of that name is known'),
	unlinked: english('no configuration-settings file is linked'),
};
