import type { Node } from 'jsonc-parser';
import type { Problem } from '../../problem';
import type { TextFix } from '../../quickFix';
import type { Unwrapped } from '../paste/unwrap';

/** One way out of a problem of a configuration-settings file. */
export interface Fix extends TextFix {
	/** Not safe by itself, but the repair of a whole file takes it. */
	readonly isForRepair?: boolean;
	/** Makes JSON of the text and leaves another problem behind, so it is not offered by itself. */
	readonly isForRepairOnly?: boolean;
	/** What a person wrote and this leaves out; said when a whole file is repaired. */
	readonly leavesOut?: 'comment' | 'text' | 'request';
	/** The very words that are left out, when they are not just what the changes replace. */
	readonly left?: readonly string[];
}

/** The text that fixes are for, as far as they need to know it. */
export interface FixScene {
	readonly text: string;
	/** The whole text's tree. */
	readonly root: Node | undefined;
	/** The configuration-settings file in it. */
	readonly file: Node | undefined;
	/** The same without what a page or a tool has put around it; `undefined` where nothing was. */
	readonly unwrapped: Unwrapped | undefined;
	/** Whether JSON has nothing to complain about. */
	readonly isJson: boolean;
	/** The other problems of the text that have the same cause. */
	alike(problem: Problem): readonly Problem[];
}

/** Finds the ways out of a problem, the best one first. */
export type ConfigFixer = (problem: Problem, scene: FixScene) => readonly Fix[];
