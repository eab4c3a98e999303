import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { at, withAppliance } from '../applianceSession';

const config = {
	category: 'dynamic',
	name: 'site',
	type: 'assoc_array',
	optional: false,
	content: [{ category: 'static', common: true, name: 'motd', optional: false, type: 'string', value: 'hi' }],
};
const configText = JSON.stringify(config, undefined, '\t');
const unattend = { name: 'rhel.cfg', content: 'text\n', os: 'rhels', osrelease: '9.4' };

suite('import by content', () => {
	test('makes a job that takes its time, and the file is there when it ends', async () => {
		await withAppliance({}, async ({ ask, pass, list }) => {
			const reply = await ask('POST', '/osImages?imageType=CONFIG&importByContent=true', {
				name: 'site.json',
				description: 'Site',
				content: configText,
			});
			assert.deepEqual(reply.body, { jobId: '1', result: 'success', messages: [] });
			assert.deepEqual(await list('customConfigFiles'), []);
			pass(1000);
			const [entry] = await list('customConfigFiles');
			assert.deepEqual(entry, {
				description: 'Site',
				id: '20260131054311_site.json',
				name: 'site.json',
				os: '',
				osrelease: '',
				size: Buffer.byteLength(configText),
				type: 'Custom',
				version: '1',
				associatedFileId: '',
			});
		});
	});

	test('keeps the association with both partners', async () => {
		await withAppliance({}, async ({ importText, list }) => {
			const configId = await importText('CONFIG', { name: 'site.json', content: configText });
			const unattendId = await importText('UNATTEND', { ...unattend, associatedFileId: configId });
			assert.equal(at(await list('customConfigFiles'), 0, 'associatedFileId'), unattendId);
			assert.equal(at(await list('unattendFiles'), 0, 'associatedFileId'), configId);
		});
	});

	test('association=one leaves the partner as it was', async () => {
		await withAppliance({ switches: { association: 'one' } }, async ({ importText, list }) => {
			const configId = await importText('CONFIG', { name: 'site.json', content: configText });
			await importText('UNATTEND', { ...unattend, associatedFileId: configId });
			assert.equal(at(await list('customConfigFiles'), 0, 'associatedFileId'), '');
		});
	});

	test('ids are unique even for the same name in the same second', async () => {
		await withAppliance({ jobMilliseconds: 0 }, async ({ ask, list }) => {
			for (const _ of [1, 2, 3]) {
				await ask('POST', '/osImages?imageType=UNATTEND&importByContent=true', unattend);
			}
			assert.deepEqual(
				(await list('unattendFiles')).map(entry => at(entry, 'id')),
				['20260131054310_rhel.cfg', '20260131054311_rhel.cfg', '20260131054312_rhel.cfg'],
			);
		});
	});

	test('takes JSON as content, alone or in an array as in the vendor’s example', async () => {
		await withAppliance({ switches: { 'list-content': 'yes' } }, async ({ importText, list }) => {
			await importText('CONFIG', { name: 'a.json', content: config });
			await importText('CONFIG', { name: 'b.json', content: [config] });
			for (const entry of await list('customConfigFiles')) {
				assert.deepEqual(JSON.parse(String(at(entry, 'content'))), config);
			}
		});
	});

	test('a configuration file with errors is refused at once, with the place of the first', async () => {
		await withAppliance({}, async ({ ask, pass, list }) => {
			const reply = await ask('POST', '/osImages?imageType=CONFIG&importByContent=true', {
				name: 'site.json',
				content: '{\n\t"name": "site",\n\t"content": [\n}\n',
			});
			assert.deepEqual([reply.status, reply.at('result')], [403, 'failed']);
			assert.equal(reply.at('messages', 0, 'id'), 'FQXHMFC9010M');
			assert.match(String(reply.at('messages', 0, 'explanation')), /^Line \d+, column \d+: /);
			pass(1000);
			assert.deepEqual(await list('customConfigFiles'), []);
		});
	});

	test('import-check=in-job lets the job end badly instead', async () => {
		await withAppliance({ switches: { 'import-check': 'in-job' } }, async ({ ask, pass, list }) => {
			await ask('POST', '/osImages?imageType=CONFIG&importByContent=true', { name: 'site.json', content: '{' });
			pass(1000);
			const [task] = [(await ask('GET', '/tasks/1')).at(0)];
			assert.deepEqual([at(task, 'status'), at(task, 'complete')], ['Stopped_With_Error', true]);
			assert.match(JSON.stringify(at(task, 'summary')), /configuration-settings file is not valid/);
			assert.deepEqual(await list('customConfigFiles'), []);
		});
	});

	test('content-import=at-once makes no job', async () => {
		await withAppliance({ switches: { 'content-import': 'at-once' } }, async ({ ask, list }) => {
			const reply = await ask('POST', '/osImages?imageType=UNATTEND&importByContent=true', unattend);
			assert.deepEqual(reply.body, { result: 'success', messages: [] });
			assert.equal((await list('unattendFiles')).length, 1);
		});
	});

	const refusals: readonly (readonly [string, string, Readonly<Record<string, unknown>>])[] = [
		['empty content', 'UNATTEND', { ...unattend, content: '' }],
		['no content', 'UNATTEND', { name: 'a', os: 'rhels', osrelease: '9.4' }],
		['no os', 'UNATTEND', { ...unattend, os: undefined }],
		['no release', 'UNATTEND', { ...unattend, osrelease: undefined }],
		['a kind that has no import by content', 'SCRIPT', unattend],
		['a kind that there is not', 'UNATTENDED', unattend],
		['a partner that there is not', 'UNATTEND', { ...unattend, associatedFileId: '20260101000000_no.json' }],
	];
	for (const [what, imageType, body] of refusals) {
		test(`refuses ${what}`, async () => {
			await withAppliance({}, async ({ ask }) => {
				const reply = await ask('POST', `/osImages?imageType=${imageType}&importByContent=true`, body);
				assert.deepEqual([reply.status, reply.at('result')], [403, 'failed']);
				assert.deepEqual((await ask('GET', '/tasks')).body, []);
			});
		});
	}

	test('refuses a name twice, characters, too many files and too large ones where switches say so', async () => {
		const switches = { 'same-name': 'refused', 'name-characters': 'plain', 'file-limit': 2, 'file-size-limit': 100 };
		await withAppliance({ switches }, async ({ importText, ask }) => {
			await importText('UNATTEND', unattend);
			const status = async (more: Readonly<Record<string, unknown>>) =>
				(await ask('POST', '/osImages?imageType=UNATTEND&importByContent=true', { ...unattend, ...more })).status;
			assert.equal(await status({}), 403);
			assert.equal(await status({ name: 'a b.cfg' }), 403);
			assert.equal(await status({ name: 'c.cfg', content: 'x'.repeat(101) }), 403);
			await importText('UNATTEND', { ...unattend, name: 'd.cfg' });
			assert.equal(await status({ name: 'e.cfg' }), 403);
		});
	});
});

