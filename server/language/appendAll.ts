/**
 * Adds items to the end of a list, however many there are: `push(...items)` hands each over as an argument of a call,
 * and a hundred thousand of them overflow the stack.
 */
export function appendAll<T>(list: T[], items: Iterable<T>): void {
	for (const item of items) list.push(item);
}
