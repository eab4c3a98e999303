import type { Node } from 'jsonc-parser';

/** A change of a text in offsets: `start` inclusive, `end` exclusive. */
export interface TextChange {
	readonly start: number;
	readonly end: number;
	readonly newText: string;
}

/** One way out of a problem. */
export interface Fix {
	readonly title: string;
	readonly changes: readonly TextChange[];
	/** The obvious way, safe to take for all problems of a file at once. */
	readonly isPreferred: boolean;
	/** Not obvious by itself, but the repair of a whole file takes it. */
	readonly isForRepair?: boolean;
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
	/** Whether JSON has nothing to complain about. */
	readonly isJson: boolean;
}

export const fix = (title: string, ...changes: readonly TextChange[]): Fix => ({ title, changes, isPreferred: true });

/** A way that needs a person's yes. */
export const possibleFix = (title: string, ...changes: readonly TextChange[]): Fix => ({
	title,
	changes,
	isPreferred: false,
});

export const insert = (at: number, newText: string): TextChange => ({ start: at, end: at, newText });

export const replace = (place: { readonly start: number; readonly end: number }, newText: string): TextChange => ({
	start: place.start,
	end: place.end,
	newText,
});

/** The text after changes that do not overlap; insertions at one place keep their order. */
export function changedText(text: string, changes: readonly TextChange[]): string {
	const parts: string[] = [];
	let from = 0;
	for (const { start, end, newText } of [...changes].sort((a, b) => a.start - b.start || a.end - b.end)) {
		parts.push(text.slice(from, start), newText);
		from = end;
	}
	return parts.join('') + text.slice(from);
}
