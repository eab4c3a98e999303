import vm from 'node:vm';

/** Does work that may not come back; `undefined` when it was ended for that. What it throws is thrown on. */
export type TimeLimit = <T>(work: () => T) => { readonly value: T } | undefined;

/** Milliseconds for a file in the terminal, where nobody waits at a keystroke and each report may be asked for its fixes. */
export const longestFile = 60_000;

const atWork = Symbol.for('xclarity.work');
const script = new vm.Script("globalThis[Symbol.for('xclarity.work')]()");

/**
 * Ends what runs too long, in this thread and wherever it is: in a loop or in a regular expression. It is tried a second
 * time, since the machine may have slept during the first, or had others to serve. Where a debugger is attached when a try has run out of time,
 * work has as much as it takes for as long as that one stays.
 * @param milliseconds that one try may take
 * @param debuggerUrl where the debugger listens, if there is one
 */
export function timeLimit(milliseconds: number, debuggerUrl = inspectorUrl): TimeLimit {
	let isDebugged = false;
	const once = <T>(work: () => T, timeout: number): { readonly value: T } | undefined => {
		let value: { readonly value: T } | undefined;
		Reflect.set(globalThis, atWork, () => {
			value = { value: work() };
		});
		try {
			script.runInThisContext({ timeout, displayErrors: false });
		} catch (error) {
			if (!isOutOfTime(error)) throw error;
		} finally {
			Reflect.deleteProperty(globalThis, atWork);
		}
		return value;
	};
	return work => {
		const before = process.cpuUsage();
		const outcome = isDebugged ? undefined : once(work, milliseconds);
		if (outcome) return outcome;
		isDebugged = debuggerUrl() !== undefined;
		const { user, system } = process.cpuUsage(before);
		return isDebugged ? { value: work() } : once(work, secondTry(milliseconds, (user + system) / 1000));
	};
}

/**
 * Milliseconds for a second try, when the first had the processor for `spent` milliseconds only: as much longer as others
 * had it, ten times at most.
 */
export const secondTry = (milliseconds: number, spent: number): number =>
	Math.round(milliseconds * Math.min(10, Math.max(1, milliseconds / spent)));

/**
 * The inspector is loaded when it is asked: it takes longer to load than a short check to read. Node 20.9, which VS Code
 * 1.91 has, cannot do that: there, no debugger is noticed.
 */
const inspectorUrl = (): string | undefined => process.getBuiltinModule?.('node:inspector').url();

const isOutOfTime = (error: unknown): boolean =>
	error instanceof Error && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
