import { english } from '../../../../texts/texts';
import { nearestName } from '../../../macros/nearestName';
import { type Problem, problem } from '../../../problem';
import { checkPlace } from '../../values/checkPlace';
import type { Demand } from '../../values/demand';
import { possibleTexts, type TextPlace } from '../../values/possibleTexts';
import { nameOf } from '../../xml/parse/xmlTree';
import { elementPlace } from '../../xml/xmlPlace';
import { windowsMacroRules } from '../windowsMacroRules';
import type { SettingCheck } from './checkSettings';
import { demandOf, type SettingDemand } from './settingDemands';

/** Checks the text of a setting; for a macro, every text it can become. */
export function checkSettingValue(check: SettingCheck, path: string): Problem[] {
	const { source, element, facts, component } = check;
	const demand = demandOf({ component: component.name, path, facts });
	if (demand === undefined && !facts.filled && facts.max === undefined) return [];
	const place = elementPlace(source, element);
	const texts = facts.filled ? possibleTexts(source, place) : undefined;
	if (texts?.extent === 'all' && texts.texts.every(text => text.trim() === ''))
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

function factsFor(name: string, { expected, values, mend }: SettingDemand, text: string) {
	const suggestion = values && nearestName(text.trim(), values);
	const replacement = mend?.(text.trim());
	return {
		name,
		wanted: expected,
		value: text.trim() === '' ? 'nothing' : text,
		...(suggestion === undefined ? {} : { suggestion }),
		...(replacement === undefined ? {} : { replacement }),
	};
}

function checkLength({ source, element, facts }: SettingCheck, place: TextPlace): Problem | undefined {
	const { max } = facts;
	const name = element.localName;
	if (max === undefined || name === 'ComputerName') return undefined;
	return checkPlace(source, place, {
		rules: windowsMacroRules,
		place: `<${name}>`,
		demand: demandOfLength(max),
		isStrict: false,
		literal: text => problem('windows-too-long', place, { name, length: text.trim().length, max }),
	});
}

const demandsOfLength = new Map<number, Demand>();

/** Made once for each length that the table knows. */
function demandOfLength(max: number): Demand {
	const known = demandsOfLength.get(max) ?? {
		accepts: text => text.trim().length <= max,
		expected: english('at most {max} characters', { max }),
	};
	demandsOfLength.set(max, known);
	return known;
}
