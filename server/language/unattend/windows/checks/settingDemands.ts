import { english } from '../../../../texts/texts';
import { editDistance, nearestName } from '../../../macros/nearestName';
import type { RuleCode } from '../../../rules';
import { isHostName } from '../../values/addresses';
import { type Demand, wholeNumber, yesOrNo } from '../../values/demand';
import { isKnownName, knownNames } from '../../values/knownNames';
import type { NumberRange, SettingFacts } from '../windowsTable';
import { networkDemands } from './networkDemands';
import { pathDemands } from './pathDemands';

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
export interface SettingDemand extends Demand {
	readonly code: ValueCode;
	/** Words among which the intended one is looked for. */
	readonly values?: readonly string[];
	/** What is meant by a text that is refused. */
	mend?(text: string): string | undefined;
}

/** A setting and where it stands. */
interface PlacedSetting {
	readonly component: string;
	/** Below the component. */
	readonly path: string;
	readonly facts: SettingFacts;
}

/** What a setting takes; `undefined` for any text. */
export function demandOf({ component, path, facts }: PlacedSetting): SettingDemand | undefined {
	if (facts.type === 'boolean') return boolean;
	if (facts.values !== undefined || (facts.type === 'integer' && facts.range)) return madeOnce(facts);
	if (facts.type === 'integer') return number;
	if (facts.pattern === 'product-key') return productKey;
	const name = path.slice(path.lastIndexOf('/') + 1);
	return (
		demandsByPath[`${component.replace('Microsoft-Windows-', '')}/${path}`] ??
		demandsByName[name] ??
		(/(?:url|_page)$/i.test(name) ? address : undefined)
	);
}

const made = new WeakMap<SettingFacts, SettingDemand>();

/** A setting may stand in a list of thousands of entries. */
function madeOnce(facts: SettingFacts): SettingDemand | undefined {
	const { values, range } = facts;
	const known = made.get(facts) ?? (values ? oneOf(values) : range && numberIn(range));
	if (known) made.set(facts, known);
	return known;
}

function oneOf(values: readonly string[]): SettingDemand {
	const lower = values.map(each => each.toLowerCase());
	return {
		code: 'windows-value',
		expected: english('one of {values}', { values: values.join(', ') }),
		accepts: text => lower.includes(text.trim().toLowerCase()),
		values,
		words: values,
	};
}

const boolean: SettingDemand = {
	code: 'windows-boolean',
	...yesOrNo(/^(true|false|0|1)$/i, english('true or false'), ['true', 'false', '0', '1']),
	mend(text) {
		const lower = text.toLowerCase();
		if (/^(yes|on|enabled?|y)$/.test(lower)) return 'true';
		if (/^(no|off|disabled?|n)$/.test(lower)) return 'false';
		return /^(true|false)$/.test(lower) ? lower : nearestName(lower, ['true', 'false']);
	},
};

/** The digits of `260MB`, `disk0`; gigabytes as megabytes. */
function mendNumber(text: string): string | undefined {
	const [digits, other] = text.match(/\d+/g) ?? [];
	if (digits === undefined || other !== undefined || text.startsWith('-')) return undefined;
	return /\d\s*gi?b?$/i.test(text) ? String(Number(digits) * 1024) : String(Number(digits));
}

const form = /^\s*[+-]?(\d+|0x[\da-f]+)\s*$/i;
const number: SettingDemand = { code: 'windows-integer', ...wholeNumber(form), mend: mendNumber };

function numberIn({ least, most }: NumberRange): SettingDemand {
	const isIn = (value: number): boolean => value >= least && value <= most;
	return {
		...number,
		expected:
			most === Number.POSITIVE_INFINITY
				? english('a whole number from {least} on', { least })
				: english('a whole number from {least} to {most}', { least, most }),
		accepts: text => form.test(text) && isIn(Number(text)),
		mend(text) {
			const mended = mendNumber(text);
			return mended !== undefined && mended !== text && isIn(Number(mended)) ? mended : undefined;
		},
	};
}

const productKey: SettingDemand = {
	code: 'windows-product-key',
	expected: english('five groups of five letters and digits, joined with hyphens'),
	accepts: text => text.trim() === '' || /^\s*[A-Z0-9]{5}(-[A-Z0-9]{5}){4}\s*$/i.test(text),
	mend(text) {
		const key = text.replace(/[^A-Z0-9]/gi, '');
		return key.length === 25 ? (key.match(/.{5}/g) ?? []).join('-').toUpperCase() : undefined;
	},
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
	expected: english('a language such as en-US'),
	accepts: isLanguage,
	get values() {
		return [...knownNames('windowsLocales')];
	},
};
const isLocale = (text: string): boolean => isLanguage(text) || keyboard.test(text.trim());

const isTimeZone = (text: string): boolean => isKnownName('windowsTimeZones', text.trim().replace(/_dstoff$/, ''));

