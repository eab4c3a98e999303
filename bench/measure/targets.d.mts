import type { Figures } from './figures.mjs';

/** What a line has to reach; `measured` gives the figures that count, `needs` names the samples that they are taken of. */
export interface Target {
	readonly text: string;
	readonly unit: string;
	readonly atMost?: number;
	readonly atLeast?: number;
	readonly needs: readonly string[];
	measured(samples: Readonly<Record<string, readonly number[]>>): Figures;
}

export type Verdict = 'met' | 'missed' | 'for scale';

export declare function atMostTimes(limit: number, ours: string, theirs: string, name?: string): Target;
export declare function timesFaster(limit: number, ours: string, theirs: string, name?: string): Target;
export declare function atMost(limit: number, ours: string, unit?: string): Target;
export declare function atMostAt95(limit: number, ours: string): Target;
export declare function linear(sizes: readonly (readonly [string, number])[], limit?: number): Target;
export declare function forScale(ours: string, unit?: string): Target;
export declare function timesForScale(ours: string, theirs: string, name?: string): Target;
export declare function verdictOf(target: Target, figures: Figures): Verdict;
