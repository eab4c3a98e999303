import type { DiagnosticRelatedInformation } from 'vscode-languageserver-types';
import { t } from '../../../texts/texts';
import type { MacroReference } from '../../macros/macroReader';
import { mayBegin, mayHold } from '../../regex/regexTexts';
import { userRegex } from '../../regex/userRegex';
import type { UnattendSource } from '../unattendSource';
import type { Demand } from './demand';
import { holdsMacro, macrosIn, wholeMacro } from './macrosIn';
import { type PossibleTexts, possibleTexts, type TextPlace } from './possibleTexts';

/** What a place makes of the texts that may stand there. */
export type Verdict =
	/** Nothing is refused, or nothing is known. */
	{ readonly outcome: 'accepted' | 'unknown' } | Refusal;

export interface Refusal {
	/**
	 * - `always`: whatever comes is refused;
	 * - `choices`: some of what can come is refused;
	 * - `default`: what comes when the operator changes nothing is refused, and others may do.
	 */
	readonly outcome: 'always' | 'choices' | 'default';
	/** What is refused; empty when there is too much of it to say. */
	readonly texts: readonly string[];
	/** Then: what all of it has in common, as sentences call it. */
	readonly sort?: string;
	/** The macros that bring it, in order; none when it is written there. */
	readonly macros: readonly MacroReference[];
	/** The vendor does not say what one of the macros brings: nothing of this is certain. */
	readonly isGuess: boolean;
	/** The settings of the macros, for the report. */
	readonly related: readonly DiagnosticRelatedInformation[];
}

const accepted: Verdict = { outcome: 'accepted' };
const unknown: Verdict = { outcome: 'unknown' };

/** Holds all that may stand at a place against what the place takes. */
export function judge(source: UnattendSource, place: TextPlace, demand: Demand): Verdict {
	// Nearly every place: what is written there and right needs no more.
	if (!place.isTemplate && !holdsMacro(source, place) && demand.accepts(place.text)) return accepted;
	const possible = possibleTexts(source, place);
	const found = possible && refusedOf(possible, demand);
	if (found) return refusal(source, possible.macros, found);
	// An expression says what can come beyond the default.
	const foreign = place.isTemplate ? undefined : refusedRegex(source, place, demand);
	if (foreign) return refusal(source, macrosIn(source, place), foreign);
	return possible ? accepted : unknown;
}

type Refused = Pick<Refusal, 'outcome' | 'texts' | 'sort'>;

function refusal(source: UnattendSource, macros: readonly MacroReference[], refused: Refused): Refusal {
	const values = [...new Map(macros.map(macro => [macro.name, source.valueOf(macro)])).values()];
	return {
		...refused,
		macros,
		isGuess: values.some(value => value?.isGuess),
		related: values.flatMap(value => value?.related ?? []),
	};
}

function refusedOf({ texts, extent, sort, byDefault }: PossibleTexts, { accepts }: Demand): Refused | undefined {
	const refused = texts.filter(text => !accepts(text));
	const isDefaultRefused = byDefault !== undefined && !accepts(byDefault);
	if (refused.length === texts.length) {
		if (extent === 'default') return { outcome: 'default', texts: refused };
		if (extent === 'samples') {
			return { outcome: 'always', texts: [], sort: sort ?? t('a text that does not fit') };
		}
		return { outcome: 'always', texts: refused };
	}
	// Of samples only a default says something certain; the others stand for what nobody need enter.
	if (extent === 'samples') return isDefaultRefused ? { outcome: 'default', texts: [byDefault] } : undefined;
	return refused.length === 0 ? undefined : { outcome: 'choices', texts: refused };
}

/** The macro that fills a place and whose regex lets nothing in that the place takes. */
function refusedRegex(source: UnattendSource, place: TextPlace, { words, needs, begins }: Demand): Refused | undefined {
	const macro = wholeMacro(source, place);
	const value = macro && source.valueOf(macro);
	if (value?.regex === undefined || (value.choices ?? []).length > 0) return undefined;
	const { parsed, match, missingAnchors } = userRegex(value.regex);
	if (parsed.kind !== 'regex' || !parsed.exact || missingAnchors.length > 0) return undefined;
	const hasNeeded = needs === undefined || mayHold(parsed.pattern, needs);
	const isBegun = begins === undefined || mayBegin(parsed.pattern, begins);
	const isTaken = hasNeeded && isBegun && (words === undefined || some(words, each => match(each) !== 'no-match'));
	return isTaken
		? undefined
		: { outcome: 'always', texts: [], sort: t('what matches {regex}', { regex: value.regex }) };
}

function some(words: Iterable<string>, is: (each: string) => boolean): boolean {
	for (const each of words) if (is(each)) return true;
	return false;
}
