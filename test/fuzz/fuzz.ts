import fc from 'fast-check';
import type { Kind } from '../../server/language/language';
import { recognise } from '../../server/language/recognise';
import { anyCharacters } from './anyCharacters';
import { type Asked, askEverything, partsOfVerbs } from './everyVerb';
import { grownText } from './grownText';
import { sampleTexts, spoiltKinds } from './sampleTexts';
import { aSpoiling, spoilt } from './spoiltText';

/** A text of a kind and where the cursor stands in it. */
interface Input {
	readonly kind: Kind;
	readonly text: string;
	readonly at: number;
	readonly asked: Asked;
}

/** An input that something went wrong with, made as small as it still goes wrong. */
export interface Fault {
	readonly kind: Kind;
	readonly text: string;
	readonly at: number;
	/** What went wrong, with the place in our code. */
	readonly problem: string;
	/** For fast-check: the run and the path in it. */
	readonly seed: number;
	/** Inputs of the kind that were left out, since the run of a kind ends with its first fault. */
	readonly untried: number;
}

export interface FuzzRun {
	/** All of them when left out. */
	readonly kinds?: readonly Kind[];
	/** How many, over all kinds. */
	readonly inputs: number;
	readonly seed: number;
	/** Told of every input before it is tried. */
	readonly before?: (kind: Kind, text: string) => void;
}

/** Short texts come more often: a long one costs as much time as many of them. */
const shareOf = (text: string): number => Math.ceil((3_000 / (text.length + 300)) ** 2);

/** One part of the verbs for each text, and a fix for one report of each rule: another text costs less than all of it. */
const someAsked: fc.Arbitrary<Asked> = fc.record({
	alike: fc.constant(1),
	first: fc.nat(),
	parts: fc.constantFrom(...partsOfVerbs).map(part => [part]),
});

/** Inputs of a kind: grown by its grammar, spoilt examples, and what nobody would call a text. */
function inputsOf(kind: Kind, texts: readonly string[]): fc.Arbitrary<Input> {
	const sample = fc.constantFrom(...texts.flatMap(text => Array<string>(shareOf(text)).fill(text)), '');
	const spoilings = fc.array(aSpoiling, { maxLength: 8 });
	const text = fc.oneof(
		{ weight: 5, arbitrary: fc.tuple(sample, spoilings).map(parts => spoilt(...parts)) },
		{
			weight: 5,
			arbitrary: fc.tuple(grownText(kind), fc.oneof(fc.constant([]), spoilings)).map(parts => spoilt(...parts)),
		},
		{ weight: 1, arbitrary: anyCharacters(200) },
		{ weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }).map(bytes => Buffer.from(bytes).toString('utf8')) },
		{ weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }).map(bytes => Buffer.from(bytes).toString('latin1')) },
	);
	return fc.record({ kind: fc.constant(kind), text, at: fc.nat(), asked: someAsked });
}

/** Tries inputs of every kind in turn, and ends with the first fault of each kind. */
export function fuzz({ kinds = spoiltKinds, inputs, seed, before }: FuzzRun): Fault[] {
	const samples = sampleTexts();
	const faults: Fault[] = [];
	for (const kind of kinds) {
		const property = fc.property(inputsOf(kind, samples.get(kind) ?? []), ({ text, at, asked }) => {
			before?.(kind, text);
			recognise({ path: 'file', text });
			askEverything(kind, text, at, asked);
		});
		const numRuns = Math.ceil(inputs / kinds.length);
		const found = fc.check(property, { numRuns, seed });
		const [input] = found.counterexample ?? [];
		const untried = numRuns - found.numRuns;
		if (input) faults.push({ ...input, problem: problemOf(found.errorInstance), seed, untried });
	}
	return faults;
}

function problemOf(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	const stack = error.stack ?? error.message;
	return error.cause instanceof Error ? `${stack}\n${error.cause.stack}` : stack;
}
