import { longestAnswer } from '../server/lsp/statusProtocol';

/** Ends a server that does not come back from a file. */
export interface Watchdog {
	/** The server reads this file now; without a file, none. */
	begun(uri: string | undefined): void;
}

/** Does something in so many milliseconds, unless the returned function is called before. */
export type Later = (act: () => void, milliseconds: number) => () => void;

/** A server that can call an answer off does so twice before; in a browser none can. */
const answers = 3;

const later: Later = (act, milliseconds) => {
	const timer = setTimeout(act, milliseconds);
	return () => clearTimeout(timer);
};

/** @param end ends the server, so that it is taken for one that has stopped */
export function createWatchdog(end: (uri: string) => void, wait: Later = later): Watchdog {
	let cancel = (): void => undefined;
	// In several steps: a computer that sleeps for a night uses up one of them.
	const watch = (uri: string, left = answers): void => {
		cancel = wait(() => (left > 1 ? watch(uri, left - 1) : end(uri)), longestAnswer);
	};
	return {
		begun(uri) {
			cancel();
			if (uri !== undefined) watch(uri);
		},
	};
}
