/** A copy of the tree in which one fault at a time is planted and the tests run; the working tree is never touched. */
import { spawn } from 'node:child_process';
import {
	chmodSync,
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A fault that keeps a run from ending counts as caught when nothing has been printed for so long. */
const longestSilence = 120_000;

/** What is said of such a one. */
export const noEnd = 'a run that does not end';

const notCopied = new Set(['node_modules', 'out', 'dist', '.git', '.vscode-test']);

const testsBelow = folder =>
	existsSync(folder)
		? readdirSync(folder, { recursive: true })
				.map(file => path.join(folder, String(file)))
				.filter(file => file.endsWith('.test.ts') && !file.includes('.evidence.'))
		: [];

/** The tests in the folder that mirrors the source's, or in the nearest one around it that has some of them. */
function testsBeside(source) {
	for (let folder = path.join('test', path.dirname(source)); folder !== 'test'; folder = path.dirname(folder)) {
		const tests = testsBelow(folder);
		if (tests.length >= 3) return tests;
	}
	return [];
}

export function createWorker() {
	const folder = mkdtempSync(path.join(os.tmpdir(), 'xclarity-mutation-'));
	// Where root runs the tests, some work in folders of theirs as somebody else, who has to get there.
	chmodSync(folder, 0o755);
	const tree = path.join(folder, 'tree');
	const temporary = path.join(folder, 'tmp');
	let child;
	const stop = () => {
		if (child?.exitCode === null && child.signalCode === null) process.kill(-child.pid, 'SIGKILL');
	};
	const remove = () => {
		stop();
		rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
	};
	cpSync('.', tree, { recursive: true, filter: file => !notCopied.has(path.basename(file)) });
	symlinkSync(path.resolve('node_modules'), path.join(tree, 'node_modules'));
	mkdirSync(temporary);

	/** The first failure, in a few words; `undefined` when there is none. Ends the run as soon as it is known. */
	function failureOf(args) {
		const environment = { ...process.env, TMPDIR: temporary, NO_COLOR: '1' };
		child = spawn(process.execPath, args, {
			cwd: tree,
			env: environment,
			detached: true,
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		return new Promise(resolve => {
			let failure;
			let text = '';
			const end = found => {
				failure ??= found;
				stop();
			};
			const timer = setTimeout(() => end(noEnd), longestSilence);
			const look = chunk => {
				timer.refresh();
				text += chunk;
				const found = /^\s*✖ (?!failing tests)(.*)$/m.exec(text);
				if (found) end(found[1].replace(/ \(\d[\d.]*ms\)$/, ''));
			};
			child.stdout.setEncoding('utf8').on('data', look);
			child.stderr.setEncoding('utf8').on('data', look);
			child.on('close', code => {
				clearTimeout(timer);
				const reason =
					text
						.trim()
						.split('\n')
						.find(line => /error/i.test(line)) ?? `exit code ${code}`;
				resolve(failure ?? (code === 0 ? undefined : reason.trim()));
			});
		});
	}

	const beside = file => {
		const tests = testsBeside(file);
		return tests.length > 0 ? [['build/unit.mjs', ...tests]] : [];
	};
	/** The tests of the room first: they are the likeliest to notice. */
	const everything = file => {
		const room = path.join('test', ...file.split('/').slice(0, 2), path.sep);
		const own = testsBelow(room).length > 0 ? [['build/unit.mjs', room]] : [];
		return [...own, ['build/unit.mjs'], ['node_modules/typescript/lib/tsc.js', '--noEmit', '-p', '.']];
	};

	async function firstFailure(steps) {
		for (const step of steps) {
			const failure = await failureOf(step);
			if (failure !== undefined) return step[0].includes('tsc') ? `the types: ${failure}` : failure;
		}
		return undefined;
	}

	return {
		remove,
		/** What fails without any fault. */
		failure: () => failureOf(['build/unit.mjs']),
		/** Plants the fault, asks the tests beside the source or all others, and takes it away again. */
		async judge({ file, start, end, replacement, line, text }, { all }) {
			const place = path.join(tree, file);
			const before = readFileSync(place, 'utf8');
			const after = before.slice(0, start) + replacement + before.slice(end);
			writeFileSync(place, after);
			const changed = after.split('\n')[line - 1]?.trim();
			try {
				return { by: await firstFailure(all ? everything(file) : beside(file)), difference: `- ${text}\n+ ${changed}` };
			} finally {
				writeFileSync(place, before);
			}
		},
	};
}
