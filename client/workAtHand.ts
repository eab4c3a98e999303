/** What the language server is reading, so that a file in which it stops does not stop the next one. */
export interface WorkAtHand {
	/** URIs of the files in which a server has stopped. */
	readonly stopped: readonly string[];
	/** The server reads this file now; without a file, none. */
	begun(uri: string | undefined): void;
	/** It is asked about a file, until the returned function is called. */
	asked(uri: string): () => void;
	/** The text of a file has been checked, and did not stop the server. */
	checked(uri: string): void;
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
	/** In the order in which the server answers them. */
	const open = new Set<{ readonly uri: string }>();
	const harmless = new Set<string>();
	return {
		get stopped() {
			return [...stopped];
		},
		begun(uri) {
			current = uri;
		},
		asked(uri) {
			const question = { uri };
			open.add(question);
			return () => void open.delete(question);
		},
		checked(uri) {
			harmless.add(uri);
		},
		changed(uri) {
			stopped.delete(uri);
			harmless.delete(uri);
		},
		serverStopped() {
			// Answers come before checks, and only of a check the server says which file it is in.
			const asked = [...open];
			const suspect = asked.find(question => !harmless.has(question.uri)) ?? asked[0];
			const uri = current ?? suspect?.uri;
			if (uri !== undefined) stopped.add(uri);
			open.clear();
			current = undefined;
		},
		forget() {
			stopped.clear();
			open.clear();
			current = undefined;
		},
	};
}
