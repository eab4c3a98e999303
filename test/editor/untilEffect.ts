/** Milliseconds that an effect is waited for before the second try; before each further one it is as long again more: to ask anew calls off an answer that is only slow. */
const patience = 3_000;

/** Of tries. */
const most = 4;

/**
 * Does something again and again until it has its effect, and answers with that. VS Code drops a key or a click without
 * a word when it is just drawing anew what was clicked, or when something else has changed since; a person sees that
 * nothing came of it, and tries once more.
 * @param effect waits for at most so many milliseconds. @throws {Error} a `TimeoutError` of it is a reason to try again
 * @throws {Error} when nothing comes of it
 */
export async function untilEffect<T>(
	what: string,
	act: () => Promise<void>,
	effect: (timeout: number) => Promise<T>,
): Promise<T> {
	for (let attempt = 0; attempt < most; attempt++) {
		await act();
		try {
			return await effect(patience * (attempt + 1));
		} catch (error) {
			if (!(error instanceof Error) || error.name !== 'TimeoutError') throw error;
		}
	}
	throw new Error(`Tried ${most} times in vain: ${what}`);
}
