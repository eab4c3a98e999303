import { isCustomSettingsRequest, isObject } from '../../rest/wire';
import type { Appliance } from '../appliance';
import type { RoutedCall } from '../call';
import type { ConfigError } from '../configOpinion';
import { message } from '../messages';
import { type Reply, refusal, success } from '../reply';

/** `POST /osImages/customSettings`: what the appliance thinks of a configuration-settings file, without importing it. */
export function validateSettings({ body }: RoutedCall, appliance: Appliance): Reply {
	const { switches, validateConfig } = appliance;
	const form = switches['settings-body'];
	const wrongForm = form !== 'both' && (form === 'array') !== Array.isArray(body);
	const [first]: unknown[] = Array.isArray(body) ? body : [body];
	if (wrongForm || !isCustomSettingsRequest(body) || !isObject(first)) {
		throw refusal(switches['refusal-status'], 'FQXHMFC9002M', {
			reason: 'The attribute customConfigValues is missing.',
		});
	}
	const values = first.customConfigValues;
	const { macros, errors } = validateConfig(typeof values === 'string' ? values : JSON.stringify(values, undefined, 2));
	if (errors.length === 0) return success({ customMacros: listMacros(macros, appliance) });
	return {
		status: Number(switches['settings-status']),
		body: {
			errorReport: report(errors, appliance),
			result: switches['failure-result'],
			messages: [message('FQXHMFC9010M', { reason: errors.map(sentence).join(' ') })],
		},
	};
}

function listMacros(names: readonly string[], { switches }: Appliance): unknown[] {
	if (switches['settings-macros'] === 'objects') return names.map(macroName => ({ macroName }));
	return names.map(name => (switches['settings-macros'] === 'hashes' ? `#${name}#` : name));
}

const sentence = ({ message: text, line, character }: ConfigError): string =>
	`Line ${line + 1}, column ${character + 1}: ${text}`;

/** Lines and columns count from 1, in the text as it was sent or, for JSON, as two-space indentation writes it. */
function report(errors: readonly ConfigError[], { switches }: Appliance): unknown {
	if (switches['settings-report'] === 'strings') return errors.map(sentence);
	if (switches['settings-report'] === 'text') return errors.map(sentence).join('\n');
	return errors.map(({ message: text, line, character }) => ({ message: text, line: line + 1, column: character + 1 }));
}
