import { nearestName } from '../../../../macros/nearestName';
import { oncePerVersion } from '../../../../oncePerVersion';
import { type Problem, problem } from '../../../../problem';
import type { Span } from '../../../../span';
import type { Value } from '../../../statements/parseArguments';
import { valuePlace } from '../../../statements/valuePlace';
import { checkPlace, type MacroRules, type PlaceCheck } from '../../../values/checkPlace';
import { type Demand, wholeNumber, word, yesOrNo } from '../../../values/demand';
import type { KickstartOption } from '../../commandTable';
import type { KickstartFile } from '../../kickstartFile';

/** What a setting of the file takes, and what to say when it gets something else. */
export interface Expectation extends Demand {
	/** `"--size"`, `the first argument of "mount"`. */
	readonly place: string;
	/** The value that was probably meant. */
	suggest?(text: string): string | undefined;
}

const rules: MacroRules = { certain: 'kickstart-macro-value', doubtful: 'kickstart-macro-choice' };

/**
 * Holds every text that may stand at a place against what the place takes. What is written there and refused gives
 * `kickstart-value`; what a macro brings is reported at the macro, with its setting.
 */
export function checkValue({ source }: KickstartFile, value: Value, demand: Expectation): Problem | undefined {
	const { place, expected, suggest } = demand;
	return checkPlace(source, valuePlace(source, value), {
		rules,
		place,
		demand,
		isStrict: true,
		literal(text) {
			const replacement = suggest?.(text);
			const facts = { value: text, expected, place, ...(replacement === undefined ? {} : { replacement }) };
			return problem('kickstart-value', atLeastOneCharacter(value), facts);
		},
	});
}

/** The same for places that the reference parser does not check: never an error. */
export function adviseValue(
	{ source }: KickstartFile,
	value: Value,
	{ literal, ...demand }: Expectation & Pick<PlaceCheck, 'literal'>,
): Problem[] {
	const check = { rules, place: demand.place, demand, isStrict: false, literal };
	const found = checkPlace(source, valuePlace(source, value), check);
	return found ? [found] : [];
}

const atLeastOneCharacter = ({ start, end }: Value): Span =>
	end > start ? { start, end } : { start: Math.max(0, start - 1), end: start };

const integer = wholeNumber(/^\s*[+-]?\d+(?:_\d+)*\s*$/);
const booleanWords = ['on', 'yes', 'true', '1', 'off', 'no', 'false', '0'];
const boolean = yesOrNo(/^(?:on|yes|true|1|off|no|false|0)$/i, '"yes" or "no"', booleanWords);

/** What the reference parser takes as a value of an option; `undefined` when it takes any text. */
export const typeExpectation = oncePerVersion((option: KickstartOption): Expectation | undefined => {
	const place = `"${option.name}"`;
	switch (option.type) {
		case 'integer':
			return { ...integer, place, ...(option.value === 'MiB' ? { suggest: inMebibytes } : {}) };
		case 'boolean':
			return { ...boolean, place };
		case 'choice': {
			const choices = option.choices ?? [];
			const anyCase = option.caseless === true;
			return { ...word(choices, { anyCase }), place, suggest: text => nearestName(text, choices) };
		}
		default:
			return undefined;
	}
});

const mebibytes: Readonly<Record<string, number>> = { m: 1, g: 1024, t: 1024 * 1024 };

/** `20G` as `20480`. */
function inMebibytes(text: string): string | undefined {
	const [, digits, unit = ''] = /^(\d{1,6})([mgt])i?b?$/i.exec(text) ?? [];
	const factor = mebibytes[unit.toLowerCase()];
	return digits === undefined || factor === undefined ? undefined : String(Number(digits) * factor);
}
