import { nearestName } from '../../../../macros/nearestName';
import { type Problem, problem } from '../../../../problem';
import type { Value } from '../../../statements/parseArguments';
import { type Possibilities, possibilitiesOf } from '../../../statements/possibilities';
import { oneOf } from '../../../values/oneOf';
import type { KickstartOption } from '../../commandTable';
import type { Reading } from '../../reading';

/** What a place takes: a test, and words for it. */
export interface Expectation {
	accepts(text: string): boolean;
	/** `a whole number`, `one of …`. */
	readonly expected: string;
	/** `"--size"`, `the first argument of "mount"`. */
	readonly place: string;
	/** The value that was probably meant. */
	suggest?(text: string): string | undefined;
}

/**
 * Holds every text that may stand at a place against what the place takes. What is written there and refused gives
 * `kickstart-value`; what a macro brings is reported at the macro, with its setting.
 */
export function checkValue(reading: Reading, value: Value, expectation: Expectation): Problem | undefined {
	const found = possibilitiesOf(reading.source, value);
	if (!found) return undefined;
	const refused = found.texts.filter(text => !expectation.accepts(text));
	if (refused.length === 0) return undefined;
	if (found.macro) return throughMacro(found, refused, { value, expectation });
	const { expected, place } = expectation;
	const suggestion = expectation.suggest?.(value.text);
	return problem('kickstart-value', atLeastOneCharacter(value), {
		value: value.text,
		expected,
		place,
		...(suggestion === undefined ? {} : { replacement: suggestion }),
	});
}

/** The same for places that the reference parser does not check: never an error. */
export function adviseValue(
	reading: Reading,
	value: Value,
	expectation: Expectation,
): { readonly refused: string } | Problem | undefined {
	const found = possibilitiesOf(reading.source, value);
	if (!found) return undefined;
	const refused = found.texts.filter(text => !expectation.accepts(text));
	const [first] = refused;
	if (first === undefined) return undefined;
	if (!found.macro) return { refused: first };
	return throughMacro({ ...found, complete: false }, refused, { value, expectation });
}

function throughMacro(
	found: Possibilities,
	refused: readonly string[],
	{ value, expectation: { expected, place } }: { value: Value; expectation: Expectation },
): Problem {
	const code =
		found.complete && refused.length === found.texts.length ? 'kickstart-macro-value' : 'kickstart-macro-choice';
	return problem(
		code,
		value,
		{ place, expected, macro: found.macro?.name ?? '', values: refused.slice(0, 5).map(text => `"${text}"`) },
		found.value?.related,
	);
}

const atLeastOneCharacter = ({ start, end }: Value): { start: number; end: number } =>
	end > start ? { start, end } : { start: Math.max(0, start - 1), end: start };

const integer = /^\s*[+-]?\d+(?:_\d+)*\s*$/;
const boolean = /^(?:on|yes|true|1|off|no|false|0)$/i;

/** What the reference parser takes as a value of an option; `undefined` when it takes any text. */
export function typeExpectation(option: KickstartOption): Expectation | undefined {
	const place = `"${option.name}"`;
	switch (option.type) {
		case 'integer':
			return {
				accepts: text => integer.test(text),
				expected: 'a whole number',
				place,
				...(option.value === 'MiB' ? { suggest: inMebibytes } : {}),
			};
		case 'boolean':
			return { accepts: text => boolean.test(text), expected: '"yes" or "no"', place };
		case 'choice': {
			const choices = option.choices ?? [];
			return {
				accepts: text => choices.includes(option.caseless ? text.toUpperCase() : text),
				expected: oneOf(choices),
				place,
				suggest: text => nearestName(text, choices),
			};
		}
		default:
			return undefined;
	}
}

const mebibytes: Readonly<Record<string, number>> = { m: 1, g: 1024, t: 1024 * 1024 };

/** `20G` as `20480`. */
function inMebibytes(text: string): string | undefined {
	const [, digits, unit = ''] = /^(\d{1,6})([mgt])i?b?$/i.exec(text) ?? [];
	const factor = mebibytes[unit.toLowerCase()];
	return digits === undefined || factor === undefined ? undefined : String(Number(digits) * factor);
}
