import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { applySync, prepareSync, type SyncOptions } from '../../../server/rest/sync/syncFiles';
import type { SendMethod } from '../../../server/rest/sync/syncWork';
import type { UploadFile } from '../../../server/rest/sync/uploadFile';
import { memoryRecords } from '../../../server/rest/sync/uploadRecord';
import { UploadError, type UploadedFile } from '../../../server/rest/uploadError';
import { withSession } from '../../../server/rest/withSession';
import type { ClientOptions, XClarityClient } from '../../../server/rest/xclarityClient';
import { type Simulator, startSimulator } from '../../../server/simulator/simulator';
import type { Switches } from '../../../server/simulator/switches';
import { isPlain, sampled } from '../../support/thorough';
import { thrownBy } from '../../support/tlsServer';
import { quickly } from './sync/pairOnSimulator';

const config = { name: 'locale.json', text: '{"category":"dynamic","content":[]}', path: 'files/locale.json' };
const unattend = { name: 'rhel9.ks', text: 'lang #server-settings.server0.locale#\n', os: 'rhels', osrelease: '9.4' };
interface FileOfTest extends Pick<UploadFile, 'name' | 'path' | 'os' | 'osrelease'> {
	readonly text: string;
}

interface UploadRequest {
	readonly config?: FileOfTest;
	readonly unattend?: FileOfTest;
	readonly associatedFileId?: string;
	readonly method: SendMethod;
}

/** Uploads as somebody who remembers nothing of earlier uploads. @throws the first failure. */
async function upload(
	client: XClarityClient,
	{ config: first, unattend: second, associatedFileId: partnerId, method }: UploadRequest,
	options: Pick<SyncOptions, 'signal' | 'onProgress'> = {},
): Promise<readonly UploadedFile[]> {
	const file = ({ text, ...facts }: FileOfTest) => ({ ...facts, bytes: Buffer.from(text) });
	const files: UploadFile[] = [
		...(first
			? [{ ...file(first), key: 'c', imageType: 'CONFIG' as const, partnerId: second ? undefined : partnerId }]
			: []),
		...(second
			? [{ ...file(second), key: 'u', imageType: 'UNATTEND' as const, ...(first ? { partner: 'c' } : { partnerId }) }]
			: []),
	];
	const sync: SyncOptions = { ...options, store: memoryRecords(), method };
	const { files: done, failures } = await applySync(client, await prepareSync(client, files, sync), sync);
	const [failure] = failures;
	if (failure) throw failure;
	return done;
}

const pair = (method: UploadRequest['method'] = 'content'): UploadRequest => ({ config, unattend, method });

/** What a file may hold is another test's affair: here a broken one is one that does not end. */
const validateConfig = (text: string) => ({
	macros: [],
	errors: text.endsWith('}') ? [] : [{ message: 'It does not end.', line: 0, character: 0 }],
});

const polling = { firstInterval: 2, longestInterval: 10 };

async function onSimulator<T>(
	switches: Partial<Switches>,
	use: (client: XClarityClient, simulator: Simulator) => Promise<T>,
	options: ClientOptions & { readonly jobMilliseconds?: number } = {},
): Promise<T> {
	const simulator = await startSimulator({
		switches,
		validateConfig,
		isPlain,
		jobMilliseconds: options.jobMilliseconds ?? 5,
	});
	try {
		const server = { url: simulator.url, trust: { kind: 'fingerprint', sha256: simulator.fingerprint } } as const;
		return await withSession(server, simulator, { polling, ...options }, client => use(client, simulator));
	} finally {
		await simulator.stop();
	}
}

/** `name -> name of its partner` for every file on the appliance. */
async function links(client: XClarityClient): Promise<string[]> {
	const { configs, unattends } = await client.osImages();
	const all = [...configs, ...unattends];
	const nameOf = (id: string | undefined): string => all.find(file => file.id === id)?.name ?? 'nothing';
	return all.map(({ name, partners }) => `${name} -> ${nameOf(partners[0])}`);
}

const withoutPort = (text: string): string => text.replace(/:\d+$/, '');

const linked = ['locale.json -> rhel9.ks', 'rhel9.ks -> locale.json'];

