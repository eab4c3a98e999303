/** Runs the kinds over seeded samples and adds up the verdicts. */
import type { FaultKind, Sample, Subject } from './fault';
import { type FixCount, judgeFixes, noFixes } from './fixes';
import { type Judgement, judge, type Verdict, verdicts } from './judge';
import { type Checked, check } from './product';
import { Random, seedOf } from './random';
import { subjects } from './subjects';

/** One mistake that was made and judged. */
export interface Trial {
	readonly kind: FaultKind;
	readonly seed: number;
	readonly sample: Sample;
	readonly spoilt: Sample['files'];
	readonly judgement: Judgement;
	readonly fixes: FixCount;
}

export interface KindRow {
	readonly kind: FaultKind;
	readonly counts: Readonly<Record<Verdict, number>>;
	readonly tooHard: number;
	readonly trials: readonly Trial[];
}

export interface MeasureOptions {
	/** Mistakes of each kind. */
	readonly count: number;
	readonly seed: number;
	readonly fixes: boolean;
}

/** A sample has no room for every mistake; after so many that had none, the kind has fewer trials. */
const mostSamples = 40;

/** Samples and their reports by subject and seed: many kinds share them. */
const kept = new Map<string, Promise<{ sample: Sample; checked: Checked }>>();

export function correctSample(subject: Subject, seed: number): Promise<{ sample: Sample; checked: Checked }> {
	const key = `${subject} ${seed}`;
	let found = kept.get(key);
	if (!found) {
		const sample = subjects[subject].sample(new Random(seedOf(subject, seed)));
		found = check(sample.files).then(checked => ({ sample, checked }));
		kept.set(key, found);
	}
	return found;
}

export async function tryKind(kind: FaultKind, seed: number, fixes: boolean): Promise<Trial | undefined> {
	const { sample, checked } = await correctSample(kind.subject, seed);
	const spoilt = kind.make(sample, new Random(seedOf(kind.name, seed)));
	if (spoilt === undefined) return undefined;
	const judgement = await judge(kind, sample, checked.reports, spoilt);
	return {
		kind,
		seed,
		sample,
		spoilt,
		judgement,
		fixes: fixes ? await judgeFixes(sample, judgement) : noFixes,
	};
}

export async function measureKind(kind: FaultKind, { count, seed, fixes }: MeasureOptions): Promise<KindRow> {
	const trials: Trial[] = [];
	for (let turn = 0; turn < mostSamples && trials.length < count; turn++) {
		const trial = await tryKind(kind, seed + turn, fixes);
		if (trial) trials.push(trial);
	}
	const counts = Object.fromEntries(
		verdicts.map(verdict => [verdict, trials.filter(({ judgement }) => judgement.verdict === verdict).length]),
	) as Record<Verdict, number>;
	return { kind, counts, tooHard: trials.filter(({ judgement }) => judgement.tooHard).length, trials };
}
