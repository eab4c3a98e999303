import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { imageTypes } from '../../../server/rest/wire';
import { folder } from '../../support/product';
import { siteConfig, siteFiles, siteKickstart } from '../../support/sampleFiles';
import { sampled } from '../../support/thorough';
import { basic, exchange } from '../simulator/applianceSession';
import { applianceForCli, linksIn } from './applianceForCli';

interface Listed {
	readonly unattends: readonly { readonly id: string }[];
	readonly configs: readonly { readonly id: string }[];
}

suite('xclarity import', { concurrency: true }, () => {
	test('every type of file goes by file job, with its size', async context => {
		const { simulator, run } = await applianceForCli(context);
		const cwd = folder(context, { 'file.bin': 'x'.repeat(70_000), 'c.json': siteConfig });
		const types = sampled(imageTypes, 3);
		for (const type of types) {
			const file = type.endsWith('CONFIG') ? 'c.json' : 'file.bin';
			const args = ['import', '--type', type, file, '--os', 'rhels', '--osrelease', '9.4', '--name', `${type}.bin`];
			const { code, stdout, stderr } = await run(args, { cwd });
			assert.equal(code, 0, `${type}: ${stderr}`);
			assert.match(
				stdout,
				new RegExp(`^imported ${type}\\.bin as ${type}(: \\d{14}_${type}\\.bin)? \\(job \\d+\\)\\n$`),
			);
		}
		const announced = simulator.requests.filter(({ method, path: at }) => method === 'POST' && at === '/osImages');
		assert.equal(announced.length, types.length);
		for (const { body } of announced) assert.match(JSON.stringify(body), /"Action":"Init","fileSize":"\d+"/);
	});

	test('from a remote file server', async context => {
		const { simulator, run } = await applianceForCli(context);
		const from = ['import', '--type', 'OS', '--server-id', '9', '--path', 'isos/rhel.iso'];
		const refused = await run(from);
		assert.equal(refused.code, 3);
		assert.match(refused.stderr, /no remote file server/);
		assert.ok(simulator.requests.some(({ method, path: at }) => method === 'PUT' && at === '/tasks'));
		assert.equal((await run(['import', '--type', 'OS', '--server-id', '9'])).code, 2);
		const server = { address: 'files.example.net', displayName: 'files', port: 443, protocol: 'HTTPS' };
		const added = await exchange(simulator, ['POST', '/osImages/remoteFileServers'], {
			headers: basic(simulator.user, simulator.password),
			body: JSON.stringify(server),
		});
		const id = String(added.at('serverId'));
		const release = ['--os', 'rhels', '--osrelease', '9.4'];
		const taken = await run(['import', '--type', 'OS', '--server-id', id, '--path', 'isos/rhel.iso', ...release]);
		assert.equal(taken.code, 0, taken.stderr);
		assert.match(taken.stdout, /^imported rhel\.iso as OS: \d{14}_rhel\.iso \(job \d+\)\n$/);
		assert.match(
			(await run(['list'])).stdout,
			/^OS images:\n {2}\d{14}_rhel\.iso {2}rhel\.iso {2}rhels 9\.4\n {4}rhels9\.4\|/m,
		);
	});

	test('a bundle and its signature share one job', async context => {
		for (const jobMilliseconds of sampled([60, 0], 2)) {
			const { simulator, run } = await applianceForCli(context, { jobMilliseconds });
			const cwd = folder(context, { 'drivers.zip': 'zip', 'drivers.zip.asc': 'signature' });
			const args = ['import', '--type', 'BUNDLE', 'drivers.zip', '--signature', 'drivers.zip.asc', '--os', 'win'];
			const { code, stderr } = await run(args, { cwd });
			assert.equal(code, 0, stderr);
			const sent = simulator.requests.filter(({ method }) => method === 'POST').map(({ path: at }) => at);
			assert.deepEqual(sent, ['/sessions', '/osImages', '/files/osImages', '/files/osImages']);
			const { others } = JSON.parse((await run(['list', '--json'])).stdout);
			assert.deepEqual(
				others.map(({ kind, name }: { kind: string; name: string }) => [kind, name]),
				[['bundle', 'drivers.zip']],
			);
			const alone = await run(['import', '--type', 'DUD', 'drivers.zip', '--signature', 'drivers.zip.asc'], { cwd });
			assert.equal(alone.code, 2);
		}
	});

	test('a driver says what device it is for, and list shows drivers and jobs that have not ended', async context => {
		const { simulator, run } = await applianceForCli(context);
		const cwd = folder(context, { 'nic.rpm': 'rpm' });
		await run(['import', '--type', 'DUD', 'nic.rpm', '--os', 'rhels', '--device-type', 'nic'], { cwd });
		const announced = { headers: basic(simulator.user, simulator.password), body: '{"Action":"Init"}' };
		await exchange(simulator, ['POST', '/osImages?imageType=OS'], announced);
		const { others, jobs } = JSON.parse((await run(['list', '--json'])).stdout);
		assert.equal(others[0].deviceType, 'nic');
		assert.deepEqual(jobs, [{ id: '2', status: 'Pending', percent: 0 }]);
		const { stdout } = await run(['list']);
		assert.match(
			stdout,
			/^other files:\n {2}\d{14}_nic\.rpm {2}nic\.rpm {2}driver {2}rhels {2}nic\njobs:\n {2}2 {2}Pending {2}0 %\n$/m,
		);
		simulator.setFaults(['500@GET /tasks']);
		const blind = await run(['list']);
		assert.deepEqual([blind.code, /^jobs/m.test(blind.stdout)], [0, false]);
		assert.match(blind.stderr, /The jobs are not known/);
	});
});

