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
	readonly #stretches = new Stretches();

	/** Takes all stretches that a fix changes; `false`, and none is taken, when another fix has some of that text. */
	take(changes: readonly Span[], { ofJson }: { readonly ofJson: boolean }): boolean {
		if (!changes.every(change => this.#isFree(change, ofJson))) return false;
		for (const { start, end } of changes) this.#stretches.add({ start, end, ofJson });
		return true;
	}

	#isFree({ start, end }: Span, ofJson: boolean): boolean {
		return !this.#stretches.someAround(start, other => {
			const areInsertions = start === end && other.start === other.end;
			return areInsertions
				? start === other.start && !(ofJson && other.ofJson)
				: start < other.end && other.start < end;
		});
	}
}

/** Stretches in the order of their starts and, at one, of their ends, in pieces, so that room for one more is made in its piece alone. */
class Stretches {
	readonly #pieces: Taken[][] = [[]];

	add(stretch: Taken): void {
		const { at, piece } = this.#placeOf(stretch.start);
		const { start, end } = stretch;
		const place = partitionPoint(piece, each => each.start < start || (each.start === start && each.end <= end));
		piece.splice(place, 0, stretch);
		if (piece.length > longestPiece) this.#pieces.splice(at + 1, 0, piece.splice(longestPiece / 2));
	}

	/** Whether something holds for one of the last two that begin at an offset or before it, or for the one behind them. */
	someAround(start: number, holds: (stretch: Taken) => boolean): boolean {
		const { at, piece, place } = this.#placeOf(start);
		for (let near = place - 2; near <= place; near++) {
			const stretch =
				near < 0
					? this.#pieces[at - 1]?.at(near)
					: near < piece.length
						? piece[near]
						: this.#pieces[at + 1]?.[near - piece.length];
			if (stretch && holds(stretch)) return true;
		}
		return false;
	}

	/** The piece in which one with that start belongs, and its place there. */
	#placeOf(start: number): { at: number; piece: Taken[]; place: number } {
		const found = partitionPoint(this.#pieces, ([first]) => first !== undefined && first.start <= start) - 1;
		const at = Math.max(0, found);
		const piece = this.#pieces[at] ?? [];
		return { at, piece, place: partitionPoint(piece, each => each.start <= start) };
	}
}

const longestPiece = 512;
