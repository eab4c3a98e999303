import data from '../../../schemas/sample-values.json';

const samples: Readonly<Record<string, string>> = data.samples;

/**
 * What stands for a predefined macro, given without hashes, until an appliance says what it brings; `undefined` for
 * groups and unknown names.
 * @param server counted from 0
 */
export function sampleValue(macro: string, server: number): string | undefined {
	const name = macro.replace(/(\.(?:credentials|networkSettings))\d+(?=\.|$)/, '$1');
	if (!Object.hasOwn(samples, name)) return undefined;
	return samples[name]
		?.replaceAll('{server}', String(server + 1))
		.replaceAll('{server:2}', String(server + 1).padStart(2, '0'));
}