suite('upload', { concurrency: 4 }, () => {
	for (const method of ['content', 'file'] as const) {
		test(`a pair by ${method} is on the appliance, each linked with the other`, () =>
			onSimulator({}, async client => {
				const steps: string[] = [];
				let percent = 0;
				const uploaded = await upload(client, pair(method), {
					onProgress: progress => {
						steps.push(progress.text);
						assert.ok((progress.percent ?? 0) >= percent, 'progress goes forward');
						percent = progress.percent ?? percent;
					},
				});
				assert.deepEqual(await links(client), linked);
				const [first, second] = uploaded;
				assert.deepEqual(
					[first?.file, first?.imageType, first?.associatedFileId],
					['files/locale.json', 'CONFIG', second?.id],
				);
				assert.deepEqual(
					[second?.file, second?.imageType, second?.associatedFileId],
					['rhel9.ks', 'UNATTEND', first?.id],
				);
				assert.match(first?.jobId ?? '', /./);
				assert.equal(percent, 100);
				assert.ok(steps.includes('Sending locale.json') && steps.includes('Importing rhel9.ks'), steps.join());
			}));
	}

	test('progress goes forward even when an import is begun twice', () =>
		onSimulator({ 'config-spelling': 'CUSTOM_CONFIG', 'import-check': 'at-once' }, async client => {
			const percents: number[] = [];
			await upload(client, pair('file'), { onProgress: ({ percent }) => percents.push(percent ?? -1) });
			assert.deepEqual(
				percents,
				percents.toSorted((a, b) => a - b),
			);
		}));

	test('the text arrives as it was, whatever is in it', async () => {
		const text = 'a "quote" \\ # \u2028 é €\r\n\t--boundary\r\n';
		for (const method of ['content', 'file'] as const) {
			await onSimulator({ 'list-content': 'yes' }, async client => {
				const name = 'a & b #%é.ks';
				await upload(client, { unattend: { ...unattend, name, text }, method });
				const [stored] = (await client.osImages()).unattends;
				assert.equal(stored?.name, name);
				assert.equal(stored?.os, 'rhels');
				assert.equal(stored?.osrelease, '9.4');
				assert.equal(stored?.raw.content, text);
			});
		}
	});

	test('a single file is linked with one that is there already', async () => {
		for (const method of ['content', 'file'] as const) {
			await onSimulator({}, async client => {
				const [stored] = await upload(client, { config, method });
				const [added] = await upload(client, { unattend, method, ...(stored ? { associatedFileId: stored.id } : {}) });
				assert.equal(added?.associatedFileId, stored?.id);
				assert.ok((await links(client)).includes('rhel9.ks -> locale.json'));
			});
		}
	});

	const interpretations: readonly Partial<Switches>[] = [
		{ 'unattend-list': 'customUnattendFiles', 'config-list': 'configurationFiles' },
		{ 'list-association': 'associatedFileIds', 'list-size': 'string' },
		{ 'list-association': 'no' },
		{ association: 'one' },
		{ 'put-association': 'inside' },
		{ 'put-object': 'both', association: 'one' },
		{ 'delete-status': '204', logout: '204', 'cancel-reply': '204' },
		{ 'csrf-check': 'every', cookies: 'http-only' },
		{ 'config-spelling': 'CUSTOM_CONFIG' },
		{ 'config-spelling': 'CUSTOM_CONFIG', 'refusal-status': '200', 'failure-result': 'failure' },
		{ 'config-spelling': 'CONFIG' },
		{ 'content-import': 'at-once' },
		{ 'job-id': 'number', 'job-result': 'attribute', 'task-complete': 'string' },
		{ 'job-result': 'args', 'task-complete': 'no', 'task-states': 'upper' },
		{ 'task-states': 'joined' },
		{ 'upload-association': 'read', 'upload-osrelease': 'required' },
	];
	for (const switches of sampled(interpretations, 7)) {
		test(`a pair is uploaded and linked to an appliance with ${JSON.stringify(switches)}`, async () => {
			for (const method of ['content', 'file'] as const) {
				await onSimulator(switches, async client => {
					await upload(client, pair(method));
					const found = await links(client);
					if (switches['list-association'] !== 'no') assert.deepEqual(found, linked);
					assert.equal(found.length, 2);
				});
			}
		});
	}

	test('when the second file is refused, the first is removed again and the words of the appliance are told', () =>
		onSimulator({ 'os-names': 'known' }, async client => {
			const error = await thrownBy(() =>
				upload(client, { config, unattend: { ...unattend, os: 'beos' }, method: 'content' }),
			);
			assert.ok(error instanceof UploadError, String(error));
			assert.equal(error.kind, 'refused');
			assert.match(error.message, /Nothing of this upload is left on 127\.0\.0\.1/);
			assert.match(error.messages[0]?.id ?? '', /^FQXHM/);
			assert.deepEqual(error.remaining, []);
			assert.deepEqual(await links(client), []);
		}));

	test('a job that ends badly tells the messages of the appliance and leaves nothing', () =>
		onSimulator({ 'import-check': 'in-job' }, async client => {
			const error = await thrownBy(() =>
				upload(client, { config: { ...config, text: '{"broken":' }, method: 'content' }),
			);
			assert.ok(error instanceof UploadError, String(error));
			assert.equal(error.kind, 'failed');
			assert.match(error.messages[0]?.text ?? '', /./);
			assert.deepEqual(await links(client), []);
		}));

	test('what was there before stays, even under the same name', () =>
		onSimulator({ 'os-names': 'known' }, async client => {
			const [stored] = await upload(client, { config, method: 'content' });
			await thrownBy(() => upload(client, { config, unattend: { ...unattend, os: 'beos' }, method: 'content' }));
			assert.deepEqual(
				(await client.osImages()).configs.map(({ id }) => id),
				[stored?.id],
			);
		}));

	test('a file of the same name that somebody else uploads meanwhile is not taken for ours', () =>
		onSimulator({ 'os-names': 'known' }, async client => {
			let others: Promise<unknown> | undefined;
			const wrong = { ...unattend, name: 'locale.json', os: 'beos' };
			const uploading = upload(
				client,
				{ unattend: wrong, method: 'content' },
				{
					onProgress: ({ text }) => {
						if (text === 'Sending locale.json') {
							others = client.importByContent({ imageType: 'UNATTEND', ...wrong, os: 'rhels', content: 'theirs' });
						}
					},
				},
			);
			assert.ok((await thrownBy(() => uploading)) instanceof UploadError);
			const theirs = await others;
			assert.ok(typeof theirs === 'object' && theirs !== null && 'jobId' in theirs);
			await client.followTask(String(theirs.jobId));
			assert.deepEqual(
				(await client.osImages()).unattends.map(({ name }) => name),
				['locale.json'],
			);
		}));

	test('a cancellation at any moment leaves nothing half-done, and is told as one', async () => {
		const moments = await onSimulator({}, async client => {
			const seen: string[] = [];
			await upload(client, pair(), { onProgress: ({ text }) => seen.push(withoutPort(text)) });
			return [...new Set(seen)].filter(text => text !== 'Done');
		});
		assert.ok(moments.length >= 5, moments.join());
		for (const moment of sampled(moments, 3)) {
			const controller = new AbortController();
			await onSimulator({}, async client => {
				const error = await thrownBy(() =>
					upload(client, pair(), {
						signal: controller.signal,
						onProgress: ({ text }) => {
							if (withoutPort(text) === moment) controller.abort();
						},
					}),
				);
				assert.equal('kind' in error && error.kind, 'cancelled', `${moment}: ${error.message}`);
				assert.deepEqual(await links(client), [], moment);
			});
		}
	});

	test('a cancelled job is stopped on the appliance', () =>
		onSimulator(
			{},
			async (client, { requests }) => {
				const controller = new AbortController();
				const error = await thrownBy(() =>
					upload(client, pair('file'), {
						signal: controller.signal,
						onProgress: ({ text }) => {
							if (text === 'Importing locale.json') controller.abort();
						},
					}),
				);
				assert.equal('kind' in error && error.kind, 'cancelled');
				assert.ok(requests.some(({ method, path }) => method === 'PUT' && path === '/tasks'));
				assert.deepEqual(await links(client), []);
			},
			{ jobMilliseconds: 60_000 },
		));

	test('files that hold each other are let go of and taken back', () =>
		onSimulator({ 'delete-in-use': 'refused', association: 'both' }, async (client, { requests }) => {
			const controller = new AbortController();
			const uploading = upload(client, pair(), {
				signal: controller.signal,
				onProgress: ({ text }) => {
					if (text.startsWith('Linking')) controller.abort();
				},
			});
			const error = await thrownBy(() => uploading);
			assert.ok(error instanceof UploadError, String(error));
			assert.deepEqual(await links(client), [], error.message);
			assert.ok(requests.some(({ method }) => method === 'DELETE'));
		}));

	test('what is left when the appliance stops answering is named with its id', async () => {
		const controller = new AbortController();
		const simulator = await startSimulator({
			switches: { 'job-result': 'attribute' },
			validateConfig,
			jobMilliseconds: 5,
		});
		const server = { url: simulator.url, trust: { kind: 'ca', pem: simulator.caPem } } as const;
		const options = { polling, retries: quickly.retries, signal: controller.signal };
		await withSession(server, simulator, options, async client => {
			let stopping: Promise<void> | undefined;
			const error = await thrownBy(() =>
				upload(client, pair(), {
					onProgress: ({ text }) => {
						if (text === 'Sending rhel9.ks') stopping = simulator.stop();
					},
				}),
			);
			await stopping;
			assert.ok(error instanceof UploadError, String(error));
			assert.equal(error.kind, 'unreachable');
			assert.deepEqual(
				error.remaining.map(({ file, imageType }) => [file, imageType]),
				[['files/locale.json', 'CONFIG']],
			);
			assert.deepEqual(error.uncertain, [{ file: 'rhel9.ks', candidates: [] }]);
			assert.match(
				error.message,
				/left on 127\.0\.0\.1:\d+ and could not be removed: files\/locale\.json as \d{14}_locale\.json/,
			);
			assert.match(error.message, /not known whether 127\.0\.0\.1:\d+ has these: rhel9\.ks/);
		});
	});
});
