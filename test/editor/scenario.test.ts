import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { countsInWords, readCounts } from '../../build/counts.mjs';
import { judge, tell } from './outcome';
import type { Report } from './report';
import { afterwards, assertNotOver, runScenarios, type Surroundings, scenario } from './scenario';

/** Runs what was declared, and answers with all that was reported. */
async function reportsOf(surroundings: Omit<Surroundings, 'report'> = {}): Promise<Report[]> {
	const reports: Report[] = [];
	await runScenarios({ report: async event => void reports.push(event), ...surroundings });
	return reports;
}

const events = (reports: readonly Report[]): string[] =>
	reports.map(report => ('name' in report ? `${report.event}: ${report.name}` : report.event));

/** Declares a scenario that fails at the first tries. */
function failsTimes(name: string, times: number): void {
	let tries = 0;
	scenario(name, async () => {
		tries += 1;
		if (tries <= times) throw new Error(`problem ${tries} of ${name}`);
	});
}

suite('the runner of the editor scenarios', () => {
	test('what fails is tried again at the end, and passes late', async () => {
		failsTimes('unlucky', 1);
		failsTimes('steady', 0);
		const reports = await reportsOf();
		assert.deepEqual(events(reports), ['failed once: unlucky', 'passed: steady', 'passed late: unlucky', 'finished']);
		assert.deepEqual(judge(reports).outcome, { passed: 1, failed: 0, skipped: 0, unsteady: 1 });
		assert.match(
			reports.map(tell).join('\n'),
			/^unsteady: passed only at the second try: unlucky\n.*problem 1 of unlucky/m,
		);
	});

	test('what fails twice has failed, and both problems are told', async () => {
		failsTimes('broken', 2);
		const reports = await reportsOf();
		assert.deepEqual(events(reports), ['failed once: broken', 'failed: broken', 'finished']);
		assert.deepEqual(judge(reports).outcome, { passed: 0, failed: 1, skipped: 0, unsteady: 0 });
		assert.match(reports.map(tell).join('\n'), /problem 1 of broken[\s\S]*not ok {2}broken[\s\S]*problem 2 of broken/);
	});

	test('when many fail, none is tried again', async () => {
		for (const name of ['one', 'two', 'three', 'four']) failsTimes(name, 1);
		const { outcome } = judge(await reportsOf());
		assert.deepEqual(outcome, { passed: 0, failed: 4, skipped: 0, unsteady: 0 });
	});

	test('to find one that fails now and then, all are run several times in a row', async () => {
		failsTimes('one', 0);
		failsTimes('two', 0);
		const reports = await reportsOf({ times: 2 });
		assert.deepEqual(events(reports), ['passed: one', 'passed: two', 'passed: one', 'passed: two', 'finished']);
		assert.deepEqual(judge(reports).outcome, { passed: 4, failed: 0, skipped: 0, unsteady: 0 });
	});

	test('a skipped scenario is reported with its reason', async () => {
		scenario('not here', async () => assert.fail('it ran'), { skip: 'no screen' });
		const reports = await reportsOf();
		assert.deepEqual(reports[0], { event: 'skipped', name: 'not here', reason: 'no screen' });
		assert.deepEqual(judge(reports).outcome, { passed: 0, failed: 0, skipped: 1, unsteady: 0 });
	});

	test('the window is tidied before each try, and looked at after a failure before anything is taken away', async () => {
		const steps: string[] = [];
		scenario('first', async () => void steps.push('first'));
		scenario('second', async () => {
			afterwards(async () => void steps.push('clean up'));
			steps.push('second');
			throw new Error('no');
		});
		const reports = await reportsOf({
			tidy: async () => void steps.push('tidy'),
			evidence: async name => {
				steps.push(`look at ${name}`);
				return 'a toast stood there';
			},
		});
		const failure = ['tidy', 'second', 'look at second', 'clean up'];
		const again = ['tidy', 'second', 'look at second again', 'clean up'];
		assert.deepEqual(steps, ['tidy', 'first', ...failure, ...again]);
		assert.match(reports.map(tell).join('\n'), /a toast stood there/);
	});

	test('a scenario that takes too long is told so, and does nothing more', async () => {
		const heard: string[] = [];
		let goOn = (): void => undefined;
		scenario('slow', async () => {
			await new Promise<void>(resolve => {
				goOn = resolve;
			});
			try {
				assertNotOver();
			} catch (error) {
				heard.push(String(error));
			}
		});
		const evidence = async (): Promise<string> => {
			goOn();
			return '';
		};
		const reports = await reportsOf({ limit: 20, evidence });
		assert.match(reports.map(tell).join('\n'), /still not done after 0\.02 s/);
		assert.deepEqual(heard, ['Error: The scenario is over', 'Error: The scenario is over']);
	});
});

suite('the judgement of a run', () => {
	const passed: Report = { event: 'passed', name: 'one', duration: 1 };

	test('a VS Code that ends before its time is a failure', () => {
		assert.deepEqual(judge([passed]), {
			outcome: { passed: 1, failed: 1, skipped: 0, unsteady: 0 },
			problem: 'VS Code ended before its time: the scenarios did not finish',
		});
	});

	test('a second try that never came is a failure', () => {
		const once: Report = { event: 'failed once', name: 'two', duration: 1, problem: 'no' };
		assert.equal(judge([passed, once, { event: 'finished', count: 2 }]).outcome.failed, 1);
	});

	test('a complaint of whoever ran it is a failure', () => {
		assert.equal(judge([passed, { event: 'finished', count: 1 }], 'exit code 1').outcome.failed, 1);
	});

	test('a run of nothing is a failure', () => {
		assert.equal(judge([{ event: 'finished', count: 0 }]).outcome.failed, 1);
	});

	test('the summary line names what is unsteady, and is read again', () => {
		const counts = { passed: 60, failed: 0, skipped: 0, unsteady: 1 };
		assert.equal(countsInWords(counts), '60 passed, 0 failed, 0 skipped, 1 unsteady');
		assert.deepEqual(readCounts(countsInWords(counts)), counts);
		assert.equal(countsInWords({ ...counts, unsteady: 0 }), '60 passed, 0 failed, 0 skipped');
		assert.deepEqual(readCounts('60 passed, 0 failed, 0 skipped'), { ...counts, unsteady: 0 });
		assert.equal(readCounts('60 scenarios'), undefined);
	});
});
