import { availableParallelism } from 'node:os';
import { parse } from 'node:path';
import { styleText } from 'node:util';
import { spelledOnDisk } from './spelledOnDisk';
import { uninterrupted } from './uninterrupted';

/** A colour or weight, as the console of Node names it. */
export type Style = 'red' | 'yellow' | 'cyan' | 'gray' | 'bold' | 'underline';

/** A piece of text, plain or in a style. */
export type StyledText = string | { readonly style: Style; readonly text: string };

export const plainOf = (parts: Iterable<StyledText>): string =>
	Array.from(parts, part => (typeof part === 'string' ? part : part.text)).join('');

/** Where a command writes and reads; a command touches the process through nothing else. */
export interface Terminal {
	/** The result, on standard output. */
	out(text: string): void;
	/** The text of a file, as it is; only on a terminal made harmless. */
	outText(text: string): void;
	/** The same as `out` in colours, where the person sees them. */
	outStyled(parts: Iterable<StyledText>): void;
	/** Messages for the person, on standard error. */
	note(text: string): void;
	/** Replaces the last progress line, until something else is said; does nothing where standard error is not a terminal. */
	progress(text: string): void;
	/** Working folder that relative paths start from. */
	readonly cwd: string;
	readonly environment: Readonly<Record<string, string | undefined>>;
	/** All of standard input as text. */
	input(): Promise<string>;
	/** Asks on standard error and reads one line; `undefined` when standard input has ended. */
	ask(question: string): Promise<string | undefined>;
	/**
	 * Aborted when the person presses Ctrl-C or the system asks the program to end. A command that never asks for it has
	 * nothing to put right, and is ended at once, also in the middle of a long file: do not ask for it before such work.
	 */
	readonly signal: AbortSignal;
	/** Does work that must not be left half-way: the program ends after it, and its signal tells when that is wanted. */
	uninterrupted<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T>;
	/** Colours and progress lines make sense. */
	readonly interactive: boolean;
	/** How many threads can work at the same time. */
	readonly processors: number;
}

/** Characters that are written at once. */
const longestWrite = 65_536;

/** Control and direction characters but line feed and tab: a name from elsewhere must not be able to drive a terminal. */
const driving = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Shows such characters as `\uXXXX`, which inside JSON means the same. */
const harmless = (text: string): string =>
	text.replace(driving, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** A stream for text; of a terminal, it says how wide that is. */
export interface Output {
	write(text: string): unknown;
	readonly isTTY?: boolean;
	readonly columns?: number;
}

export interface TerminalParts {
	readonly stdin: AsyncIterable<Uint8Array | string>;
	readonly stdout: Output;
	readonly stderr: Output;
	readonly cwd: string;
	readonly environment: Terminal['environment'];
	readonly signal: AbortSignal;
	readonly uninterrupted?: Terminal['uninterrupted'];
	/** One, unless something else is said. */
	readonly processors?: number;
}

/** FORCE_COLOR and NO_COLOR decide, in this order; without them a terminal has colours and a file has none. */
function wantsColour({ FORCE_COLOR, NO_COLOR, TERM }: Terminal['environment'], isTerminal: boolean): boolean {
	if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
	return isTerminal && (NO_COLOR === undefined || NO_COLOR === '') && TERM !== 'dumb';
}

/** A terminal over these streams. */
export function terminalOn(parts: TerminalParts): Terminal {
	const { stdout, stderr, cwd, environment, processors = 1 } = parts;
	let progressShown = false;
	let lines: AsyncIterator<string> | undefined;
	const clear = (): void => {
		if (progressShown) stderr.write('\r\u001b[2K');
		progressShown = false;
	};
	return {
		out: text => {
			clear();
			stdout.write(harmless(text));
		},
		outText: text => {
			clear();
			stdout.write(stdout.isTTY ? harmless(text.replaceAll('\r\n', '\n')) : text);
		},
		outStyled: parts => {
			clear();
			const isColoured = wantsColour(environment, stdout.isTTY === true);
			const shownAs = (part: StyledText): string => {
				if (typeof part === 'string') return harmless(part);
				return isColoured ? styleText(part.style, harmless(part.text), { validateStream: false }) : harmless(part.text);
			};
			let shown = '';
			for (const part of parts) {
				shown += shownAs(part);
				if (shown.length < longestWrite) continue;
				stdout.write(shown);
				shown = '';
			}
			stdout.write(shown);
		},
		note: text => {
			clear();
			stderr.write(harmless(text.endsWith('\n') ? text : `${text}\n`));
		},
		progress: text => {
			if (!stderr.isTTY) return;
			clear();
			stderr.write(harmless(text).slice(0, (stderr.columns ?? 80) - 1));
			progressShown = true;
		},
		cwd,
		environment,
		ask: async question => {
			clear();
			stderr.write(harmless(question));
			lines ??= linesOf(parts.stdin);
			const { value, done } = await lines.next();
			return done ? undefined : value;
		},
		input: async () => {
			const chunks: Buffer[] = [];
			for await (const chunk of parts.stdin) chunks.push(Buffer.from(chunk));
			return Buffer.concat(chunks).toString('utf8');
		},
		get signal() {
			return parts.signal;
		},
		uninterrupted: parts.uninterrupted ?? (work => work(parts.signal)),
		interactive: stderr.isTTY === true,
		processors,
	};
}

/** The lines of a stream as they come, without their ends. */
async function* linesOf(stream: TerminalParts['stdin']): AsyncGenerator<string, undefined> {
	const decoder = new TextDecoder();
	let rest = '';
	for await (const chunk of stream) {
		rest += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
		const lines = rest.split(/\r?\n/);
		rest = lines.pop() ?? '';
		yield* lines;
	}
	if (rest !== '') yield rest;
	return undefined;
}

/**
 * The process's own terminal. Ctrl-C aborts `signal` once; a second one ends the process at once.
 * @throws {NodeJS.ErrnoException} ENOENT when the working folder is gone
 */
export async function processTerminal(output: Pick<TerminalParts, 'stdout' | 'stderr'>): Promise<Terminal> {
	let asked: AbortSignal | undefined;
	const here = process.cwd();
	const cwd = await spelledOnDisk(parse(here).root, here);
	const processors = availableParallelism();
	return terminalOn({
		// Node makes this stream when it is asked for, which most commands never do.
		get stdin() {
			return process.stdin;
		},
		...output,
		cwd,
		environment: process.env,
		get signal() {
			asked ??= abortedBySignals();
			return asked;
		},
		uninterrupted,
		processors,
	});
}

function abortedBySignals(): AbortSignal {
	const controller = new AbortController();
	const stop = (): void => {
		process.once('SIGINT', () => process.exit(130));
		controller.abort();
	};
	process.once('SIGINT', stop);
	process.once('SIGTERM', stop);
	return controller.signal;
}
