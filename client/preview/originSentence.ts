import type { FinishedFileResult } from '../../server/lsp/protocol';

type Origin = FinishedFileResult['substitutions'][number]['origin'];

const sentences: Readonly<Record<Origin, string>> = {
	entered: 'entered in the values file.',
	default: 'the default of its setting; nothing was entered.',
	fixed: 'the value of a static setting.',
	empty: 'nothing was entered, and the setting is optional.',
	absent: 'nobody has added this instance. What an appliance puts here is not known.',
	appliance: 'as the connected appliance says.',
	sample: 'a sample. Only an appliance knows what it will be.',
	comment: 'the appliance puts sections of its own here.',
	unresolved: 'it has no value.',
};

/**
 * Where the text of a macro comes from, as the rest of a sentence that begins with the macro.
 * @param server name of the connected appliance
 */
export const originSentence = (origin: Origin, server?: string): string =>
	origin === 'appliance' && server !== undefined ? `from ${server}.` : sentences[origin];
