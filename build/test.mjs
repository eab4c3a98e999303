/**
 * `npm test`: everything, on a fresh clone, too. Each step is named and timed, a failure does not stop the next step
 * unless that needs it, and the last line adds up what the suites counted.
 */

import { countsInWords, printCounts } from './counts.mjs';
import { setUp } from './setup.mjs';
import { runStep } from './steps.mjs';

const started = performance.now();
await setUp();

const results = [];
const step = async (name, ...args) => {
	const result = await runStep(name, args);
	results.push(result);
	return result;
};

await step('types, lint and format', 'build/check.mjs');
const built = await step('build', 'build/build.mjs');
// The package comes first: it brings the VS Code whose own grammars the grammar tests build upon.
if (built.ok) await step('package', 'build/packageCheck.mjs');
await step('unit, REST, language server and terminal', 'build/unit.mjs');
await step('evidence: matrices and real files', 'build/unit.mjs', 'evidence');
if (built.ok) await step('VS Code', 'build/editor.mjs');
else results.push({ name: 'package and VS Code', ok: false, seconds: 0, note: 'not run: the build failed' });

console.log(`\n── summary ${'─'.repeat(62)}`);
for (const { name, ok, seconds, counts, note } of results) {
	const detail = note ?? (counts ? countsInWords(counts) : '');
	console.log(`${ok ? 'ok  ' : 'FAIL'} ${name.padEnd(42)} ${seconds.toFixed(1).padStart(6)} s  ${detail}`.trimEnd());
}
console.log(`${'all'.padEnd(47)} ${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s\n`);

// A step without counts of its own is one test; one that broke off after counting no failure is a failure all the same.
const total = { passed: 0, failed: 0, skipped: 0, unsteady: 0 };
for (const { ok, counts } of results) {
	const { passed, failed, skipped, unsteady } = counts ?? { passed: ok ? 1 : 0, failed: 0, skipped: 0, unsteady: 0 };
	total.passed += passed;
	total.failed += failed + (!ok && failed === 0 ? 1 : 0);
	total.skipped += skipped;
	total.unsteady += unsteady;
}
printCounts(total);
process.exitCode = total.failed > 0 ? 1 : 0;
