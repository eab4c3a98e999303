import { nearestName } from '../../../macros/nearestName';
import { type Problem, problem } from '../../../problem';
import type { RuleCode } from '../../../rules';
import { knownNames } from '../../values/knownNames';
import { elementValue, onlyText, type PlacedValue, refusedBy, refusedChoice } from '../../xml/macroValues';
import { nameOf } from '../../xml/parse/xmlTree';
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

/** What a place takes, and the rule that says so. */
interface Demand {
	readonly code: ValueCode;
	/** Ends the sentence «… must be …». */
	readonly wanted: string;
	readonly accepts: (text: string) => boolean;
	readonly values?: readonly string[];
}

/** Checks the text of a setting; for a macro, every text it can become. */
export function checkSettingValue(check: SettingCheck, path: string, problems: Problem[]): void {
	const { source, element, facts } = check;
	const demand = demandOf(check, path);
	if (source.macros.length === 0 && demand === undefined && !facts.required && facts.max === undefined) return;
	const value = elementValue(source, element);
	const name = element.localName;
	if (facts.required && demand?.code !== 'windows-integer' && value.texts?.every(text => text.trim() === '')) {
		problems.push(problem('windows-setting-empty', nameOf(element), { name }));
		return;
	}
	if (demand !== undefined) {
		const refused = refusedBy(value, demand.accepts);
		const choice = refused ?? refusedChoice(value, demand.accepts);
		if (choice !== undefined) {
			const code = refused === undefined ? 'windows-macro-choice' : demand.code;
			problems.push(problem(code, value.place, factsFor(name, demand, choice, value), value.related));
			return;
		}
	}
	checkLength(check, value, problems);
}

function factsFor(name: string, { wanted, code, values }: Demand, text: string, { macro }: PlacedValue) {
	const value = text.trim() === '' ? 'nothing' : text;
	const lower = text.trim().toLowerCase();
	const suggestion = values && macro === undefined ? nearestName(text.trim(), values) : undefined;
	const replacement = code === 'windows-boolean' && /^(yes|no|true|false|on|off)$/.test(lower);
	return {
		name,
		wanted,
		value,
		macro: macro?.name ?? '',
		...(suggestion === undefined ? {} : { suggestion }),
		...(replacement && macro === undefined ? { replacement: /^(yes|true|on)$/.test(lower) ? 'true' : 'false' } : {}),
	};
}

const boolean: Demand = {
	code: 'windows-boolean',
	wanted: 'true or false',
	accepts: text => /^(true|false|0|1)$/i.test(text),
};

const wholeNumber: Demand = {
	code: 'windows-integer',
	wanted: 'a whole number',
	accepts: text => /^\s*[+-]?(\d+|0x[\da-f]+)\s*$/i.test(text),
};

function demandOf(check: SettingCheck, path: string): Demand | undefined {
	const { facts, element, component } = check;
	const { values } = facts;
	if (facts.type === 'boolean') return boolean;
	if (values !== undefined) {
		const lower = values.map(each => each.toLowerCase());
		const accepts = (text: string): boolean => lower.includes(text.trim().toLowerCase());
		return { code: 'windows-value', wanted: `one of ${values.join(', ')}`, accepts, values };
	}
	if (element.localName === 'Order' && fromZero(check)) return fromOne;
	if (facts.type === 'integer') return wholeNumber;
	if (facts.pattern === 'product-key') return productKey;
	if (path === 'Interfaces/Interface/Identifier' && component.name === 'Microsoft-Windows-TCPIP') return macAddress;
	return demandsByName[element.localName];
}

/** An order that is a number, but not one that counts from 1. */
const fromZero = ({ source, element }: SettingCheck): boolean => onlyText(source, element)?.trim() === '0';

const productKey: Demand = {
	code: 'windows-product-key',
	wanted: 'five groups of five letters and digits, joined with hyphens',
	accepts: text => text.trim() === '' || /^\s*[A-Z0-9]{5}(-[A-Z0-9]{5}){4}\s*$/i.test(text),
};

const macAddress: Demand = {
	code: 'windows-mac',
	wanted: 'the name of an adapter, or its address with hyphens (00-11-22-33-44-55)',
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

const locale: Demand = {
	code: 'windows-locale',
	wanted: 'a language such as en-US',
	accepts: isLanguage,
	get values() {
		return [...knownNames('windowsLocales')];
	},
};
const isLocale = (text: string): boolean => isLanguage(text) || keyboard.test(text.trim());

const isTimeZone = (text: string): boolean => knownNames('windowsTimeZones').has(text.trim().replace(/_dstoff$/, ''));

const fromOne: Demand = {
	code: 'windows-form',
	wanted: 'a number from 1 on',
	accepts: text => !/^\s*[-+]?0*\s*$/.test(text),
};

const demandsByName: Readonly<Record<string, Demand>> = {
	UILanguage: locale,
	SystemLocale: { ...locale, accepts: isLocale },
	UserLocale: { ...locale, accepts: isLocale },
	InputLocale: {
		code: 'windows-locale',
		wanted: 'a language such as en-US or a layout such as 0409:00000409, several joined with ;',
		accepts: text => text.split(';').every(isLocale),
	},
	TimeZone: {
		code: 'windows-time-zone',
		wanted: "the name that Windows gives the zone, such as 'W. Europe Standard Time'",
		accepts: isTimeZone,
		get values() {
			return [...knownNames('windowsTimeZones')];
		},
	},
	Letter: { code: 'windows-form', wanted: 'one letter from C to Z', accepts: text => /^\s*[a-z]?\s*$/i.test(text) },
	ComputerName: {
		code: 'windows-computer-name',
		wanted: 'at most 15 letters, digits and hyphens, not digits alone, or *',
		accepts: text => /^\s*(\*|(?!\d+\s*$)[^\s{|}~[\\\]^':;<=>?@!"#$`()+/.,*&_]{1,15})\s*$/.test(text) || /%/.test(text),
	},
};

function checkLength({ element, facts }: SettingCheck, value: PlacedValue, problems: Problem[]): void {
	const { max } = facts;
	if (max === undefined || element.localName === 'ComputerName') return;
	const long = refusedBy(value, text => text.trim().length <= max);
	if (long === undefined) return;
	const { localName: name } = element;
	problems.push(problem('windows-too-long', value.place, { name, length: long.trim().length, max }, value.related));
}
