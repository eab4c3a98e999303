import type { Shown } from './shownFacts';

/** A file whose version went further than our changes of it explain. */
export interface VersionDoubt {
	readonly id: string;
	/** What the appliance calls the version, as it was before. */
	readonly before: Shown;
	readonly versions: readonly [before: number, now: number];
	/** Changes of ours in between. */
	readonly changes: number;
}

/**
 * How far versions that count changes move with ours. A change of somebody else that falls between the same two looks
 * as one of ours may show in nothing else.
 */
export interface VersionSteps {
	/** A file was shown anew after so many changes of ours. */
	note(step: Pick<VersionDoubt, 'id' | 'before' | 'changes'> & { readonly now: Shown }): void;
	/** Files that moved further than an appliance moves them by itself. */
	doubts(): readonly VersionDoubt[];
}

/** An appliance may count the link of a change apart from the rest of it. */
export const mostOfOneChange = 2;

const stepOf = ({ versions: [before, now], changes }: VersionDoubt): number => (now - before) / changes;

export function versionSteps(): VersionSteps {
	const steps: VersionDoubt[] = [];
	return {
		note({ id, before, now, changes }) {
			const { key, from, to } = countedIn(before, now) ?? { key: '', from: 0, to: 0 };
			if (to <= from) return;
			steps.push({ id, before: { [key]: before[key] ?? '' }, versions: [from, to], changes });
		},
		doubts() {
			return steps.filter(step => {
				// Where every file moves further, it is the way of the appliance.
				const others = steps.filter(({ id }) => id !== step.id).map(stepOf);
				const usual = others.length === 0 ? 0 : Math.min(...others);
				return stepOf(step) > Math.max(mostOfOneChange, usual);
			});
		},
	};
}

/** By how much a version that counts went up; `undefined` where there is none. */
export function movedBy(before: Shown, now: Shown): number | undefined {
	const counted = countedIn(before, now);
	return counted && counted.to - counted.from;
}

function countedIn(
	before: Shown,
	now: Shown,
): { readonly key: string; readonly from: number; readonly to: number } | undefined {
	const key = Object.keys(now).find(name => /version|revision/i.test(name)) ?? '';
	const [from, to] = [countIn(before[key]), countIn(now[key])];
	return from === undefined || to === undefined ? undefined : { key, from, to };
}

const countIn = (version: Shown[string] | undefined): number | undefined =>
	/^\d+$/.test(String(version ?? '')) ? Number(version) : undefined;
