import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { bytesBody } from '../../../server/rest/multipart';
import { withSession } from '../../../server/rest/withSession';
import type { XClarityClient } from '../../../server/rest/xclarityClient';
import { XClarityError } from '../../../server/rest/xclarityError';
import { type Simulator, type SimulatorOptions, startSimulator } from '../../../server/simulator/simulator';
import type { Switches } from '../../../server/simulator/switches';
import { isPlain, sampled } from '../../support/thorough';
import { json, thrownBy, tlsServer } from '../../support/tlsServer';

async function onSimulator<T>(
	options: SimulatorOptions,
	use: (client: XClarityClient, simulator: Simulator) => Promise<T>,
): Promise<T> {
	const validateConfig = () => ({ macros: [], errors: [] });
	const simulator = await startSimulator({ jobMilliseconds: 5, isPlain, validateConfig, ...options });
	try {
		const server = { url: simulator.url, trust: { kind: 'ca', pem: simulator.caPem } } as const;
		const polling = { firstInterval: 2, longestInterval: 10 };
		return await withSession(server, simulator, { polling }, client => use(client, simulator));
	} finally {
		await simulator.stop();
	}
}

/** A client on a server that answers as told. */
async function onServer<T>(answer: (target: string) => unknown, use: (client: XClarityClient) => Promise<T>) {
	await using server = await tlsServer(({ target }, response) => json(response, answer(target)));
	const trust = { kind: 'fingerprint', sha256: server.fingerprint } as const;
	const polling = { firstInterval: 1, longestInterval: 1, timeout: 20 };
	const result = await withSession(
		{ url: server.url, trust },
		{ user: 'u', password: 'passw0rd' },
		{ polling },
		use,
	).catch((error: unknown) => error);
	return { result, received: server.received.filter(({ target }) => target !== '/sessions') };
}

