/**
 * What a process of tests prints: the tests that fail, with all that they say, those that are skipped, and what a test
 * reports by `diagnostic`. Of thousands that pass nobody reads a line, and each costs more than many a test. How many
 * of each kind there were goes to the process that has started this one.
 */
import { inspect } from 'node:util';

/** Node's own totals at the end: they count suites, too, and `counts` says the rest. */
const total = /^(tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) [\d.]+$/;

// biome-ignore lint/style/noDefaultExport: Node takes a reporter from there.
export default async function* testReporter(events) {
	const counts = { passed: 0, failed: 0, skipped: 0 };
	const open = [];
	for await (const { type, data } of events) {
		if (type === 'test:start') open.splice(data.nesting, Infinity, data.name);
		if (type === 'test:diagnostic' && !total.test(data.message)) yield `ℹ ${data.message}\n`;
		if (type !== 'test:pass' && type !== 'test:fail') continue;
		const name = [...open.slice(0, data.nesting), data.name].join(' › ');
		// A suite passes and fails with its tests, so only tests count; unless it breaks off before it has any.
		const isSuite = data.details.type === 'suite';
		if (data.skip !== undefined) {
			counts.skipped += 1;
			yield `﹣ ${name}${data.skip === true ? '' : ` # ${data.skip}`}\n`;
		} else if (type === 'test:fail') {
			const { error } = data.details;
			if (error.failureType === 'subtestsFailed') continue;
			counts.failed += 1;
			yield `✖ ${name}\n${indented(inspect(error.code === 'ERR_TEST_FAILURE' ? error.cause : error))}\n`;
		} else if (!isSuite) counts.passed += 1;
	}
	process.send(counts);
}

const indented = text => text.replace(/^(?=.)/gm, '  ');
