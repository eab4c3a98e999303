import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { folder, start } from '../../support/product';
import { runProgram } from '../../support/runProgram';
import { isThorough, sampled } from '../../support/thorough';
import { applianceForCli } from './applianceForCli';

const order = ['import', '--type', 'SCRIPT', 'after.sh', '--os', 'rhels'];
const files = { 'after.sh': 'echo done\n' };

suite('the same import again', { concurrency: 4 }, () => {
	test('sends nothing when it is there; a changed file is imported', async context => {
		const { run, simulator } = await applianceForCli(context);
		const cwd = folder(context, files);
		assert.equal((await run(order, { cwd })).code, 0);
		const again = await run(order, { cwd });
		assert.equal(again.code, 0, again.stderr);
		assert.match(again.stdout, /^after\.sh is there already as SCRIPT: \d{14}_after\.sh\. Nothing was sent\.\n$/);
		assert.equal(simulator.truth().files.length, 1);
		const [id] = simulator.truth().files.map(file => file.id);
		assert.equal((await run(['delete', id ?? ''])).code, 0);
		assert.match((await run(order, { cwd })).stdout, /^imported/);
		assert.equal(simulator.truth().files.length, 1);
	});

	test('of a file that somebody has changed there is a conflict', async context => {
		const { run, simulator } = await applianceForCli(context);
		const cwd = folder(context, { 'a.ks': 'text\n' });
		const unattend = ['import', '--type', 'UNATTEND', 'a.ks', '--os', 'rhels', '--osrelease', '9.4'];
		assert.equal((await run(unattend, { cwd })).code, 0);
		const edit = { do: 'edit', file: { name: 'a.ks', of: 'others' }, content: 'edited by somebody else\n' };
		simulator.setSecondPerson([{ before: '#1', ...edit }]);
		const { code, stderr } = await run(unattend, { cwd });
		assert.equal(code, 1, stderr);
		assert.match(stderr, /Somebody has changed \d{14}_a\.ks/);
		assert.equal(simulator.truth().files[0]?.bytes?.toString(), 'edited by somebody else\n');
	});

	test('a file of somebody else that the import has replaced is named, also when it fails afterwards', async context => {
		const gone = ['500@GET /osImages#2', '500@GET /osImages#3', '500@GET /osImages#4'];
		for (const faults of sampled([gone, []], 2)) {
			const { run, simulator } = await applianceForCli(context, {
				switches: { 'same-name': 'replaced', 'file-id': 'random' },
			});
			const file = { kind: 'SCRIPT', name: 'after.sh', content: 'theirs\n', description: '' };
			simulator.actNow({ do: 'import', file });
			const [their] = simulator.truth().files;
			simulator.setFaults(faults);
			const { code, stderr } = await run([...order, '--beside'], { cwd: folder(context, files) });
			assert.notEqual(code, 0, stderr);
			assert.match(stderr, new RegExp(`${their?.id} had the name after\\.sh and is gone`));
			if (faults.length > 0) assert.match(stderr, /after\.sh is on .* all the same/);
		}
	});

	for (const at of isThorough ? [3, 4, 5, 6, 7] : []) {
		test(`after a kill at request ${at} there is one, and no job waits`, async context => {
			let kill = (): void => undefined;
			let seen = 0;
			const { run, simulator, server, environment } = await applianceForCli(context, {
				jobMilliseconds: 50,
				onRequest: () => {
					seen += 1;
					if (seen === at) kill();
				},
			});
			const cwd = folder(context, files);
			const { child, finished } = start([...order, ...server], { cwd, environment });
			kill = () => void child.kill('SIGKILL');
			await finished;
			const { code, stderr } = await run(order, { cwd });
			assert.equal(code, 0, stderr);
			assert.deepEqual(
				simulator.truth().files.map(({ name }) => name),
				['after.sh'],
			);
			assert.deepEqual(simulator.truth().openJobs, []);
		});
	}

	test('a cancellation says whether the file is there', async context => {
		for (const jobMilliseconds of sampled([60_000, 0], 2)) {
			const controller = new AbortController();
			const { simulator, server, environment } = await applianceForCli(context, {
				jobMilliseconds,
				onRequest: ({ method, path }) => {
					if (method === 'GET' && path.startsWith('/tasks/')) controller.abort();
				},
			});
			const options = { cwd: folder(context, files), environment, signal: controller.signal };
			const { code, stdout, stderr } = await runProgram([...order, ...server], options);
			const there = simulator.truth().files.length === 1;
			if (code === 0) assert.ok(there && /imported/.test(stdout));
			else assert.match(stderr, there ? /after\.sh is on .* all the same/ : /Nothing of after\.sh is left on/);
		}
	});
});

suite('remote file servers from the terminal', { concurrency: 4 }, () => {
	test('are added, listed with their ids, and removed; the password is not told', async context => {
		const { run } = await applianceForCli(context);
		const add = ['file-servers', 'add', 'Depot', '--address', 'files.example.net', '--protocol', 'sftp'];
		assert.equal((await run([...add, '--remote-user', 'ann'])).code, 2);
		const environment = { XCLARITY_REMOTE_PASSWORD: 'secret-of-the-depot' };
		const added = await run([...add, '--remote-user', 'ann'], { environment });
		assert.match(added.stdout, /^added 1 {2}Depot {2}sftp:\/\/files\.example\.net:22\n$/, added.stderr);
		const taken = await run([...add, '--remote-user', 'ann'], { environment });
		assert.equal(taken.code, 3);
		assert.match(taken.stderr, /already in use/);
		assert.match((await run(['file-servers'])).stdout, /^1 {2}Depot {2}sftp:/);
		const { servers } = JSON.parse((await run(['file-servers', 'list', '--json'])).stdout);
		assert.deepEqual([servers[0].id, servers[0].user], ['1', 'ann']);
		assert.equal(
			(await run(['file-servers', 'remove', '1'])).stdout,
			'removed 1  Depot  sftp://files.example.net:22\n',
		);
		assert.equal((await run(['file-servers'])).stdout, 'no remote file servers\n');
	});
});

suite('delete', () => {
	test('takes images with their profiles, profiles and other files, and names what uses them', async context => {
		const { run, simulator } = await applianceForCli(context);
		const cwd = folder(context, { 'rhel.iso': 'image', 'after.sh': 'echo\n' });
		for (const [type, file] of [
			['OS', 'rhel.iso'],
			['SCRIPT', 'after.sh'],
		] as const) {
			const { code, stderr } = await run(['import', '--type', type, file, '--os', 'rhels', '--osrelease', '9.4'], {
				cwd,
			});
			assert.equal(code, 0, stderr);
		}
		const { images, others } = JSON.parse((await run(['list', '--json'])).stdout);
		const ids: readonly string[] = [images[0].id, images[0].profiles[0].id, others[0].id];
		const removed = await run(['delete', ...ids]);
		assert.equal(removed.code, 0, removed.stderr);
		assert.deepEqual(removed.stdout.trimEnd().split('\n').sort(), ids.map(id => `removed ${id}`).sort());
		assert.deepEqual(simulator.truth().files, []);
		assert.equal((await run(['delete', images[0].id])).code, 2);
	});
});
