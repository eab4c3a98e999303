import { nearestName } from '../../../macros/nearestName';
import { type Problem, problem } from '../../../problem';
import type { RuleCode } from '../../../rules';
import { checkPlace } from '../../values/checkPlace';
import { type Demand, wholeNumber as wholeNumberDemand, yesOrNo } from '../../values/demand';
import { knownNames } from '../../values/knownNames';
import { possibleTexts, type TextPlace } from '../../values/possibleTexts';
import { nameOf } from '../../xml/parse/xmlTree';
import { elementPlace, onlyText } from '../../xml/xmlPlace';
import { windowsMacroRules } from '../windowsMacroRules';
import type { SettingCheck } from './checkSettings';

type ValueCode = Extract<
	RuleCode,
	| 'windows-boolean'
	| 'windows-integer'
	| 'windows-value'
	| 'windows-product-key'
	| 'windows-computer-name'
	| 'windows-time-zone'
	| 'windows-locale'
	| 'windows-mac'
	| 'windows-form'
>;

/** What a setting takes, and the rule that says so. */
interface SettingDemand extends Demand {
	readonly code: ValueCode;
	/** Words among which the intended one is looked for. */
	readonly values?: readonly string[];
}

/** Checks the text of a setting; for a macro, every text it can become. */
export function checkSettingValue(check: SettingCheck, path: string): Problem[] {
	const { source, element, facts } = check;
	const demand = demandOf(check, path);
	if (demand === undefined && !facts.required && facts.max === undefined) return [];
	const place = elementPlace(source, element);
	const texts = facts.required ? possibleTexts(source, place) : undefined;
	if (demand?.code !== 'windows-integer' && texts?.extent === 'all' && texts.texts.every(text => text.trim() === ''))
		return [problem('windows-setting-empty', nameOf(element), { name: element.localName })];
	const found = demand && checkDemand(check, place, demand);
	return [found ?? checkLength(check, place) ?? []].flat();
}

function checkDemand({ source, element }: SettingCheck, place: TextPlace, demand: SettingDemand): Problem | undefined {
	const name = element.localName;
	return checkPlace(source, place, {
		rules: windowsMacroRules,
		place: `<${name}>`,
		demand,
		isStrict: false,
		literal: text => problem(demand.code, place, factsFor(name, demand, text)),
	});
}

function factsFor(name: string, { expected, code, values }: SettingDemand, text: string) {
	const lower = text.trim().toLowerCase();
	const suggestion = values && nearestName(text.trim(), values);
	const replacement = code === 'windows-boolean' && /^(yes|no|true|false|on|off)$/.test(lower);
	return {
		name,
		wanted: expected,
		value: text.trim() === '' ? 'nothing' : text,
		...(suggestion === undefined ? {} : { suggestion }),
		...(replacement ? { replacement: /^(yes|true|on)$/.test(lower) ? 'true' : 'false' } : {}),
	};
}

const boolean: SettingDemand = {
	code: 'windows-boolean',
	...yesOrNo(/^(true|false|0|1)$/i, 'true or false', ['true', 'false', '0', '1']),
};

const wholeNumber: SettingDemand = {
	code: 'windows-integer',
	...wholeNumberDemand(/^\s*[+-]?(\d+|0x[\da-f]+)\s*$/i),
};

function demandOf({ source, facts, element, component }: SettingCheck, path: string): SettingDemand | undefined {
	const { values } = facts;
	if (facts.type === 'boolean') return boolean;
	if (values !== undefined) {
		const lower = values.map(each => each.toLowerCase());
		const accepts = (text: string): boolean => lower.includes(text.trim().toLowerCase());
		return { code: 'windows-value', expected: `one of ${values.join(', ')}`, accepts, values, words: values };
	}
	if (element.localName === 'Order' && onlyText(source, element)?.trim() === '0') return fromOne;
	if (facts.type === 'integer') return wholeNumber;
	if (facts.pattern === 'product-key') return productKey;
	if (path === 'Interfaces/Interface/Identifier' && component.name === 'Microsoft-Windows-TCPIP') return macAddress;
	return demandsByName[element.localName];
}

const productKey: SettingDemand = {
	code: 'windows-product-key',
	expected: 'five groups of five letters and digits, joined with hyphens',
	accepts: text => text.trim() === '' || /^\s*[A-Z0-9]{5}(-[A-Z0-9]{5}){4}\s*$/i.test(text),
};

const macAddress: SettingDemand = {
	code: 'windows-mac',
	expected: 'the name of an adapter, or its address with hyphens (00-11-22-33-44-55)',
	accepts: text => !/^\s*[\da-f]{2}(:[\da-f]{2}){5}\s*$/i.test(text),
};

const keyboard = /^[\da-f]{4}:(\{[\da-f-]+\}.*|[\da-f]{8})$/i;

let languages: ReadonlySet<string> | undefined;

/** `en-US`, `sr-Latn-RS`, `ca-ES-valencia`; also a language alone. */
function isLanguage(text: string): boolean {
	languages ??= new Set(
		[...knownNames('windowsLocales')].flatMap(name =>
			[name, name.replace(/-[^-]+$/, '')].map(each => each.toLowerCase()),
		),
	);
	const name = text.trim().toLowerCase();
	return languages.has(name) || languages.has(name.replace(/-\w{4,8}$|_tradnl$/, '')) || name.startsWith('qps-');
}

const locale: SettingDemand = {
	code: 'windows-locale',
	expected: 'a language such as en-US',
	accepts: isLanguage,
	get values() {
		return [...knownNames('windowsLocales')];
	},
};
const isLocale = (text: string): boolean => isLanguage(text) || keyboard.test(text.trim());

const isTimeZone = (text: string): boolean => knownNames('windowsTimeZones').has(text.trim().replace(/_dstoff$/, ''));

const fromOne: SettingDemand = {
	code: 'windows-form',
	expected: 'a number from 1 on',
	accepts: text => text.trim() !== '0',
};

const demandsByName: Readonly<Record<string, SettingDemand>> = {
	UILanguage: locale,
	SystemLocale: { ...locale, accepts: isLocale },
	UserLocale: { ...locale, accepts: isLocale },
	InputLocale: {
		code: 'windows-locale',
		expected: 'a language such as en-US or a layout such as 0409:00000409, several joined with ;',
		accepts: text => text.split(';').every(isLocale),
	},
	TimeZone: {
		code: 'windows-time-zone',
		expected: "the name that Windows gives the zone, such as 'W. Europe Standard Time'",
		accepts: isTimeZone,
		get values() {
			return [...knownNames('windowsTimeZones')];
		},
	},
	Letter: {
		code: 'windows-form',
		expected: 'one letter from C to Z',
		accepts: text => /^\s*[a-z]?\s*$/i.test(text),
	},
	ComputerName: {
		code: 'windows-computer-name',
		expected: 'at most 15 letters, digits and hyphens, not digits alone, or *',
		accepts: text => /^\s*(\*|(?!\d+\s*$)[^\s{|}~[\\\]^':;<=>?@!"#$`()+/.,*&_]{1,15})\s*$/.test(text) || /%/.test(text),
	},
};

function checkLength({ source, element, facts }: SettingCheck, place: TextPlace): Problem | undefined {
	const { max } = facts;
	const name = element.localName;
	if (max === undefined || name === 'ComputerName') return undefined;
	return checkPlace(source, place, {
		rules: windowsMacroRules,
		place: `<${name}>`,
		demand: { accepts: text => text.trim().length <= max, expected: `at most ${max} characters` },
		isStrict: false,
		literal: text => problem('windows-too-long', place, { name, length: text.trim().length, max }),
	});
}
