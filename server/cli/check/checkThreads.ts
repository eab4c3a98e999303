import path from 'node:path';
import type { Worker } from 'node:worker_threads';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { FoundFile, Skipped } from '../findFiles';
import type { CheckRequest } from './checkFile';
import type { Claims } from './claims';
import type { FileReport } from './report';
import { threadMark } from './threadMark';

/** A report, why there is none, or that a file is none of ours. */
export type Checked = FileReport | Skipped | undefined;

/** What a thread is started with. */
export interface CheckThreadData {
	readonly files: readonly FoundFile[];
	readonly request: CheckRequest;
	/** Working folder that relative paths start from. */
	readonly cwd: string;
	readonly claims: Claims['shared'];
}

/** A report on its way between threads, which can send data alone. */
export type SentOutcome =
	| Skipped
	| undefined
	| (Omit<FileReport, 'document'> & {
			readonly uri: string;
			/** Left out where nothing is said about it. */
			readonly text: string;
	  });

/** What a thread says when it has checked a file. */
export interface CheckedMessage {
	readonly position: number;
	readonly outcome: SentOutcome;
}

type Keep = (position: number, outcome: Checked) => unknown;

/** Other threads that check files of the disk, as long as some are left. */
export class CheckThreads {
	/** Resolves when all have ended; rejects with what went wrong in one of them. */
	readonly finished: Promise<unknown>;
	readonly #workers: readonly Worker[];

	constructor(data: CheckThreadData, count: number, keep: Keep) {
		this.#workers = Array.from({ length: count }, () => {
			const { Worker } = process.getBuiltinModule('node:worker_threads');
			// Its first file loads compiled code for `check`, as it does here.
			return new Worker(path.join(__dirname, 'cli.js'), { workerData: data, argv: ['check', threadMark] });
		});
		this.finished = Promise.all(this.#workers.map(worker => endOf(worker, keep)));
		// Whoever waits is told; until then it is no unhandled rejection.
		this.finished.catch(() => undefined);
	}

	/** Ends them at once, wherever they are. */
	async end(): Promise<void> {
		await Promise.all(this.#workers.map(worker => worker.terminate()));
	}
}

const endOf = (worker: Worker, keep: Keep): Promise<void> =>
	new Promise((resolve, reject) => {
		worker.on('message', ({ position, outcome }: CheckedMessage) => keep(position, received(outcome)));
		worker.on('messageerror', reject);
		worker.on('error', reject);
		worker.on('exit', code =>
			code === 0 ? resolve() : reject(new Error(`A thread of the check ended with ${code}.`)),
		);
	});

function received(outcome: SentOutcome): Checked {
	if (!outcome || 'reason' in outcome) return outcome;
	const { uri, text, ...report } = outcome;
	return { ...report, document: TextDocument.create(uri, '', 0, text) };
}