suite('xclarity pull, link and delete', { concurrency: 4 }, () => {
	test('what can be read is pulled; what cannot is said, and comes from the last upload when asked', async context => {
		for (const readable of ['yes', 'no'] as const) {
			const { run } = await applianceForCli(context, { switches: { 'list-content': readable } });
			await run(['upload', 'ks.cfg'], { cwd: folder(context, siteFiles) });
			const cwd = folder(context, {});
			const { code, stdout, stderr } = await run(['pull', '--to', 'there'], { cwd });
			assert.equal(code, readable === 'yes' ? 0 : 1, stderr);
			if (readable === 'no') {
				assert.match(stdout, /ks\.cfg: not readable/);
				assert.match(stderr, /does not give out the text/);
				assert.match((await run(['pull', '--to', 'there', '--last-uploaded'], { cwd })).stdout, /from the last upload/);
			}
			assert.equal(readFileSync(path.join(cwd, 'there/ks.cfg'), 'utf8'), siteKickstart);
		}
	});

	test('files of one name are pulled under their ids, what cannot be written is named, and the rest is written', async context => {
		const { simulator, run } = await applianceForCli(context, { switches: { 'list-content': 'yes' } });
		for (const [name, content] of [
			['twin.cfg', 'one'],
			['Twin.cfg', 'two'],
			['dir.cfg', 'three'],
			['two\nlines.cfg', 'four'],
		] as const)
			simulator.actNow({ do: 'import', file: { kind: 'UNATTEND', name, content, description: '' } });
		const cwd = folder(context, { 'dir.cfg/a': 'of a person' });
		const { code, stdout } = await run(['pull', '--overwrite'], { cwd });
		assert.equal(code, 2);
		const written = readdirSync(cwd).filter(name => name !== 'dir.cfg');
		const texts = written.map(name => readFileSync(path.join(cwd, name), 'utf8'));
		assert.deepEqual(texts.sort(), ['four', 'one', 'two']);
		assert.match(stdout, /_dir\.cfg: cannot be written, dir\.cfg, EISDIR/);
		assert.match(stdout, /_twin\.cfg: written, \d+_twin\.cfg$/im);
		assert.match(stdout, /two\\nlines\.cfg: written, two_lines\.cfg$/m);
	});

	test('link links both ways, once; delete asks about what is linked', async context => {
		const { run } = await applianceForCli(context, { switches: { association: 'one' } });
		const cwd = folder(context, {
			'site.xclarity.json': siteConfig,
			'ks.cfg': siteKickstart.replace(/^.*#(server-settings|common-ntp|logpath).*$/gm, ''),
		});
		await run(['upload', 'site.xclarity.json'], { cwd });
		const second = await run(['upload', 'ks.cfg', '--os', 'rhels', '--osrelease', '9.4'], { cwd });
		assert.equal(second.code, 0, second.stderr);
		const list: Listed = JSON.parse((await run(['list', '--json'])).stdout);
		const [unattend, config] = [list.unattends[0]?.id ?? '', list.configs[0]?.id ?? ''];
		assert.match((await run(['link', unattend, config])).stdout, /^linked /);
		assert.match((await run(['link', unattend, config])).stdout, /linked already/);
		assert.deepEqual(linksIn((await run(['list', '--json'])).stdout), [
			'ks.cfg -> site.xclarity.json',
			'site.xclarity.json -> ks.cfg',
		]);
		for (const args of [
			['link', 'none', config],
			['link', unattend, 'none'],
			['delete', 'none'],
			['pull', 'none'],
		]) {
			const { code, stderr } = await run(args);
			assert.deepEqual([code, /\bnone\b/.test(stderr)], [2, true], `${args[0]}: ${stderr}`);
		}
		for (const args of [
			['link', '', config],
			['link', '', ''],
			['delete', ''],
			['delete', config, ' '],
			['pull', ''],
			['upload', 'ks.cfg', '--associated-id', ''],
		]) {
			const { code, stderr } = await run(args, { cwd });
			assert.deepEqual([code, /An ID is empty/.test(stderr)], [2, true], `${args[0]}: ${stderr}`);
		}
		const refused = await run(['delete', config]);
		assert.equal(refused.code, 1);
		assert.match(refused.stderr, /ks\.cfg .* is linked with .*Nothing was removed/s);
		assert.equal((await run(['delete', config, unattend])).code, 0);
		assert.deepEqual(linksIn((await run(['list', '--json'])).stdout), []);
	});

	test('list shows every file that one is linked with; delete refuses while one of them stays', async context => {
		const switches = { association: 'one', 'list-association': 'commas' } as const;
		const { run, simulator } = await applianceForCli(context, { switches });
		const theirs = (kind: string, name: string) => ({ kind, name, content: siteConfig, description: '' });
		const [config, unattend] = [theirs('CONFIG', 'site.json'), theirs('UNATTEND', 'a.ks')];
		simulator.actNow({ do: 'import-pair', config, unattend });
		simulator.actNow({ do: 'import', file: theirs('UNATTEND', 'b.ks') });
		simulator.actNow({ do: 'relink', file: { name: 'b.ks' }, with: { name: 'site.json' } });
		const { files } = simulator.truth();
		const [site, a, b] = ['site.json', 'a.ks', 'b.ks'].map(name => files.find(file => file.name === name)?.id);
		const { stdout } = await run(['list', '--json']);
		assert.deepEqual(JSON.parse(stdout).configs[0].partners, [a, b]);
		assert.match((await run(['list'])).stdout, new RegExp(`site\\.json  linked with ${a}, ${b}\n`));
		for (const id of [a ?? '', b ?? '']) {
			const { code, stderr } = await run(['delete', id]);
			assert.equal(code, 1, stderr);
			assert.match(stderr, new RegExp(`site\\.json \\(${site}\\) is linked with ${id}\\..*Nothing was removed`, 's'));
		}
		assert.equal((await run(['delete', ...[site, a, b].map(String)])).code, 0);
	});

	test('link leaves a link that somebody else has made since, unless it is to be overwritten', async context => {
		const { run, simulator } = await applianceForCli(context);
		for (const [kind, name] of [
			['UNATTEND', 'ks.cfg'],
			['CONFIG', 'site.json'],
			['CONFIG', 'their.json'],
		] as const)
			simulator.actNow({ do: 'import', file: { kind, name, content: siteConfig, description: '' } });
		const [unattend = '', config = '', their = ''] = simulator.truth().files.map(({ id }) => id);
		assert.equal((await run(['link', unattend, config])).code, 0);
		simulator.actNow({ do: 'relink', file: { id: unattend }, with: { id: their } });
		const second = await run(['link', unattend, config]);
		assert.equal(second.code, 1, second.stdout);
		assert.match(second.stderr, new RegExp(`conflict: Somebody has linked ${unattend} .* with ${their}`));
		assert.match(second.stderr, /Nothing was linked\. Use --overwrite/);
		assert.match((await run(['link', unattend, config, '--overwrite'])).stdout, /^linked /);
	});
});

suite('xclarity doctor', { concurrency: 4 }, () => {
	test('says of each assumption whether it holds, changes nothing, and names nobody', async context => {
		const { simulator, run } = await applianceForCli(context);
		await run(['upload', 'ks.cfg'], { cwd: folder(context, siteFiles) });
		const before = simulator.requests.length;
		const { code, stdout, stderr } = await run(['doctor', '--json']);
		assert.equal(code, 0, stdout + stderr);
		const { assumptions }: { assumptions: { id: string; verdict: string }[] } = JSON.parse(stdout);
		assert.ok(assumptions.length >= 10);
		assert.deepEqual(
			assumptions.filter(({ verdict }) => verdict !== 'holds'),
			[],
		);
		const changing = simulator.requests
			.slice(before)
			.filter(({ method, path: at }) => method !== 'GET' && at !== '/sessions' && at !== '/osImages/customSettings');
		assert.deepEqual(changing, []);
		for (const word of [simulator.user, simulator.password, 'ks.cfg', 'site.xclarity', '127.0.0.1']) {
			assert.ok(!stdout.includes(word), word);
		}
		const headings = readFileSync('docs/appliance.md', 'utf8');
		for (const { id } of assumptions)
			assert.ok(headings.includes(`\`${id}\``), `docs/appliance.md says nothing of ${id}`);
	});

	test('what is otherwise is told, with exit code 1', async context => {
		const { run } = await applianceForCli(context, { switches: { 'list-association': 'no', 'list-size': 'no' } });
		await run(['upload', 'ks.cfg'], { cwd: folder(context, siteFiles) });
		const { code, stdout } = await run(['doctor']);
		assert.equal(code, 1);
		assert.match(stdout, /^does not hold entry-attributes: /m);
	});
});