test('same-name=replaced keeps the last file of a name and kind, and others', async () => {
	await withAppliance({ switches: { 'same-name': 'replaced' } }, async ({ importText, list }) => {
		const one = { name: 'ks.cfg', content: 'text\n', os: 'rhels', osrelease: '9.4' };
		await importText('UNATTEND', { ...one, name: 'other.cfg' });
		await importText('UNATTEND', one);
		const last = await importText('UNATTEND', one);
		const left = (await list('unattendFiles')).map(entry => [at(entry, 'name'), at(entry, 'id') === last]);
		assert.deepEqual(left, [
			['other.cfg', false],
			['ks.cfg', true],
		]);
	});
});

test('config-spelling decides between CONFIG and CUSTOM_CONFIG', async () => {
	for (const [spelling, other] of [
		['CONFIG', 'CUSTOM_CONFIG'],
		['CUSTOM_CONFIG', 'CONFIG'],
	] as const) {
		await withAppliance({ switches: { 'config-spelling': spelling } }, async ({ ask }) => {
			assert.equal((await ask('POST', `/osImages?imageType=${spelling}`, { Action: 'Init' })).status, 200);
			assert.equal((await ask('POST', `/osImages/?imageType=${other}`, { Action: 'Init' })).status, 403);
		});
	}
});
