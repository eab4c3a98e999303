/** Whether what was waited for came in its time. @throws {Error} whatever else went wrong */
export const inTime = (waiting: Promise<unknown>): Promise<boolean> =>
	waiting.then(
		() => true,
		(error: Error) => {
			if (error.name !== 'TimeoutError') throw error;
			return false;
		},
	);
