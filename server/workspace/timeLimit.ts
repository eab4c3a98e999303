import { url as debuggerUrl } from 'node:inspector';
import vm from 'node:vm';

/** Does work that may not come back; `undefined` when it was ended for that. What it throws is thrown on. */
export type TimeLimit = <T>(work: () => T) => { readonly value: T } | undefined;

/** Milliseconds for a file in the terminal, where nobody waits at a keystroke and each report may be asked for its fixes. */
export const longestFile = 60_000;

const atWork = Symbol.for('xclarity.work');
const script = new vm.Script("globalThis[Symbol.for('xclarity.work')]()");

/**
 * Ends what runs too long, in this thread and wherever it is: in a loop or in a regular expression. It is tried a second
 * time, since the machine may have slept during the first. While a debugger is attached, nothing is ended.
 * @param milliseconds that one try may take
 */
export function timeLimit(milliseconds: number): TimeLimit {
	const once = <T>(work: () => T): { readonly value: T } | undefined => {
		let value: { readonly value: T } | undefined;
		Reflect.set(globalThis, atWork, () => {
			value = { value: work() };
		});
		try {
			script.runInThisContext({ timeout: milliseconds, displayErrors: false });
		} catch (error) {
			if (!isOutOfTime(error)) throw error;
		} finally {
			Reflect.deleteProperty(globalThis, atWork);
		}
		return value;
	};
	return work => (debuggerUrl() === undefined ? (once(work) ?? once(work)) : { value: work() });
}

const isOutOfTime = (error: unknown): boolean =>
	error instanceof Error && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
