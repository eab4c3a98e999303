import { type AST, RegExpParser } from '@eslint-community/regexpp';
import { english, translate } from '../../texts/texts';
import { commonRegex } from './javaRegex';

/** A regular expression of a user, read as Java and JavaScript both read it, as far as they agree. */
export type ParsedRegex =
	| {
			readonly kind: 'regex';
			readonly pattern: AST.Pattern;
			/** What only one of the two knows, as written. */
			readonly constructs: readonly string[];
			/** False: `pattern` may match other texts than the original. */
			readonly exact: boolean;
	  }
	/** Neither accepts it; the problem completes "This is not a regular expression: …". */
	| { readonly kind: 'invalid'; readonly problem: string }
	/** Too long or too deeply nested to be looked at. */
	| { readonly kind: 'tooLarge' };

const longest = 4000;
const deepest = 100;

/** What the parser's reasons mean, in words about the user's expression. */
const reasons: readonly (readonly [RegExp, string])[] = [
	[/Unterminated group/, english('a ( is never closed')],
	[/Unmatched '\)'/, english('a ) closes nothing')],
	[/Unterminated character class/, english('a [ is never closed')],
	[/Nothing to repeat/, english('a repetition sign has nothing before it to repeat')],
	[/Range out of order/, english('a range in square brackets runs backwards')],
	[/numbers out of order/, english('the lower bound of a repetition is above the upper one')],
	[/\\ at end of pattern/, english('it ends with a single backslash')],
	[/Duplicate capture group name/, english('two groups have the same name')],
	[/Invalid capture group name/, english('the name of a group is not a name')],
	[/Invalid named (?:reference|capture referenced)/, english('it refers to a group that is not there')],
	[/Invalid group/, english('what follows (? is no kind of group')],
];

const otherReason = english('it breaks the rules of both Java and JavaScript');

/** Reads a user's regular expression. Never throws. */
export function parseRegex(source: string): ParsedRegex {
	if (source.length > longest || depthOf(source) > deepest) return { kind: 'tooLarge' };
	const { source: common, constructs, exact } = commonRegex(source);
	try {
		const pattern = new RegExpParser({ ecmaVersion: 2024 }).parsePattern(common, 0, common.length, { unicode: false });
		return { kind: 'regex', pattern, constructs, exact };
	} catch (error) {
		const message = error instanceof Error ? error.message : '';
		const reason = reasons.find(([expected]) => expected.test(message))?.[1] ?? otherReason;
		return { kind: 'invalid', problem: translate(reason) };
	}
}

function depthOf(source: string): number {
	let depth = 0;
	let greatest = 0;
	for (const character of source) {
		if (character === '(') greatest = Math.max(greatest, ++depth);
		else if (character === ')') depth--;
	}
	return greatest;
}
