/**
 * Plants small faults, one at a time, in a copy of the tree and tells which of them the tests let pass.
 * Run: node bench/mutate.mjs [--room NAME]... [--count N] [--seed TEXT] [--parallel N] [--list]
 *
 * The seed chooses the faults, N of them over all rooms by their size. For each the tests beside the source run first,
 * then all tests but the evidence, then the type check; the first that fails has caught it. Results are kept in
 * out/mutation: a run that was broken off goes on, and one after new tests tries only those again that had passed.
 */
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { API } from 'typescript/unstable/sync';
import { faultsOf } from './mutationOperators.mjs';
import { readRooms } from './mutationRooms.mjs';
import { createWorker, noEnd } from './mutationWorker.mjs';

const { values: options } = parseArgs({
	options: {
		room: { type: 'string', multiple: true },
		count: { type: 'string', default: '72' },
		seed: { type: 'string', default: 'one' },
		parallel: { type: 'string', default: '2' },
		list: { type: 'boolean', default: false },
	},
});

const hash = text => createHash('sha256').update(text).digest();
const rooms = readRooms();

/** Files that need a browser or the editor, directly or through another one: only the editor's own tests run them. */
function editorOnly() {
	const imports = new Map(
		(rooms.find(({ name }) => name === 'client')?.files ?? []).map(file => {
			const found = [...readFileSync(file, 'utf8').matchAll(/^import (?!type\b)[^;]*? from '([^']+)';/gms)];
			return [
				file,
				found.map(([, target]) => (target.startsWith('.') ? `${path.join(file, '..', target)}.ts` : target)),
			];
		}),
	);
	const found = new Set([...imports.keys()].filter(file => file.startsWith('client/dialog/page/')));
	for (let before = -1; before !== found.size; ) {
		before = found.size;
		for (const [file, targets] of imports)
			if (targets.some(target => target === 'vscode' || found.has(target))) found.add(file);
	}
	return found;
}

/** As many faults of the room as it is given, chosen by the seed, no two in one line. */
function chosen({ name, faults }, count) {
	const byChance = faults
		.map(fault => ({ ...fault, rank: hash(`${options.seed}\n${fault.id}`).toString('hex') }))
		.sort((a, b) => (a.rank < b.rank ? -1 : 1));
	const lines = new Set();
	const picked = [];
	for (const fault of byChance) {
		const line = `${fault.file}:${fault.line}`;
		if (picked.length === count) break;
		if (lines.has(line)) continue;
		lines.add(line);
		picked.push({ ...fault, room: name });
	}
	return picked;
}

const api = new API({ cwd: process.cwd() });
const [project] = api.updateSnapshot({ openProject: path.resolve('tsconfig.json') }).getProjects();
const skipped = editorOnly();

/** The faults of a file. An id does not depend on where in the file it stands: code moves. */
function readFaults(file) {
	const source = project.program.getSourceFile(path.resolve(file));
	const seen = new Map();
	return faultsOf(source).map(fault => {
		const before = source.text.lastIndexOf('\n', fault.start - 1) + 1;
		const text = source.text.slice(before, source.text.indexOf('\n', fault.end)).trim();
		const column = fault.start - before;
		const key = `${file}\n${fault.operator}\n${text}\n${column}`;
		const nth = (seen.get(key) ?? 0) + 1;
		seen.set(key, nth);
		const line = source.text.slice(0, fault.start).split('\n').length;
		return { ...fault, file, line, text, id: hash(`${key}\n${nth}`).toString('hex').slice(0, 12) };
	});
}

const unknown = options.room?.filter(name => !rooms.some(room => room.name === name)) ?? [];
if (unknown.length > 0) {
	console.error(`There is no room ${unknown.join(', ')}; there are ${rooms.map(({ name }) => name).join(', ')}.`);
	process.exit(2);
}
const offered = rooms
	.filter(({ name }) => options.room?.includes(name) ?? true)
	.map(({ name, files }) => ({ name, faults: files.filter(file => !skipped.has(file)).flatMap(readFaults) }));
