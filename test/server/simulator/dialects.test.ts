import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { describeDialects } from '../../../server/simulator/dialects';
import type { SwitchName } from '../../../server/simulator/switches';
import { describeSwitches } from '../../../server/simulator/switches';
import { at, boundary, exchange, multipart, type RawReply, withAppliance } from './applianceSession';

const dialects = describeDialects();

/** They decide whether anything can be done at all, or how much fits: no dialect is about them. */
const notInDialects: readonly SwitchName[] = ['password-expired', 'licence'];
/** An appliance that ignores the log-out would hide a client that does not log out. */
const unused: Partial<Record<SwitchName, string>> = { logout: 'ignored' };

suite('the dialects', () => {
	// As many pairs as possible differ in a switch when its values are used as evenly as possible.
	for (const { name, values } of describeSwitches()) {
		if (values === undefined || notInDialects.includes(name)) continue;
		test(`use the values of ‘${name}’ as evenly as can be`, () => {
			const counts = values
				.filter(value => value !== unused[name])
				.map(value => dialects.filter(({ switches }) => switches[name] === value).length);
			assert.ok(Math.min(...counts) >= 1, `${values} are used ${counts} times`);
			assert.ok(Math.max(...counts) - Math.min(...counts) <= 1, `${values} are used ${counts} times`);
		});
	}

	test('are six at least, and any two differ in most switches', () => {
		assert.ok(dialects.length >= 6);
		const names = describeSwitches().map(({ name }) => name);
		for (const [index, one] of dialects.entries()) {
			for (const other of dialects.slice(index + 1)) {
				const same = names.filter(name => one.switches[name] === other.switches[name]);
				assert.ok(same.length < names.length / 2, `${one.name} and ${other.name} agree in ${same}`);
			}
		}
	});

	test('are all in docs/simulator.md', () => {
		const page = readFileSync('docs/simulator.md', 'utf8');
		for (const { name, summary } of dialects) assert.ok(page.includes(`| \`${name}\` | ${summary} |\n`), name);
	});
});

suite('Lenovo’s Python client, as far as a dialect allows', { concurrency: 4 }, () => {
	for (const { name: dialect, switches } of dialects) {
		test(`${dialect}: logs in, lists, imports by file, follows the task, deletes and logs out`, () =>
			withAppliance({ dialect }, async ({ simulator, pass }) => {
				let headers: Readonly<Record<string, string>> = {};
				const send = (method: string, target: string, body?: string | Buffer, type = 'application/json') =>
					exchange(simulator, [method, target], {
						headers: { ...headers, 'Content-Type': type },
						...(body === undefined ? {} : { body }),
					});
				const isDone = ({ status, text }: RawReply): void => assert.ok(status >= 200 && status < 300, text);

				const logIn = await send('POST', '/sessions', '{"UserId": "USERID", "password": "Passw0rd"}');
				assert.equal(logIn.status, 200);
				const cookies = [logIn.headers['set-cookie'] ?? []].flat().map(cookie => cookie.split(';')[0] ?? '');
				const csrf = cookies.find(cookie => cookie.startsWith('csrf='))?.slice('csrf='.length) ?? '';
				headers = { Cookie: cookies.join('; '), 'X-Csrf-Token': csrf };
				assert.equal((await send('GET', '/aicc')).at('appliance', 'runlevel'), 3);

				const configType = switches['config-spelling'] === 'CONFIG' ? 'CONFIG' : 'CUSTOM_CONFIG';
				const files = [
					['UNATTEND', 'ks.cfg', Buffer.from('text\r\n# caf\xe9\r\n', 'latin1'), switches['unattend-list']],
					[configType, 'site.json', Buffer.from(smallConfig), switches['config-list']],
				] as const;
				for (const [type, name, bytes, list] of files) {
					const init = await send(
						'POST',
						`/osImages/?imageType=${type}`,
						`{"fileSize": "${bytes.length}", "Action": "Init"}`,
					);
					isDone(init);
					// Put back as it came.
					const job = encodeURIComponent(String(init.at(switches['job-key'])));
					const upload = await send(
						'POST',
						`/files/osImages?jobId=${job}&imageName=${name}&imageType=${type}&os=sles&description=d&osrelease=12.3`,
						multipart(bytes),
						`multipart/form-data; boundary=${boundary}`,
					);
					isDone(upload);
					pass(1000);
					for (let looks = 0; looks < switches['job-looks']; looks++) {
						assert.match(String((await send('GET', `/tasks/${job}`)).at(0, 'status')), /^running$/i);
					}
					const task = await send('GET', `/tasks/${job}`);
					assert.match(String(task.at(0, 'status')), /^complete$/i);
					const entry = (await send('GET', '/osImages')).at(list, 0);
					const id = at(entry, 'id');
					assert.deepEqual(
						[typeof id, at(entry, 'name')],
						[switches['file-id'] === 'number' ? 'number' : 'string', name],
					);
					const stored = simulator.truth().files.find(file => file.name === name)?.bytes;
					const expected = bytes.toString('latin1').replaceAll('\r\n', '\n');
					const crlf = expected.replaceAll('\n', '\r\n');
					const ends = { kept: bytes.toString('latin1'), lf: expected, crlf, 'not-last': expected.trimEnd() };
					assert.equal(stored?.toString('latin1'), ends[switches['stored-line-ends']]);
					isDone(await send('DELETE', `/osImages/${encodeURIComponent(String(id))}`, '{}'));
					assert.deepEqual(simulator.truth().files, []);
				}
				isDone(await send('DELETE', '/sessions'));
				assert.deepEqual(simulator.truth().openSessions, []);
			}));
	}
});

/** Nothing is wrong with it, whoever checks it. */
const smallConfig = JSON.stringify({
	category: 'dynamic',
	name: 'site',
	label: 'Site',
	type: 'assoc_array',
	optional: false,
	content: [
		{ category: 'static', common: true, name: 'logpath', optional: false, type: 'string', value: '/var/log/a' },
	],
});
