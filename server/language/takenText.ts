import { partitionPoint } from './partitionPoint';
import type { Span } from './span';

interface Taken extends Span {
	readonly ofJson: boolean;
}

/** Whether a rule belongs to the JSON reader, whose reports insert at one place in the order in which they are made. */
export const isOfJsonReader = (code: unknown): boolean => String(code).startsWith('json-') && code !== 'json-comment';

/** The stretches of a text that the fixes of one round change: of two that touch the same text one has to wait. */
export class TakenText {
	/** In order, and apart from insertions at one place none touches another. */
	readonly #stretches: Taken[] = [];

	/** Takes all stretches that a fix changes; `false`, and none is taken, when another fix has some of that text. */
	take(changes: readonly Span[], { ofJson }: { readonly ofJson: boolean }): boolean {
		if (!changes.every(change => this.#isFree(change, ofJson))) return false;
		for (const { start, end } of changes)
			this.#stretches.splice(
				partitionPoint(this.#stretches, each => each.start <= start),
				0,
				{ start, end, ofJson },
			);
		return true;
	}

	#isFree({ start, end }: Span, ofJson: boolean): boolean {
		const at = partitionPoint(this.#stretches, each => each.start <= start);
		for (const other of this.#stretches.slice(Math.max(0, at - 4), at + 2)) {
			const areInsertions = start === end && other.start === other.end;
			const meets = areInsertions
				? start === other.start && !(ofJson && other.ofJson)
				: start < other.end && other.start < end;
			if (meets) return false;
		}
		return true;
	}
}
