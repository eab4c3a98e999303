import { partitionPoint } from '../../partitionPoint';
import type { TextChange } from '../../textChange';

/** Which side of text that went an offset belongs to: what starts there, or what ends there. */
type Side = 'start' | 'end';

/** Finds offsets of a changed text in the text before. */
export type OffsetMap = (offset: number, side: Side) => number;

/** The map for changes in the order of the text that do not overlap. */
export function offsetMap(changes: readonly TextChange[]): OffsetMap {
	/** Where each change's new text starts. */
	const starts: number[] = [];
	let shift = 0;
	for (const { start, end, newText } of changes) {
		starts.push(start + shift);
		shift += newText.length - (end - start);
	}
	return (offset, side) => {
		let index = lastBefore(starts, offset, side);
		// Several changes can meet in one place: what starts there starts behind them all.
		if (side === 'start') while (starts[index + 1] === offset) index++;
		const change = changes[index];
		const start = starts[index];
		if (!change || start === undefined) return offset;
		const into = offset - start;
		if (into < change.newText.length) return Math.min(change.start + into, change.end);
		return side === 'end' && into === 0 ? change.start : change.end + into - change.newText.length;
	};
}

/** Index of the last start that lies before the offset, or at it when something starts there; -1 without one. */
function lastBefore(starts: readonly number[], offset: number, side: Side): number {
	return partitionPoint(starts, start => (side === 'start' ? start <= offset : start < offset)) - 1;
}