suite('XClarity client', () => {
	test('the appliance tells its version', () =>
		onSimulator({}, async client => {
			const { version, raw } = await client.applianceInfo();
			assert.match(version ?? '', /^\d/);
			assert.ok('appliance' in raw);
		}));

	test('files are imported, listed, linked and removed', () =>
		onSimulator({}, async client => {
			const added = await client.importByContent({
				imageType: 'CONFIG',
				name: 'c.json',
				content: '{"content":[]}',
				description: 'mine',
			});
			assert.ok(added.jobId !== undefined);
			const percents: (number | undefined)[] = [];
			const done = await client.followTask(added.jobId, { onProgress: ({ percent }) => percents.push(percent) });
			assert.equal(done.state, 'Complete');
			assert.equal(percents.at(-1), 100);
			const { jobId } = await client.importByFile({
				imageType: 'UNATTEND',
				name: 'u.ks',
				os: 'rhels',
				osrelease: '9.4',
				body: bytesBody(Buffer.from('lang')),
			});
			await client.followTask(jobId);
			const { configs, unattends, predefinedMacros, supportedImages } = await client.osImages();
			const [config, unattend] = [configs[0], unattends[0]];
			assert.ok(config && unattend);
			assert.equal(config.description, 'mine');
			assert.equal(unattend.size, 4);
			assert.ok(predefinedMacros.includes('predefined.otherSettings.jobId'));
			assert.ok(supportedImages.some(({ name }) => name === 'sles'));
			await client.relink(config.id, { imageType: 'CONFIG', associatedFileId: unattend.id, content: '{"content":[]}' });
			assert.equal((await client.osImages()).configs[0]?.partners[0], unattend.id);
			await client.remove([config.id, unattend.id]);
			assert.deepEqual([(await client.osImages()).configs, (await client.osImages()).unattends], [[], []]);
		}));

	const reports: readonly Partial<Switches>[] = [
		{},
		{ 'settings-body': 'array', 'settings-status': '400', 'settings-report': 'strings' },
		{ 'settings-body': 'object', 'settings-status': '403', 'settings-report': 'text' },
		{ 'settings-macros': 'objects', 'settings-status': '403' },
		{ 'settings-macros': 'hashes', 'failure-result': 'failure' },
	];
	for (const switches of sampled(reports, 2)) {
		test(`the appliance gives its opinion of a configuration file with ${JSON.stringify(switches)}`, () => {
			const validateConfig = (text: string) =>
				text.includes('bad')
					? {
							macros: [],
							errors: [
								{ message: 'bad name', line: 1, character: 2 },
								{ message: 'worse', line: 4, character: 0 },
							],
						}
					: { macros: ['server-settings.server0.locale'], errors: [] };
			return onSimulator({ switches, validateConfig }, async (client, { requests }) => {
				const good = await client.validateSettings('\ufeff{"name":"good"}');
				assert.deepEqual([good.customMacros, good.errorReport], [['server-settings.server0.locale'], []]);
				const bad = await client.validateSettings('{"name":"bad"}');
				assert.deepEqual(bad.customMacros, []);
				assert.deepEqual(
					bad.errorReport.map(({ line }) => line),
					[2, 5],
				);
				assert.match(bad.errorReport[0]?.text ?? '', /bad name/);
				assert.equal(bad.countedIn, '{\n  "name": "bad"\n}');
				// An answer with status 403 is no lost session.
				if (switches['settings-body'] === undefined) {
					assert.equal(requests.filter(({ path }) => path === '/sessions').length, 1);
				}
			});
		});
	}

	test('CUSTOM_CONFIG is tried when CONFIG is refused, and kept', () =>
		onSimulator({ switches: { 'config-spelling': 'CUSTOM_CONFIG' } }, async (client, { requests }) => {
			await client.importByContent({ imageType: 'CONFIG', name: 'a.json', content: '{"content":[]}' });
			await client.importByContent({ imageType: 'CONFIG', name: 'b.json', content: '{"content":[]}' });
			assert.deepEqual(
				requests.filter(({ path }) => path === '/osImages').map(({ query }) => query.imageType),
				['CONFIG', 'CUSTOM_CONFIG', 'CUSTOM_CONFIG'],
			);
		}));

	test('a refusal for another reason is told at once, in the words of the appliance', () =>
		onSimulator({ switches: { licence: 'missing' } }, async client => {
			const error = await thrownBy(() => client.importByContent({ imageType: 'UNATTEND', name: 'a', content: 'a' }));
			assert.ok(error instanceof XClarityError);
			assert.equal(error.kind, 'refused');
			assert.ok(error.messages.length > 0 && error.message.includes(error.messages[0]?.text ?? '-'), error.message);
		}));

	test('ids and query values are percent-encoded, the comma between ids is not', async () => {
		const { received } = await onServer(
			() => ({ result: 'success' }),
			async client => {
				await client.remove(['2026_a&b.ks', '2026_c+d/é.ks']);
				await client.remove([]);
				await client.relink('a/b', { imageType: 'UNATTEND', associatedFileId: 'x' });
			},
		);
		assert.deepEqual(
			received.map(({ method, target }) => `${method} ${target}`),
			['DELETE /osImages/2026_a%26b.ks,2026_c%2Bd%2F%C3%A9.ks', 'PUT /osImages/a%2Fb?imageType=UNATTEND'],
		);
	});

	test('what an import sends is what the vendor documents', async () => {
		const { received } = await onServer(
			() => ({ result: 'success', jobId: 26 }),
			async client => {
				const facts = { name: 'a.xml', os: 'sles', osrelease: '12.3', description: 'mine' };
				const byContent = await client.importByContent({
					...facts,
					imageType: 'UNATTEND',
					content: '<a/>',
					associatedFileId: 'c',
				});
				assert.equal(byContent.jobId, '26');
				await client.importByFile({ ...facts, imageType: 'UNATTEND', body: bytesBody(Buffer.from('<a/>')) });
			},
		);
		const [content, init, bytes] = received;
		assert.equal(content?.target, '/osImages?imageType=UNATTEND&importByContent=true');
		assert.deepEqual(JSON.parse(content?.body ?? ''), {
			name: 'a.xml',
			os: 'sles',
			osrelease: '12.3',
			description: 'mine',
			content: '<a/>',
			associatedFileId: 'c',
			fileSize: '4',
		});
		assert.deepEqual(
			[init?.target, JSON.parse(init?.body ?? '')],
			['/osImages?imageType=UNATTEND', { Action: 'Init', fileSize: '4' }],
		);
		assert.equal(
			bytes?.target,
			'/files/osImages?jobId=26&imageName=a.xml&imageType=UNATTEND&os=sles&description=mine&osrelease=12.3',
		);
	});

	test('answers that do not fit are unexpected', async () => {
		const cases: readonly [unknown, (client: XClarityClient) => Promise<unknown>, RegExp][] = [
			[[], client => client.osImages(), /the answer is not an object/],
			[{ response: { items: [] } }, client => client.osImages(), /the answer has no lists/],
			[{ items: [], unattendFiles: [{}] }, client => client.osImages(), /"unattendFiles" holds something that cannot/],
			[
				{},
				client => client.importByFile({ imageType: 'SCRIPT', name: 'a.sh', body: bytesBody(Buffer.from('')) }),
				/names no job/,
			],
			[[{ jobUID: '1' }, { jobUID: '2' }], client => client.task('9'), /does not have the job/],
		];
		for (const [body, use, words] of cases) {
			const { result } = await onServer(target => (target === '/sessions' ? {} : body), use);
			assert.ok(result instanceof XClarityError, String(result));
			assert.equal(result.kind, 'unexpected');
			assert.match(result.message, words);
		}
	});

	test('a job is followed through its changes, and given up when it does not move', async () => {
		let looks = 0;
		const seen: string[] = [];
		const moving = await onServer(
			target =>
				target === '/sessions'
					? {}
					: [{ jobUID: 4, status: ++looks < 4 ? 'Running' : 'COMPLETE', percentage: looks * 25 }],
			client => client.followTask('4', { onProgress: ({ percent }) => seen.push(String(percent)) }),
		);
		assert.deepEqual(seen, ['25', '50', '75', '100']);
		assert.ok(typeof moving.result === 'object' && moving.result !== null && 'succeeded' in moving.result);
		const stuck = await onServer(
			target => (target === '/sessions' ? {} : [{ jobUID: 4, status: 'Running', percentage: 7 }]),
			client => client.followTask('4'),
		);
		assert.ok(stuck.result instanceof XClarityError);
		assert.match(stuck.result.message, /Job 4 on 127\.0\.0\.1:\d+ has not moved/);
	});

	test('messages cannot drive a terminal', async () => {
		const { result } = await onServer(
			target =>
				target === '/sessions' ? {} : { result: 'failed', messages: [{ id: 'X', text: '\u001b[2Jgone\u0007' }] },
			client => client.osImages(),
		);
		assert.ok(result instanceof XClarityError);
		assert.match(result.message, /X: \[2Jgone\./);
	});
});
