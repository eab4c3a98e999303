import { nearestName } from '../../../../macros/nearestName';
import { type Problem, problem } from '../../../../problem';
import { listItems } from '../../../statements/listItems';
import type { UsedOption, Value } from '../../../statements/parseArguments';
import { wordValue } from '../../../statements/parseArguments';
import { isOpen } from '../../../statements/statementReading';
import { isAddress, isHostName, isIpv4, isNetmask } from '../../../values/addresses';
import type { KickstartOption, Meaning } from '../../commandTable';
import { optionOf } from '../../names';
import type { Reading } from '../../reading';
import { hasOpenWord, type Parsed } from './argumentChecks';
import { checkForms } from './formChecks';
import { checkKeyboard } from './keyboardCheck';
import { checkLocale } from './localeCheck';
import { checkNetwork } from './networkChecks';
import { checkStorageValues } from './storageValues';
import { isTimeZone, timeZones } from './timeZones';
import { adviseValue } from './valueChecks';

/** Values that the reference parser takes and the installer cannot use. */
export function checkMeanings(reading: Reading, commands: readonly Parsed[]): Problem[] {
	return commands.flatMap(parsed => [
		...parsed.args.options.flatMap(used => checkOption(reading, used)),
		...(parsed.command.name === 'network' ? checkStatic(reading, parsed) : []),
		...checkLocale(reading, parsed),
		...checkNetwork(reading, parsed),
		...checkKeyboard(reading, parsed),
		...checkStorageValues(reading, parsed),
		...checkForms(reading, parsed),
		...(parsed.command.name === 'timezone' ? checkTimeZone(reading, parsed) : []),
	]);
}

interface Form {
	accepts(text: string): boolean;
	readonly expected: string;
}

const forms: Readonly<Partial<Record<Meaning, Form>>> = {
	ipv4: { accepts: isIpv4, expected: 'an IPv4 address' },
	netmask: { accepts: text => isNetmask(text) && text.includes('.'), expected: 'a netmask such as 255.255.255.0' },
	host: { accepts: text => isAddress(text), expected: 'an IP address' },
	addresses: { accepts: isAddress, expected: 'an IP address' },
	hostname: { accepts: text => isHostName(text) && !text.includes('_'), expected: 'a host name' },
	number: { accepts: text => /^\d+$/.test(text), expected: 'a number' },
};

function checkOption(reading: Reading, { option, value }: UsedOption<KickstartOption>): Problem[] {
	const form = option.meaning && forms[option.meaning];
	if (!form || !value || value.text === '') return [];
	const items =
		option.meaning === 'addresses' && !isOpen(reading.source, value.start, value.end) ? listItems(value) : [value];
	return items.flatMap(item => checkForm(reading, item, { ...form, place: `"${option.name}"` }));
}

function checkForm(reading: Reading, value: Value, form: Form & { readonly place: string }): Problem[] {
	const found = adviseValue(reading, value, form);
	if (!found) return [];
	if ('code' in found) return [found];
	return [problem('kickstart-address', value, { value: value.text, expected: form.expected, place: form.place })];
}

function checkTimeZone(reading: Reading, { args }: Parsed): Problem[] {
	const [word] = args.positionals;
	// A word after an option that is not known may be its value.
	if (!word || args.troubles.length > 0) return [];
	const found = adviseValue(reading, wordValue(word, reading.source.masked), {
		accepts: isTimeZone,
		expected: 'a time zone such as Europe/Berlin',
		place: '"timezone"',
	});
	if (!found) return [];
	if ('code' in found) return [found];
	const nearest = nearestName(word.text, timeZones());
	return [
		problem('kickstart-time-zone', word, {
			value: word.text,
			hint: nearest === undefined ? '' : ` Did you mean "${nearest}"?`,
			...(nearest === undefined ? {} : { replacement: nearest }),
		}),
	];
}

function checkStatic(reading: Reading, parsed: Parsed): Problem[] {
	const protocol = optionOf(parsed, '--bootproto');
	if (protocol?.value?.text !== 'static' || hasOpenWord(reading, parsed) || optionOf(parsed, '--noipv4')) return [];
	// What is misspelt is reported as such, not as missing as well.
	if (parsed.args.troubles.length > 0) return [];
	const ip = optionOf(parsed, '--ip');
	if (!ip && optionOf(parsed, '--ipv6')) return [];
	const needed = ['--ip', '--netmask', ...(optionOf(parsed, '--nodefroute') ? [] : ['--gateway'])];
	const missing = needed.filter(name => !optionOf(parsed, name));
	return missing.length === 0
		? []
		: [
				problem('kickstart-static-network', protocol, {
					options: missing,
					insertAt: (parsed.statement.words.at(-1) ?? protocol).end,
				}),
			];
}