const guid: SettingDemand = {
	code: 'windows-form',
	expected: english('a GUID such as 381b4222-f694-41f0-9685-ff5bb260df2e'),
	accepts: text => /^\s*\{?[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\}?\s*$/i.test(text),
};

/** By the name of a setting, in any place. */
export const demandsByName: Readonly<Record<string, SettingDemand>> = {
	UILanguage: locale,
	UILanguageFallback: locale,
	SystemLocale: { ...locale, accepts: isLocale },
	UserLocale: { ...locale, accepts: isLocale },
	InputLocale: {
		code: 'windows-locale',
		expected: english('a language such as en-US or a layout such as 0409:00000409, several joined with ;'),
		accepts: text => text.split(';').every(isLocale),
	},
	TimeZone: {
		code: 'windows-time-zone',
		expected: english("the name that Windows gives the zone, such as 'W. Europe Standard Time'"),
		accepts: isTimeZone,
		get words() {
			return [...knownNames('windowsTimeZones')].flatMap(name => [name, `${name}_dstoff`]);
		},
		get values() {
			return [...knownNames('windowsTimeZones')];
		},
	},
	Letter: {
		code: 'windows-form',
		expected: english('one letter from C to Z'),
		accepts: text => /^\s*[c-z]\s*$/i.test(text),
		mend: text => /^([c-z])[:\\/]+$/i.exec(text)?.[1]?.toUpperCase(),
	},
	ComputerName: {
		code: 'windows-computer-name',
		expected: english('at most 15 letters, digits and hyphens, not digits alone, or *'),
		accepts: text => /^\s*(\*|(?!\d+\s*$)[^\s{|}~[\\\]^':;<=>?@!"#$`()+/.,*&_]{1,15})\s*$/.test(text) || /%/.test(text),
		mend(text) {
			const plain = text
				.replace(/[^\p{L}\p{N}-]+/gu, '-')
				.slice(0, 15)
				.replace(/^-+|-+$/g, '');
			return /^\d*$/.test(plain) ? undefined : plain;
		},
	},
	TypeID: {
		code: 'windows-form',
		expected: english('a number such as 0x27, or a GUID'),
		accepts: text => /^\s*(0x[\da-f]{1,2}|\{?[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\}?)\s*$/i.test(text),
	},
	AddonGuid: guid,
	PreferredPlan: guid,
	MachineObjectOU: {
		code: 'windows-form',
		expected: english('the distinguished name of a unit, such as OU=Servers,DC=example,DC=net'),
		accepts: text => /^\s*(OU|CN)=.*,\s*DC=/i.test(text),
	},
	JoinDomain: {
		code: 'windows-form',
		expected: english('the name of a domain'),
		accepts: text => isHostName(text.trim()),
	},
};

const account: SettingDemand = {
	code: 'windows-form',
	expected: english('a name without any of "/\\[]:;|=,+*?<>@%'),
	accepts: text => !/["/\\[\]:;|=,+*?<>@%]/.test(text) && text.trim().toUpperCase() !== 'NONE',
};

const groups: readonly string[] = [
	'Administrators',
	'Users',
	'Guests',
	'Power Users',
	'Backup Operators',
	'Remote Desktop Users',
	'Network Configuration Operators',
	'Hyper-V Administrators',
];

/** Groups can be others than these; a near one is misspelt. */
const group: SettingDemand = {
	code: 'windows-form',
	expected: english('the name of a group, such as {groups}', { groups: groups.slice(0, 2).join(' or ') }),
	accepts: text => text.split(';').every(each => nearGroup(each.trim()) === undefined),
	mend: text =>
		text
			.split(';')
			.map(each => nearGroup(each.trim()) ?? each.trim())
			.join(';'),
};

function nearGroup(name: string): string | undefined {
	if (name.length < 5 || groups.some(each => each.toLowerCase() === name.toLowerCase())) return undefined;
	const near = nearestName(
		name.toLowerCase(),
		groups.map(each => each.toLowerCase()),
	);
	const found = groups.find(each => each.toLowerCase() === near);
	return found !== undefined && editDistance(name.toLowerCase(), found.toLowerCase()) <= 1 ? found : undefined;
}

const address: SettingDemand = {
	code: 'windows-form',
	expected: english('a whole address, with http:// or the like before it'),
	accepts: text => text.trim() === '' || /^\s*(?:[a-z][a-z\d+.-]*:|%|\\\\)/i.test(text),
};

/** By component, without `Microsoft-Windows-`, and path. */
export const demandsByPath: Readonly<Record<string, SettingDemand>> = {
	...networkDemands,
	...pathDemands,
	'Shell-Setup/UserAccounts/LocalAccounts/LocalAccount/Name': account,
	'Shell-Setup/UserAccounts/LocalAccounts/LocalAccount/Group': group,
	'Shell-Setup/OfflineUserAccounts/OfflineLocalAccounts/LocalAccount/Name': account,
	'Shell-Setup/OfflineUserAccounts/OfflineLocalAccounts/LocalAccount/Group': group,
	'Shell-Setup/UserAccounts/DomainAccounts/DomainAccountList/DomainAccount/Group': group,
};
