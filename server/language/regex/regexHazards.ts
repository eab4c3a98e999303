import { type AST, visitRegExpAST } from '@eslint-community/regexpp';
import { t } from '../../texts/texts';
import { type CharSet, charSetOf, intersection, sampleChar } from './charSet';
import { type Budget, metered, runProgram } from './regexMatcher';
import { compileRegex } from './regexProgram';

/** A part of an expression that needs time without bound; the reason completes "…can hang: …". */
export interface Hazard {
	readonly reason: string;
}

/** A text that needs more steps than this is a text that hangs; cubic ones of this length do not. */
const steps = 200_000;
const pumpedLength = 48;
/** Two ways to read a text are very many ways only when it comes so often. */
const leastPumps = 18;
const pumpLimit = 40;
const candidateLimit = 12;
/** From how many rounds on a repetition counts as one that can explode. */
const manyRounds = 8;

/**
 * Finds what can hang in an expression: a repetition inside a repetition, alternatives inside a repetition, and
 * repetitions side by side that can share characters. Each suspect is then tried, alone, on texts made for it, so
 * that a harmless one is not reported. With nothing left in `meter` the rest is not tried.
 */
export function regexHazard(pattern: AST.Pattern, meter: Budget): Hazard | undefined {
	const repetitions: AST.Quantifier[] = [];
	visitRegExpAST(pattern, {
		onQuantifierEnter: node => {
			if (node.max >= manyRounds) repetitions.push(node);
		},
	});
	for (const outer of repetitions.filter(isGroup).slice(0, candidateLimit)) {
		if (!explodes(outer, meter)) continue;
		const inner = repetitions.find(other => other !== outer && other.start >= outer.start && other.end <= outer.end);
		const reason = inner
			? t('{inner} is repeated again by {outer}, so one text can be split up in very many ways', {
					inner: inner.raw,
					outer: outer.raw,
				})
			: t('alternatives inside {raw} match the same text, so it can be read in very many ways', { raw: outer.raw });
		return { reason };
	}
	if (repetitions.length < 3 || !explodes(pattern, meter)) return undefined;
	return { reason: t('several repetitions in a row share characters, so one text can be split up in very many ways') };
}

const isGroup = (node: AST.Quantifier): boolean =>
	node.element.type === 'Group' || node.element.type === 'CapturingGroup';

function explodes(part: AST.Quantifier | AST.Pattern, meter: Budget): boolean {
	const program = compileRegex(part, 'fail');
	if (!program) return false;
	return pumpsFor(part).some(pump => {
		const text = pump.repeat(Math.max(Math.ceil(pumpedLength / pump.length), leastPumps));
		const allowed = steps * Math.max(1, text.length / pumpedLength) ** 3;
		const isWhole = meter.steps >= allowed;
		const gaveUp = metered(meter, allowed, budget => runProgram(program, { text, start: 0 }, budget)) === 'gave-up';
		return gaveUp && isWhole;
	});
}

/** Short texts that, repeated, may be read in several ways by the part: characters that two of its sets share, and samples. */
function pumpsFor(part: AST.Quantifier | AST.Pattern): string[] {
	const sets: CharSet[] = [];
	const samples = new Set<string>();
	visitRegExpAST(part, {
		onCharacterEnter: node => add(sets, node),
		onCharacterSetEnter: node => add(sets, node),
		onCharacterClassEnter: node => add(sets, node),
		onAlternativeEnter: node => {
			const sample = sampleOf(node);
			if (sample !== '' && sample.length <= pumpedLength) samples.add(sample);
		},
	});
	const distinct = sets.slice(0, candidateLimit);
	const shared = distinct.flatMap((a, index) =>
		distinct.slice(index).flatMap(b => sampleChar(intersection(a, b)) ?? []),
	);
	return [...new Set([...shared, ...samples])].slice(0, pumpLimit);
}

function add(sets: CharSet[], node: AST.Node): void {
	const set = charSetOf(node);
	if (set) sets.push(set);
}

/** A text that the alternative matches, every repetition taken once, or as often as it must be. */
function sampleOf(alternative: AST.Alternative): string {
	return alternative.elements
		.map(sampleOfElement)
		.join('')
		.slice(0, pumpedLength + 1);
}

function sampleOfElement(element: AST.Element): string {
	const set = charSetOf(element);
	if (set) return sampleChar(set) ?? '';
	if (element.type === 'Quantifier') {
		const rounds = Math.min(Math.max(element.min, 1), pumpedLength);
		return element.max === 0
			? ''
			: sampleOfElement(element.element)
					.repeat(rounds)
					.slice(0, pumpedLength + 1);
	}
	if (element.type === 'Group' || element.type === 'CapturingGroup') {
		const [first] = element.alternatives;
		return first ? sampleOf(first) : '';
	}
	return '';
}
