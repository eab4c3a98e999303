import path from 'node:path';
import type { Worker } from 'node:worker_threads';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { FoundFile, Skipped } from '../findFiles';
import type { CheckRequest } from './checkFile';
import { Claims } from './claims';
import type { FileReport } from './report';
import { threadMark } from './threadMark';

/** A report, why there is none, or that a file is none of ours. */
export type Checked = FileReport | Skipped | undefined;

/** What all threads work on. */
export interface CheckThreadsData {
	readonly files: readonly FoundFile[];
	readonly request: CheckRequest;
	/** Working folder that relative paths start from. */
	readonly cwd: string;
	readonly claims: Claims['shared'];
}

/** What a thread is started with. */
export interface CheckThreadData extends CheckThreadsData {
	/** One number: the position of the file that the thread is at, or `nowhere`. */
	readonly at: Int32Array;
	/**
	 * Files that a thread has left that did not come back from one of them. Whoever goes on in its place gives up a file
	 * that takes too long; the others are watched from outside, which costs them nothing.
	 */
	readonly left: readonly number[];
}

/** Where a thread is between two files. */
export const nowhere = -1;

/** What a thread may make before the collector of garbage comes for the first time: nearly all is gone with its file. */
const youngMegabytes = 64;

/** A report on its way between threads, which can send data alone. */
export type SentOutcome =
	| Skipped
	| undefined
	| (Omit<FileReport, 'document'> & {
			readonly uri: string;
			/** Left out where nothing is said about it. */
			readonly text: string;
	  });

/** What a thread says when it has checked some files: each wakes the first thread, so not at every one. */
export type CheckedMessage = readonly (readonly [position: number, outcome: SentOutcome])[];

type Keep = (position: number, outcome: Checked) => unknown;

/** A thread that is found at the same file so many times does not come back from it, or is slow: who goes on shows which. */
const mostLooks = 10;
/** Milliseconds between two looks. They are counted, since a machine that sleeps lets time pass in which nobody works. */
const lookEvery = 1000;

/** Threads that check files of the disk, as long as some are left. */
export class CheckThreads {
	/** Resolves when all have ended; rejects with what went wrong in one of them. */
	readonly finished: Promise<unknown>;
	readonly #data: CheckThreadsData;
	readonly #keep: Keep;
	readonly #workers = new Set<Worker>();
	#isOver = false;

	/** @param keep is told of each file that is done, in whatever order */
	constructor(data: CheckThreadsData, count: number, keep: Keep) {
		this.#data = data;
		this.#keep = keep;
		this.finished = Promise.all(Array.from({ length: count }, () => this.#run()));
		// Whoever waits is told; until then it is no unhandled rejection.
		this.finished.catch(() => undefined);
	}

	/** Ends them at once, wherever they are. */
	async end(): Promise<void> {
		this.#isOver = true;
		await Promise.all([...this.#workers].map(worker => worker.terminate()));
	}

	/** A thread, and the one that goes on in its place when it does not come back from a file. */
	async #run(): Promise<void> {
		const at = new Int32Array(new SharedArrayBuffer(4)).fill(nowhere);
		const done = new Set<number>();
		const worker = this.#start({ ...this.#data, at, left: [] });
		const ended = this.#endOf(worker, position => done.add(position));
		const stuck = await stuckBefore(ended, at);
		if (stuck === undefined) return;
		await worker.terminate();
		if (this.#isOver) return;
		const claims = new Claims(this.#data.claims);
		// It may have come back after all, and have begun with others.
		const last = Atomics.exchange(at, 0, nowhere);
		const given = new Set([stuck, last === nowhere ? stuck : last].flatMap(position => claims.togetherWith(position)));
		await this.#endOf(this.#start({ ...this.#data, at, left: [...given].filter(position => !done.has(position)) }));
	}

	#start(data: CheckThreadData): Worker {
		const { Worker } = process.getBuiltinModule('node:worker_threads');
		// Its first file loads compiled code for `check`, as it does here.
		const worker = new Worker(path.join(__dirname, 'cli.js'), {
			workerData: data,
			argv: ['check', threadMark],
			resourceLimits: { maxYoungGenerationSizeMb: youngMegabytes },
		});
		this.#workers.add(worker);
		return worker;
	}

	#endOf(worker: Worker, done?: (position: number) => unknown): Promise<void> {
		return new Promise((resolve, reject) => {
			worker.on('message', (outcomes: CheckedMessage) => {
				for (const [position, outcome] of outcomes) {
					done?.(position);
					this.#keep(position, received(outcome));
				}
			});
			worker.on('messageerror', reject);
			worker.on('error', reject);
			worker.on('exit', code => {
				this.#workers.delete(worker);
				if (code === 0) resolve();
				else reject(new Error(`A thread of the check ended with ${code}.`));
			});
		});
	}
}

/** The position at which a thread stays; `undefined` when it has ended. Rejects with what went wrong in it. */
async function stuckBefore(ended: Promise<void>, at: Int32Array): Promise<number | undefined> {
	let stop = (): void => undefined;
	const stuck = new Promise<number>(resolve => {
		let last = nowhere;
		let looks = 0;
		const timer = setInterval(() => {
			const position = Atomics.load(at, 0);
			looks = position === last && position !== nowhere ? looks + 1 : 0;
			last = position;
			if (looks >= mostLooks) resolve(position);
		}, lookEvery);
		stop = () => clearInterval(timer);
	});
	try {
		return await Promise.race([ended.then(() => undefined), stuck]);
	} finally {
		stop();
	}
}

function received(outcome: SentOutcome): Checked {
	if (!outcome || 'reason' in outcome) return outcome;
	const { uri, text, ...report } = outcome;
	return { ...report, document: TextDocument.create(uri, '', 0, text) };
}
