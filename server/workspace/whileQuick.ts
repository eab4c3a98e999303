/** Milliseconds: an answer of a disk that took longer came over a network, or the disk had to wake up. */
const longest = 10;

/** Questions that another thread asks then, before this one tries again. */
const leftToThread = 100;

/**
 * Asks the disk in this thread as long as answers come at once: that takes a small part of the time in which another
 * thread is woken, asks, and wakes this one. A slow disk is asked by the other thread, so that nothing else waits for it.
 */
export function whileQuick<Answer>(
	atOnce: (file: string) => Answer,
	byThread: (file: string) => Promise<Answer>,
	now = () => performance.now(),
): (file: string) => Promise<Answer> {
	let left = 0;
	return async file => {
		if (left > 0) {
			left--;
			return byThread(file);
		}
		const asked = now();
		try {
			return atOnce(file);
		} finally {
			if (now() - asked > longest) left = leftToThread;
		}
	};
}
