/** What many runs of one thing come to: their median, with the quartiles as its spread. */
export interface Figures {
	readonly median: number;
	readonly low: number;
	readonly high: number;
	readonly runs: number;
}

export declare function figuresOf(values: readonly number[]): Figures;
export declare function quantile(sorted: readonly number[], share: number): number;
export declare function ratioOf(ours: readonly number[], theirs: readonly number[]): Figures;
