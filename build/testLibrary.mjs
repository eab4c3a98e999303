/**
 * What tests have in the place of `node:test`, which makes a promise, a signal and hooks for each test, and watches every
 * promise that is made in between. Here a test costs what it does itself. Prints the tests that fail, with their error,
 * those that are skipped, and what a test tells by `diagnostic`, but nothing of what passes; how many of each kind there
 * were goes to the process that has started this one.
 */
import { inspect } from 'node:util';

const counts = { passed: 0, failed: 0, skipped: 0 };
const newSuite = (names, atOnce = 1, ends = []) => ({ names, atOnce, ends, steps: [], before: [], after: [] });
/** The suite that is declared now; its `ends` are what runs after each of its tests. */
let around = newSuite([]);
/** What interrupts the tests that run now, by name. */
const running = new Map();

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

/** @param {[options: { skip?: boolean | string, concurrency?: number | true }, body: () => void] | [body: () => void]} rest */
export function suite(name, ...rest) {
	const body = rest.pop();
	const [{ skip: reason, concurrency } = {}] = rest;
	const outer = around;
	const atOnce = concurrency === true ? Number.POSITIVE_INFINITY : concurrency;
	const own = newSuite([...outer.names, name], atOnce, [...outer.ends]);
	const whole = own.names.join(' › ');
	if (reason) return skip(whole, reason);
	around = own;
	try {
		body();
	} catch (error) {
		fail(whole, error);
	}
	around = outer;
	outer.steps.push(() => runSuite(own, whole));
}

/**
 * @param {[options: { skip?: boolean | string }, body: (context: object) => unknown]
 *   | [body: (context: object) => unknown]} rest a test whose body returns a promise takes until that is settled
 */
export function test(name, ...rest) {
	const body = rest.pop();
	const [{ skip: reason } = {}] = rest;
	const { names, ends } = around;
	const whole = [...names, name].join(' › ');
	around.steps.push(() => (reason ? skip(whole, reason) : runTest(whole, body, ends)));
}

export const before = step => around.before.push(step);
export const after = step => around.after.push(step);
export const afterEach = step => around.ends.push(step);

/** A suite whose preparation fails has not one of its tests run. */
async function runSuite({ steps, atOnce, before, after }, name) {
	if (await runEach(before, name)) {
		const left = steps.values();
		const work = async () => {
			for (const step of left) await step();
		};
		await Promise.all(Array.from({ length: Math.min(atOnce, steps.length) }, work));
	}
	await runEach(after, name);
}

/** Whether nothing was thrown by what runs before or after the tests of a suite. */
async function runEach(steps, name) {
	for (const step of steps) {
		try {
			await interruptible(name, step());
		} catch (error) {
			fail(name, error);
			return false;
		}
	}
	return true;
}

/** Nobody waits for a test that does not wait itself. */
function runTest(name, body, endsOfSuite) {
	const ends = [...endsOfSuite];
	const told = { reason: undefined };
	const context = {
		diagnostic: message => print(`ℹ ${message}`),
		skip: (said = true) => {
			told.reason = said;
		},
		after: step => ends.push(step),
	};
	try {
		const waits = body(context);
		if (waits instanceof Promise || ends.length > 0) return runToEnd(name, waits, ends, told);
	} catch (error) {
		if (ends.length > 0) return runToEnd(name, Promise.reject(error), ends, told);
		return fail(name, error);
	}
	pass(name, told);
}

function pass(name, { reason }) {
	if (reason === undefined) counts.passed += 1;
	else skip(name, reason);
}

/** What a test asks for by `after` runs however it ends; of several errors the first is told. */
async function runToEnd(name, waits, ends, told) {
	const errors = [];
	// A test that waits goes on asking.
	ends.unshift(() => waits);
	for (const step of ends) {
		try {
			await interruptible(name, step());
		} catch (error) {
			errors.push(error);
		}
	}
	if (errors.length > 0) fail(name, errors[0]);
	else pass(name, told);
}

/** A test that waits ends, too, when something is thrown that nobody meets, or when nothing is left to wait for. */
async function interruptible(name, waits) {
	if (!(waits instanceof Promise)) return;
	const key = Symbol(name);
	try {
		await new Promise((resolve, reject) => {
			running.set(key, reject);
			waits.then(resolve, reject);
		});
	} finally {
		running.delete(key);
	}
}

function interrupt(error) {
	for (const reject of running.values()) reject(error);
	if (running.size === 0) fail('between the tests', error);
}

setImmediate(async () => {
	process.on('uncaughtException', interrupt);
	process.on('beforeExit', () => {
		if (running.size > 0) interrupt(new Error('It waits for what nothing is left to bring.'));
	});
	await runSuite(around, 'all tests');
	process.send(counts);
});
