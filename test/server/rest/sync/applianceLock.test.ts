import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { suite, type TestContext, test } from 'node:test';
import { takeLock } from '../../../../server/rest/sync/applianceLock';
import { recordFolder } from '../../../../server/rest/sync/recordFolder';
import { XClarityError } from '../../../../server/rest/xclarityError';

function lockFile(context: TestContext): string {
	const root = mkdtempSync(path.join(os.tmpdir(), 'xclarity-test-'));
	context.after(() => rmSync(root, { recursive: true, force: true }));
	return path.join(root, 'lock');
}

const holder = (pid: number, host = os.hostname(), started = new Date()): string =>
	JSON.stringify({ pid, host, user: 'ann', started: started.toISOString(), token: 'x' });

async function endedProcess(): Promise<number> {
	const child = spawn(process.execPath, ['-e', '']);
	await once(child, 'exit');
	return child.pid ?? 0;
}

suite('the lock of an appliance', () => {
	test('names its holder, and is free again when it is given back', context => {
		const file = lockFile(context);
		const release = takeLock(file, 'lxca');
		const held = JSON.parse(readFileSync(file, 'utf8'));
		assert.deepEqual([held.pid, held.host], [process.pid, os.hostname()]);
		const who = `process ${process.pid} of .* on ${os.hostname()}, since \\d{4}-`;
		assert.throws(() => takeLock(file, 'lxca'), new RegExp(`changing lxca from here: ${who}`));
		release();
		assert.ok(!existsSync(file));
		takeLock(file, 'lxca')();
	});

	test('of a process that has ended, and of one before the machine was started, is taken over', async context => {
		const file = lockFile(context);
		for (const text of [holder(await endedProcess()), holder(1, os.hostname(), new Date(0)), holder(process.pid)]) {
			writeFileSync(file, text);
			takeLock(file, 'lxca')();
		}
	});

	test('of a process that runs, or of another machine, stays', context => {
		const file = lockFile(context);
		for (const text of [holder(process.ppid), holder(1, 'elsewhere')]) {
			writeFileSync(file, text);
			assert.throws(
				() => takeLock(file, 'lxca'),
				(error: unknown) => error instanceof XClarityError && error.kind === 'conflict',
			);
			assert.equal(readFileSync(file, 'utf8'), text);
		}
	});

	test('is not removed by one that looks while another takes it over', async context => {
		const file = lockFile(context);
		writeFileSync(file, holder(await endedProcess()));
		mkdirSync(`${file}.stale`);
		assert.throws(() => takeLock(file, 'lxca'), XClarityError);
		assert.ok(existsSync(file));
	});

	test('keeps work away while another program of this folder has it', async context => {
		const root = path.dirname(lockFile(context));
		const store = recordFolder(root, 'https://lxca');
		const file = path.join(root, 'uploads', 'lxca_443', 'lock');
		writeFileSync(file, holder(process.ppid));
		const refused = store.exclusive(async () => assert.fail('it was done all the same'));
		await assert.rejects(refused, new RegExp(`process ${process.ppid} of ann`));
		rmSync(file);
		assert.equal(await store.exclusive(async () => 'done'), 'done');
	});

	test('makes work of one process wait its turn, and of another see what was written before', async context => {
		const root = path.dirname(lockFile(context));
		const [one, other] = [recordFolder(root, 'https://lxca'), recordFolder(root, 'https://lxca')];
		const order: string[] = [];
		await Promise.all([
			one.exclusive(async () => {
				await new Promise(resolve => setImmediate(resolve));
				order.push('one');
				one.put({ key: 'a', obsolete: [] });
			}),
			other.exclusive(async () => {
				order.push(`other sees ${other.all().length}`);
			}),
		]);
		assert.deepEqual(order, ['one', 'other sees 1']);
	});
});
