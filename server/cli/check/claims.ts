/** Files that are taken at once: neighbours share their manifest and their configuration-settings file. */
const together = 8;

/** The positions of a list, a few neighbours at once, each given to one of the threads that share it. */
export class Claims implements Iterable<readonly number[]> {
	/** What other threads make their own `Claims` of. */
	readonly shared: { readonly count: number; readonly next: Int32Array };

	/** @param of the number of positions, or what another thread shares */
	constructor(of: number | Claims['shared']) {
		this.shared = typeof of === 'number' ? { count: of, next: new Int32Array(new SharedArrayBuffer(4)) } : of;
	}

	*[Symbol.iterator](): Iterator<readonly number[]> {
		const { count, next } = this.shared;
		for (let first = Atomics.add(next, 0, together); first < count; first = Atomics.add(next, 0, together))
			yield this.togetherWith(first);
	}

	/** The positions that are given together with this one, and it. */
	togetherWith(position: number): readonly number[] {
		const first = position - (position % together);
		return Array.from({ length: Math.min(together, this.shared.count - first) }, (_, index) => first + index);
	}

	/** Nobody is given any more. */
	end(): void {
		Atomics.store(this.shared.next, 0, this.shared.count);
	}
}
