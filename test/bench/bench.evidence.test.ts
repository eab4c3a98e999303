import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { suite, test } from 'node:test';
import { figuresOf, ratioOf } from '../../bench/measure/figures.mjs';
import { type Row, rowsOf } from '../../bench/measure/rows.mjs';
import {
	atMost,
	atMostAt95,
	atMostTimes,
	forScale,
	linear,
	type Target,
	timesFaster,
	timesForScale,
} from '../../bench/measure/targets.mjs';
import { folder } from '../support/product';

type Samples = Readonly<Record<string, readonly number[]>>;

/** The only row of a part with one line about `ours, x`. */
function rowOf(target: Target, samples: Samples, missing: Readonly<Record<string, string>> = {}): Row {
	const [row, ...others] = rowsOf(
		{ name: 'part', lines: [{ what: 'something', ours: 'ours, x', target }] },
		{ samples, missing },
	);
	assert.ok(row && others.length === 0);
	return row;
}

const verdict = (target: Target, samples: Samples): Row['verdict'] => rowOf(target, samples).verdict;

suite('figures of many runs', () => {
	test('the median and the quartiles, between two values in proportion', () => {
		assert.deepEqual(figuresOf([4, 1, 3, 2]), { median: 2.5, low: 1.75, high: 3.25, runs: 4 });
	});

	test('a ratio is taken round by round: a round in which all were slow does not count more', () => {
		assert.equal(ratioOf([1, 1, 100], [2, 2, 200]).median, 0.5);
		assert.equal(ratioOf([1, 9, 8], [2, 3, 200]).median, 0.5);
	});

	test('those that had other rounds are compared by their medians', () => {
		assert.equal(ratioOf([1, 2, 3], [8]).median, 0.25);
	});
});

suite('targets', () => {
	const samples = { 'ours, x': [2, 2, 2], peer: [8, 8, 8] };

	test('at most so many times the time of another', () => {
		assert.equal(verdict(atMostTimes(0.25, 'ours, x', 'peer'), samples), 'met');
		assert.equal(verdict(atMostTimes(0.2, 'ours, x', 'peer'), samples), 'missed');
	});

	test('at least so many times faster than another', () => {
		assert.equal(verdict(timesFaster(4, 'ours, x', 'peer'), samples), 'met');
		assert.equal(verdict(timesFaster(5, 'ours, x', 'peer'), samples), 'missed');
	});

	test('at most so long, in the middle or for nineteen of twenty', () => {
		const slow = { 'ours, x': [1, 1, 1, 1, 1, 1, 1, 1, 50, 50] };
		assert.equal(verdict(atMost(5, 'ours, x'), slow), 'met');
		assert.equal(verdict(atMost(0.5, 'ours, x'), slow), 'missed');
		assert.equal(verdict(atMostAt95(5, 'ours, x'), slow), 'missed');
	});

	test('linear: no size takes much longer for each than any smaller one', () => {
		const target = linear([
			['a', 10],
			['b', 100],
			['c', 1000],
		]);
		const grown = (times: readonly [number, number, number]): Samples => ({
			'ours, x': [1],
			a: [times[0]],
			b: [times[1]],
			c: [times[2]],
		});
		assert.equal(verdict(target, grown([10, 100, 1000])), 'met');
		assert.equal(verdict(target, grown([50, 100, 1000])), 'met', 'a start that costs the same for all');
		assert.equal(verdict(target, grown([10, 120, 1400])), 'missed', 'little by little');
		assert.equal(verdict(target, grown([10, 140, 1000])), 'missed', 'the one in the middle');
	});

	test('a line for scale is neither met nor missed', () => {
		assert.equal(verdict(forScale('ours, x'), samples), 'for scale');
		const row = rowOf(timesForScale('ours, x', 'peer'), samples);
		assert.deepEqual([row.verdict, row.measured?.median, row.beside?.name], ['for scale', 0.25, 'peer']);
	});
});

suite('what cannot be measured', () => {
	test('has no figure, and says why', () => {
		const target = timesFaster(20, 'ours, x', 'parser, x', 'the parser');
		const row = rowOf(target, { 'ours, x': [1] }, { parser: 'it is not installed' });
		assert.deepEqual(row, {
			part: 'part',
			what: 'something',
			unit: 'ms',
			target: 'at least 20 x faster than the parser',
			ours: { median: 1, low: 1, high: 1, runs: 1 },
			verdict: 'not measured',
			why: 'it is not installed',
		});
	});
});

suite('npm run bench', () => {
	const run = (...args: string[]) => spawnSync(process.execPath, ['bench/bench.mjs', ...args], { encoding: 'utf8' });

	const figures = (row: Row) => ({
		date: '2026-01-01',
		processor: 'a processor',
		cores: 2,
		memory: 2 ** 34,
		node: '20.18.1',
		system: 'Linux x64',
		load: 0.5,
		peers: { peer: '1.0.0' },
		quick: false,
		rows: [row],
	});

	test('names its lines and their targets without measuring', () => {
		const { status, stdout, stderr } = run('--list');
		assert.deepEqual([status, stderr], [0, '']);
		for (const line of [
			/^config: check of a correct file of 1\.15 MB: at most 2 x JSON\.parse$/m,
			/^config: check of a correct file of 22 KB: at least 8 x faster than JSON language service$/m,
			/^keystroke: in 22 KB, with a wrong value: at least 100 x faster than the JSON server$/m,
			/^answers: hover: at most 15 ms at the 95th percentile$/m,
			/^start: .*initialize.*: faster than the JSON server$/m,
			/^terminal: one pair: at most 2 x bare Node$/m,
			/^terminal: 1,000 kickstart files: at least 20 x faster than the reference parser$/m,
			/^rename: .*: at most 1,000 ms$/m,
			/^extension: VSIX: at most 800 KB$/m,
		])
			assert.match(stdout, line);
	});

	test('ends with 1 when a target is missed, unless it only reports', context => {
		const missed = rowOf(atMost(1, 'ours, x'), { 'ours, x': [2] });
		const root = folder(context, {
			'missed.json': JSON.stringify(figures(missed)),
			'met.json': JSON.stringify(figures({ ...missed, verdict: 'met' })),
		});
		const from = (name: string, ...args: string[]) => run('--from', path.join(root, name), ...args);
		assert.equal(from('met.json').status, 0);
		assert.equal(from('missed.json', '--report').status, 0);
		const { status, stdout } = from('missed.json');
		assert.equal(status, 1);
		assert.match(stdout, /^\| something +\| 2 ms .* at most 1 ms +\| MISSED +\|$/m);
		assert.match(stdout, /^0 met, 1 missed, 0 not measured\. 2026-01-01: 2 x a processor, 16 GiB/m);
	});

	test('an unknown part is refused with the names of the others', () => {
		const { status, stderr } = run('--only', 'nothing');
		assert.equal(status, 1);
		assert.match(stderr, /There is no part nothing, only: config, keystroke/);
	});
});
