/** How many tests of a suite went which way; `unsteady` passed at the second try only. */
export interface Counts {
	readonly passed: number;
	readonly failed: number;
	readonly skipped: number;
	readonly unsteady?: number;
}

export declare function countsInWords(counts: Counts): string;
export declare function printCounts(counts: Counts): void;
export declare function readCounts(line: string): Required<Counts> | undefined;
