/**
 * What the tests of the core have in the place of `node:test`: as they are synchronous, they need no promise, no signal
 * and no hook for each of thousands, which took a fifth of their time. Prints and tells what `testReporter.mjs` does.
 */
import { inspect } from 'node:util';

const counts = { passed: 0, failed: 0, skipped: 0 };
/** The suites around what is declared now, with what runs at their end. */
const open = [];
/** What runs when all is declared. */
const steps = [];

const nameOf = name => [...open.map(around => around.name), name].join(' › ');
const print = text => process.stdout.write(`${text}\n`);

function skip(name, reason) {
	counts.skipped += 1;
	print(`﹣ ${name}${reason === true ? '' : ` # ${reason}`}`);
}

function fail(name, error) {
	counts.failed += 1;
	process.exitCode = 1;
	print(`✖ ${name}\n${inspect(error).replace(/^(?=.)/gm, '  ')}`);
}

/** @param {[options: { skip?: boolean | string }, body: () => void] | [body: () => void]} rest */
export function suite(name, ...rest) {
	const body = rest.pop();
	const [{ skip: reason } = {}] = rest;
	if (reason) return skip(nameOf(name), reason);
	const whole = nameOf(name);
	const own = { name, after: [] };
	open.push(own);
	try {
		body();
	} catch (error) {
		fail(whole, error);
	}
	open.pop();
	for (const step of own.after) steps.push({ name: whole, run: step });
}

/** @param {[options: { skip?: boolean | string }, body: (context: object) => void] | [body: (context: object) => void]} rest */
export function test(name, ...rest) {
	const body = rest.pop();
	const [{ skip: reason } = {}] = rest;
	const whole = nameOf(name);
	steps.push({ name: whole, run: () => (reason ? skip(whole, reason) : runTest(whole, body)) });
}

export const before = step => steps.push({ name: nameOf('before'), run: step });
export const after = step => open.at(-1).after.push(step);

function runTest(name, body) {
	/** @type {string | true | undefined} */
	let reason;
	const context = {
		diagnostic: message => print(`ℹ ${message}`),
		skip: (said = true) => {
			reason = said;
		},
	};
	if (body(context) instanceof Promise)
		throw new Error('Nobody waits for a test of the core: it has to be synchronous.');
	if (reason === undefined) counts.passed += 1;
	else skip(name, reason);
}

setImmediate(() => {
	for (const { name, run } of steps) {
		try {
			run();
		} catch (error) {
			fail(name, error);
		}
	}
	process.send(counts);
});
