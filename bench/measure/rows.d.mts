import type { Figures } from './figures.mjs';
import type { Target, Verdict } from './targets.mjs';

/** A line of the table as it was measured. */
export interface Row {
	readonly part: string;
	readonly what: string;
	readonly unit: string;
	readonly target: string;
	readonly verdict: Verdict | 'not measured';
	/** Of a line that was not measured. */
	readonly why?: string;
	readonly ours?: Figures;
	readonly beside?: Figures & { readonly name: string };
	readonly measured?: Figures & { readonly unit: string };
}

export interface Line {
	readonly what: string;
	readonly ours: string;
	readonly unit?: string;
	readonly target: Target;
}

export declare function rowsOf(
	part: { readonly name: string; readonly lines: readonly Line[] },
	run: {
		readonly samples: Readonly<Record<string, readonly number[]>>;
		readonly missing: Readonly<Record<string, string>>;
	},
): Row[];
