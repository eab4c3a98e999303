/** What the language server is reading, so that a file in which it stops does not stop the next one. */
export interface WorkAtHand {
	/** URIs of the files in which a server has stopped. */
	readonly stopped: readonly string[];
	/** The server reads this file now; without a file, none. */
	begun(uri: string | undefined): void;
	/** A file has other text than before: the next server may try it. */
	changed(uri: string): void;
	/** The server is gone, and nobody has asked it to go. */
	serverStopped(): void;
	/** A person starts the server anew: every file gets another chance. */
	forget(): void;
}

export function createWorkAtHand(): WorkAtHand {
	const stopped = new Set<string>();
	let current: string | undefined;
	return {
		get stopped() {
			return [...stopped];
		},
		begun(uri) {
			current = uri;
		},
		changed(uri) {
			stopped.delete(uri);
		},
		serverStopped() {
			if (current !== undefined) stopped.add(current);
			current = undefined;
		},
		forget() {
			stopped.clear();
			current = undefined;
		},
	};
}
