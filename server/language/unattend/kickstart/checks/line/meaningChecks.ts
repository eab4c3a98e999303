import { english, t } from '../../../../../texts/texts';
import { nearestName } from '../../../../macros/nearestName';
import { type Problem, problem } from '../../../../problem';
import { listItems } from '../../../statements/listItems';
import type { UsedOption } from '../../../statements/parseArguments';
import { wordValue } from '../../../statements/parseArguments';
import { holdsOption, partedOptions } from '../../../statements/partedOptions';
import { isOpen } from '../../../statements/statementFile';
import { isIpv4, isNetmask } from '../../../values/addresses';
import { address, type Demand, hostName, letters, listOf } from '../../../values/demand';
import { namesOnDemand } from '../../../values/knownNames';
import type { KickstartOption, Meaning } from '../../commandTable';
import type { KickstartFile } from '../../kickstartFile';
import { optionOf } from '../../names';
import type { Parsed } from './argumentChecks';
import { checkContradictions } from './contradictionChecks';
import { checkForms } from './formChecks';
import { checkKeyboard } from './keyboardCheck';
import { checkLocale } from './localeCheck';
import { checkLoneOptions } from './loneOptions';
import { checkMacroTexts } from './macroChecks';
import { checkNetwork } from './networkChecks';
import { hasOpenWord } from './openWords';
import { QuietLines } from './quietLines';
import { checkRepeatedOptions } from './repeatedOptions';
import { checkStorageValues } from './storageValues';
import { isTimeZone, timeZones } from './timeZones';
import { adviseValue } from './valueChecks';

/** Values that the reference parser takes and the installer cannot use. */
export function checkMeanings(file: KickstartFile, commands: readonly Parsed[]): Problem[] {
	const isRouted = commands.some(parsed => bringsRoute(file, parsed));
	return commands.flatMap(parsed => [
		...meaningfulLines.findIn(file, parsed, () => checkLine(file, parsed)),
		...(parsed.command.name === 'network' ? checkStatic(file, parsed, isRouted) : []),
	]);
}

/** Lines whose values the installer can use. */
export const meaningfulLines = new QuietLines();

const checkLine = (file: KickstartFile, parsed: Parsed): Problem[] => [
	...parsed.args.options.flatMap(used => checkOption(file, parsed, used)),
	...checkLocale(file, parsed),
	...checkNetwork(file, parsed),
	...checkKeyboard(file, parsed),
	...checkMacroTexts(file, parsed),
	...checkStorageValues(file, parsed),
	...checkForms(file, parsed),
	...checkContradictions(parsed),
	...checkLoneOptions(parsed),
	...checkRepeatedOptions(parsed),
	...(parsed.command.name === 'timezone' ? checkTimeZone(file, parsed) : []),
];

/** What a value must be by its meaning. What is a disk, the checks of disks say: they know more of the line. */
export const meaningDemands: Readonly<Record<Meaning, Demand | undefined>> = {
	ipv4: { accepts: isIpv4, expected: english('an IPv4 address'), needs: '.' },
	netmask: {
		accepts: text => isNetmask(text) && text.includes('.'),
		expected: english('a netmask such as 255.255.255.0'),
		needs: '0123456789',
	},
	host: address,
	addresses: address,
	hostname: { ...hostName, accepts: text => hostName.accepts(text) && !text.includes('_') },
	number: { accepts: text => /^\d+$/.test(text), expected: english('a number') },
	disk: undefined,
	disks: undefined,
};

function checkOption(
	file: KickstartFile,
	{ command }: Parsed,
	{ option, value }: UsedOption<KickstartOption>,
): Problem[] {
	const form = option.meaning && meaningDemands[option.meaning];
	if (!form || !value || value.text === '') return [];
	const isList = option.meaning === 'addresses';
	const isWritten = !isOpen(file.source, value.start, value.end);
	const items = isList && isWritten ? listItems(value) : [value];
	if (isWritten && items.every(({ text }) => form.accepts(text))) return [];
	const demand = isList && !isWritten ? listOf(form) : form;
	const place = `"${option.name}"`;
	return items.flatMap(item =>
		adviseValue(file, item, {
			...demand,
			place,
			literal() {
				const parted = partedOptions(file.source, item, command.options);
				const replacement = parted === undefined ? {} : { replacement: parted };
				return problem('kickstart-address', item, { value: item.text, expected: form.expected, place, ...replacement });
			},
		}),
	);
}

function checkTimeZone(file: KickstartFile, { args }: Parsed): Problem[] {
	const [word] = args.positionals;
	// A word after an option that is not known may be its value.
	if (!word || args.faults.length > 0) return [];
	return adviseValue(file, wordValue(word, file.source.masked), {
		accepts: isTimeZone,
		expected: english('a time zone such as Europe/Berlin'),
		needs: letters,
		words: namesOnDemand('timeZones'),
		place: '"timezone"',
		literal() {
			const nearest = nearestName(word.text, timeZones());
			return problem('kickstart-time-zone', word, {
				value: word.text,
				hint: nearest === undefined ? '' : ` ${t('Did you mean "{nearest}"?', { nearest })}`,
				...(nearest === undefined ? {} : { replacement: nearest }),
			});
		},
	});
}

/** True for a line that may bring the default route, with which no other interface needs a gateway. */
function bringsRoute(file: KickstartFile, parsed: Parsed): boolean {
	if (parsed.command.name !== 'network' || optionOf(parsed, '--nodefroute')) return false;
	// The name of the host may stand on a line of its own, which asks for no address.
	const asks = optionOf(parsed, '--device') && optionOf(parsed, '--bootproto')?.value?.text !== 'static';
	return asks || optionOf(parsed, '--gateway') !== undefined || hasOpenWord(file, parsed);
}

function checkStatic(file: KickstartFile, parsed: Parsed, isRouted: boolean): Problem[] {
	const protocol = optionOf(parsed, '--bootproto');
	if (protocol?.value?.text !== 'static' || hasOpenWord(file, parsed) || optionOf(parsed, '--noipv4')) return [];
	// What is misspelt, or given twice, is reported as such, not as missing as well.
	if (parsed.args.faults.length > 0 || isRepeated(parsed, '--bootproto')) return [];
	const ip = optionOf(parsed, '--ip');
	if (!ip && optionOf(parsed, '--ipv6')) return [];
	const needed = ['--ip', '--netmask', ...(isRouted || optionOf(parsed, '--nodefroute') ? [] : ['--gateway'])];
	if (parsed.args.options.some(({ value }) => value && holdsOption(value.text, parsed.command.options))) return [];
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

const isRepeated = ({ args }: Parsed, name: string): boolean =>
	args.options.filter(({ option }) => option.canonical === name).length > 1;
