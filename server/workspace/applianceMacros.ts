import type { PredefinedMacro } from '../language/macros/predefinedMacros';
import { t } from '../texts/texts';

const form = /^predefined(\.[\w-]+)+$/;

/** More than any appliance lists; a bound for a hostile one. */
const most = 5_000;

/**
 * What an appliance lists as predefined macros, in our words: it gives bare names, at times without the leading
 * `predefined.` or with hashes. What is no macro is left out.
 */
export const applianceMacros = (names: readonly string[]): readonly PredefinedMacro[] =>
	names
		.slice(0, most)
		.map(name => name.replace(/^#|#$/g, ''))
		.map(name => (name.startsWith('predefined.') ? name : `predefined.${name}`))
		.filter(name => form.test(name))
		.map(name => ({
			name,
			type: 'string',
			grade: 'example',
			summary: t('Listed by the connected appliance.'),
			source: t('the predefined macros in the answer of the connected appliance to GET /osImages'),
		}));
