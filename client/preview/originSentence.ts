import type { FinishedFileResult } from '../../server/lsp/protocol';
import { english, translate } from '../../server/texts/texts';

type Origin = FinishedFileResult['substitutions'][number]['origin'];

const said: Readonly<Record<Origin, string>> = {
	entered: english('{macro}: entered in the values file.'),
	default: english('{macro}: the default of its setting; nothing was entered.'),
	fixed: english('{macro}: the value of a static setting.'),
	empty: english('{macro}: nothing was entered, and the setting is optional.'),
	absent: english('{macro}: nobody has added this instance. What an appliance puts here is not known.'),
	appliance: english('{macro}: as the connected appliance says.'),
	sample: english('{macro}: a sample. Only an appliance knows what it will be.'),
	comment: english('{macro}: the appliance puts sections of its own here.'),
	unresolved: english('{macro}: it has no value.'),
};

const fromAppliance = english('{macro}: from {server}.');

/**
 * Where the text of a macro comes from.
 * @param macro as the sentence shows it
 * @param server name of the connected appliance
 */
export const originSentence = (macro: string, origin: Origin, server?: string): string =>
	origin === 'appliance' && server !== undefined
		? translate(fromAppliance, { macro, server })
		: translate(said[origin], { macro });