api.close();
const all = offered.reduce((sum, { faults }) => sum + faults.length, 0);
const faults = offered.flatMap(room =>
	chosen(room, Math.max(2, Math.round((Number(options.count) * room.faults.length) / all))),
);
console.log(`${faults.length} of ${all} possible faults, seed '${options.seed}'.`);
if (offered.some(({ name }) => name === 'client'))
	console.log(`Left out: ${skipped.size} files of client that need a browser or the editor; its own tests run them.`);

const describe = ({ room, file, line, operator, text }) =>
	`${room.padEnd(9)} ${file}:${line} ${operator}: ${text.replaceAll(/\s+/g, ' ')}`;
if (options.list) {
	for (const fault of faults) console.log(describe(fault));
	process.exit(0);
}

mkdirSync('out/mutation', { recursive: true });
const log = 'out/mutation/results.jsonl';
const results = new Map();
if (existsSync(log))
	for (const line of readFileSync(log, 'utf8').split('\n').filter(Boolean)) {
		const { id, ...result } = JSON.parse(line);
		results.set(id, result);
	}

const waiting = faults.filter(({ id }) => results.get(id)?.by === undefined);
const workers = [];
process.on('exit', () => {
	for (const worker of workers) worker.remove();
});
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));

let done = faults.length - waiting.length;
console.log(`${done} are known to be caught.`);
const undecided = [];
/** A fault that keeps a run from ending is caught, unless the machine was too busy: look at these. */
const sourceOf = (by, all) =>
	by === noEnd ? noEnd : by.startsWith('the types') ? 'the types' : all ? 'other tests' : 'the tests beside it';
async function work(worker, queue, all) {
	for (let fault = queue.shift(); fault; fault = queue.shift()) {
		const { by, difference } = await worker.judge(fault, { all });
		const result = { by, difference, from: by && sourceOf(by, all) };
		if (result.by === undefined && !all) {
			undecided.push(fault);
			console.log(`not by the tests beside it: ${describe(fault)}`);
			continue;
		}
		results.set(fault.id, result);
		appendFileSync(log, `${JSON.stringify({ id: fault.id, ...result })}\n`);
		done += 1;
		console.log(`${done}/${faults.length} ${result.by ? 'caught  ' : 'SURVIVED'} ${describe(fault)}`);
		if (result.by) console.log(`      by ${result.by}`);
	}
}
if (waiting.length > 0) {
	for (let number = 0; number < Number(options.parallel); number++) workers.push(createWorker());
	const failure = await workers[0].failure();
	if (failure !== undefined) {
		console.error(`The tests fail without a fault, so that nothing can be told from them: ${failure}`);
		process.exit(2);
	}
	await Promise.all(workers.map(worker => work(worker, waiting, false)));
	await Promise.all(workers.map(worker => work(worker, undecided, true)));
}

const survivors = faults.filter(({ id }) => results.get(id)?.by === undefined);
for (const { room } of new Map(faults.map(fault => [fault.room, fault])).values()) {
	const own = faults.filter(fault => fault.room === room);
	const missed = survivors.filter(fault => fault.room === room).length;
	console.log(`${room.padEnd(10)} ${own.length - missed} of ${own.length} caught`);
}
for (const fault of survivors) console.log(`\n${describe(fault)}\n${results.get(fault.id)?.difference}`);
const caughtBy = {};
for (const fault of faults)
	if (!survivors.includes(fault)) {
		const from = results.get(fault.id)?.from ?? 'an earlier run';
		caughtBy[from] = (caughtBy[from] ?? 0) + 1;
	}
console.log(
	`\nCaught by: ${Object.entries(caughtBy)
		.map(entry => entry.join(' '))
		.join(', ')}`,
);
const share = 100 * (1 - survivors.length / faults.length);
console.log(`\n${faults.length - survivors.length} of ${faults.length} caught: ${share.toFixed(1)} %`);
process.exitCode = share >= 90 ? 0 : 1;
