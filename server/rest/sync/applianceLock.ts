import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, rmdirSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { hostname, uptime, userInfo } from 'node:os';
import { t } from '../../texts/texts';
import { isObject } from '../wire';
import { XClarityError } from '../xclarityError';

/** Who has the lock, as it stands in the file. */
interface Holder {
	readonly pid: number;
	readonly host: string;
	readonly user: string;
	/** ISO-8601. */
	readonly started: string;
	/** Tells one holder from another with the same process id. */
	readonly token: string;
}

const isCode = (error: unknown, code: string): boolean =>
	error instanceof Error && 'code' in error && error.code === code;

function readHolder(file: string): Holder | undefined {
	try {
		const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
		if (!isObject(value) || typeof value.pid !== 'number' || typeof value.host !== 'string') return undefined;
		const text = (part: unknown): string => (typeof part === 'string' ? part : '');
		const { pid, host } = value;
		return { pid, host, user: text(value.user), started: text(value.started), token: text(value.token) };
	} catch (error) {
		if (error instanceof SyntaxError || isCode(error, 'ENOENT')) return undefined;
		throw error;
	}
}

/** A file that is being written has no holder yet; one that stays so for long was cut off. */
const unreadableFor = 10_000;

/** Milliseconds by which two clocks, or a clock that was set, may differ. */
const clockSlack = 60_000;

/** Locks that this process has. */
const held = new Set<string>();

function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		// A process of somebody else is one, too.
		return isCode(error, 'EPERM');
	}
}

/** True when nobody can have the lock any more: its process is gone, or the machine was started since. */
function isStale(file: string): boolean {
	const holder = readHolder(file);
	if (!holder) {
		const facts = statSync(file, { throwIfNoEntry: false });
		return facts !== undefined && Date.now() - facts.mtimeMs > unreadableFor;
	}
	if (holder.host !== hostname()) return false;
	// An earlier process may have had our number.
	if (holder.pid === process.pid) return !held.has(`${file} ${holder.token}`);
	const booted = Date.now() - uptime() * 1000;
	return !isRunning(holder.pid) || Date.parse(holder.started) < booted - clockSlack;
}

/** Removes a stale lock. Only one program at a time does that, and looks again before it does. */
function removeStale(file: string): void {
	const guard = `${file}.stale`;
	try {
		mkdirSync(guard);
	} catch (error) {
		if (!isCode(error, 'EEXIST')) throw error;
		// The few steps below take no time: a guard that is old is left over from a kill.
		const facts = statSync(guard, { throwIfNoEntry: false });
		if (facts && Date.now() - facts.mtimeMs > unreadableFor) rmdirSync(guard);
		return;
	}
	try {
		if (isStale(file)) unlinkSync(file);
	} catch (error) {
		if (!isCode(error, 'ENOENT')) throw error;
	} finally {
		rmdirSync(guard);
	}
}

const userName = (): string => {
	try {
		return userInfo().username;
	} catch (error) {
		if (error instanceof Error) return '';
		throw error;
	}
};

/**
 * Takes the lock. A lock whose process has ended is taken over.
 * @returns what gives it back.
 * @throws {XClarityError} `conflict`, which names the holder.
 */
export function takeLock(file: string, what: string): () => void {
	const token = randomUUID();
	const own: Holder = {
		pid: process.pid,
		host: hostname(),
		user: userName(),
		started: new Date().toISOString(),
		token,
	};
	for (let attempt = 0; ; attempt++) {
		try {
			writeFileSync(file, JSON.stringify(own), { flag: 'wx', mode: 0o600 });
			held.add(`${file} ${token}`);
			return () => {
				held.delete(`${file} ${token}`);
				if (readHolder(file)?.token === token) unlinkSync(file);
			};
		} catch (error) {
			if (!isCode(error, 'EEXIST')) throw error;
		}
		if (attempt < 3 && isStale(file)) removeStale(file);
		else if (attempt >= 3 || readHolder(file)) throw heldError(readHolder(file), { file, what });
	}
}

function heldError(
	holder: Holder | undefined,
	{ file, what }: { readonly file: string; readonly what: string },
): XClarityError {
	const message = holder
		? t(
				'Something else is changing {what} from here: process {pid} of {user} on {host}, since {started}. Nothing was sent. Wait until it has ended; if it has, remove {file}.',
				{ ...holder, what, file },
			)
		: t(
				'Something else is changing {what} from here: another program. Nothing was sent. Wait until it has ended; if it has, remove {file}.',
				{ what, file },
			);
	return new XClarityError(message, { kind: 'conflict' });
}
