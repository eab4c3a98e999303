import { inARow } from '../../../texts/inARow';
import { t, translate } from '../../../texts/texts';
import { type Problem, problem } from '../../problem';
import type { UnattendSource } from '../unattendSource';
import type { Demand } from './demand';
import { judge, type Refusal } from './judge';
import type { TextPlace } from './possibleTexts';

/** The rules of one dialect about what macros bring. */
export interface MacroRules {
	/** For what the installer surely refuses, whatever is chosen. */
	readonly certain: 'kickstart-macro-value' | 'esxi-macro-value' | 'autoyast-macro-value' | 'windows-macro-value';
	/** For everything else. */
	readonly doubtful: 'kickstart-macro-choice' | 'esxi-macro-choice' | 'autoyast-macro-choice' | 'windows-macro-choice';
}

/** What to hold a place against, and how to report what it refuses. */
export interface PlaceCheck {
	/** The setting of the file, as sentences call it: `"--size"`, `<timeout>`. */
	readonly place: string;
	readonly demand: Demand;
	readonly rules: MacroRules;
	/** False where the same text, written there, would be no error. */
	readonly isStrict: boolean;
	/** The report for a text that is written there. */
	literal(text: string): Problem;
}

/** Holds all that may stand at a place against what the place takes; reports what macros bring at the macros. */
export function checkPlace(source: UnattendSource, at: TextPlace, check: PlaceCheck): Problem | undefined {
	const verdict = judge(source, at, check.demand);
	if (!('texts' in verdict)) return undefined;
	return verdict.macros.length === 0 ? check.literal(at.text) : macroProblem(verdict, check);
}

/** Values that a message names at most. */
const mostNamed = 5;

function macroProblem(refusal: Refusal, { rules, place, demand, isStrict }: PlaceCheck): Problem {
	const { outcome, texts, sort, macros, related, isGuess } = refusal;
	const isCertain = outcome === 'always' && isStrict && !isGuess;
	const kind = demand.hidden ?? sort;
	const named = kind === undefined ? texts.slice(0, mostNamed).map(quoted).join(', ') : translate(kind);
	const facts = {
		place,
		expected: demand.expected,
		macro: inARow([...new Set(macros.map(({ name }) => `#${name}#`))]),
		brings: phraseFor[outcome](named),
	};
	const at = { start: macros[0]?.start ?? 0, end: macros.at(-1)?.end ?? 0 };
	const cause = `${facts.macro} ${facts.brings}`;
	return { ...problem(isCertain ? rules.certain : rules.doubtful, at, facts, related), cause };
}

const quoted = (text: string): string => (text.trim() === '' ? t('nothing') : `"${text}"`);

const phraseFor: Readonly<Record<Refusal['outcome'], (named: string) => string>> = {
	always: named => t('can only bring {named}', { named }),
	choices: named => t('may bring {named}', { named }),
	default: named => t('brings {named} when nothing else is entered', { named }),
};
