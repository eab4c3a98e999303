import { RecentAnswers } from './recentAnswers';
import { missingAnchors } from './regexAnchors';
import { matchesNothing } from './regexDeadEnd';
import { type Hazard, regexHazard } from './regexHazards';
import { type Budget, createMatcher, type Matcher, type MatchResult, metered, unmetered } from './regexMatcher';
import { type ParsedRegex, parseRegex } from './regexParser';

/** Everything known about one expression of a user. */
export interface UserRegex {
	readonly parsed: ParsedRegex;
	readonly hazard: Hazard | undefined;
	/** False: whether it can hang could not be found out within the bound. */
	readonly isJudged: boolean;
	readonly missingAnchors: readonly ('^' | '$')[];
	/** No text can match. */
	readonly isDeadEnd: boolean;
	/** Whether the expression matches somewhere in the text; `gave-up` also when it cannot be judged. */
	match(text: string, meter?: Budget): MatchResult;
}

/** An expression takes more memory than the answer about a text. */
const weightOfExpression = 25;
/** So many characters of a text count like an answer more. */
const charactersOfAnswer = 64;

/** Answers outlive the document version: the same expressions and values are asked about at every keystroke. */
const known = new RecentAnswers<UserRegex>(() => weightOfExpression);

const longestText = 4000;

/** Steps for the examination of one expression: some ten milliseconds. */
const mostSteps = 1_000_000;
/** What reading a character of an expression counts. */
const stepsPerCharacter = 20;

/**
 * Reads, examines and tries a user's expression; each one once. Bounded in time, never throws. What it costs is
 * deducted from `meter`; when that ran out, the answer is incomplete and not kept.
 */
export function userRegex(source: string, meter: Budget = unmetered()): UserRegex {
	const found = known.get(source);
	if (found) return found;
	const made = examine(source, meter);
	if (meter.steps <= 0) return made;
	known.set(source, made);
	return made;
}

/**
 * With these in it, an expression that was rewritten may refuse what the original takes: flags, and what is turned
 * round. Otherwise it takes more.
 */
const narrowing = /\[\^|&&|\(\?(?:<?!|[a-z-])/i;

function examine(source: string, meter: Budget): UserRegex {
	meter.steps -= source.length * stepsPerCharacter;
	const parsed = parseRegex(source);
	const nothing = { parsed, hazard: undefined, isJudged: true, missingAnchors: [], isDeadEnd: false };
	if (parsed.kind !== 'regex') return { ...nothing, match: () => 'gave-up' };
	const { pattern } = parsed;
	const isUnsure = !parsed.exact && narrowing.test(source);
	const answers = new RecentAnswers<MatchResult>(text => 1 + text.length / charactersOfAnswer);
	let matcher: Matcher | undefined;
	const { hazard, isJudged } = metered(meter, mostSteps, budget => {
		const found = regexHazard(pattern, budget);
		return { hazard: found, isJudged: found !== undefined || budget.steps > 0 };
	});
	return {
		parsed,
		hazard,
		isJudged,
		missingAnchors: missingAnchors(pattern),
		isDeadEnd: !isUnsure && matchesNothing(pattern),
		match: (text, trialMeter = unmetered()) => {
			if (isUnsure || text.length > longestText) return 'gave-up';
			const last = answers.get(text);
			if (last) return last;
			matcher ??= createMatcher(pattern);
			const answer = matcher(text, trialMeter);
			if (trialMeter.steps <= 0) return answer;
			answers.set(text, answer);
			return answer;
		},
	};
}
