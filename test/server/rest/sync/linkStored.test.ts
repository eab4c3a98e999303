import assert from 'node:assert/strict';
import { suite, type TestContext, test } from 'node:test';
import { linkStored } from '../../../../server/rest/sync/linkStored';
import { shownOf } from '../../../../server/rest/sync/shownFacts';
import { digestOf } from '../../../../server/rest/sync/uploadFile';
import { memoryRecords, type RecordStore } from '../../../../server/rest/sync/uploadRecord';
import { withSession } from '../../../../server/rest/withSession';
import type { XClarityClient } from '../../../../server/rest/xclarityClient';
import { startSimulator } from '../../../../server/simulator/simulator';
import { isPlain } from '../../../support/thorough';

const config =
	'{"category":"dynamic","name":"lab","type":"assoc_array","optional":false,"content":[{"category":"static","common":true,"name":"zone","type":"string","optional":false,"value":"UTC"}]}';
const kickstart =
	'#predefined.unattendSettings.preinstallConfig#\n#predefined.unattendSettings.postinstallConfig#\nlang en_US\n';

interface Lab {
	readonly client: XClarityClient;
	readonly config: string;
	readonly unattends: readonly string[];
	/** Knows the files as uploaded from here. */
	readonly store: RecordStore;
}

/** A simulator with one configuration file and two unattend files, none linked. */
async function withLab(
	context: TestContext,
	switches: Readonly<Record<string, string>>,
	use: (lab: Lab) => Promise<void>,
): Promise<void> {
	const simulator = await startSimulator({ jobMilliseconds: 0, isPlain, switches });
	context.after(() => simulator.stop());
	const server = { url: simulator.url, trust: { kind: 'fingerprint', sha256: simulator.fingerprint } } as const;
	const { user, password } = simulator;
	await withSession(server, { user, password }, { polling: { firstInterval: 1 } }, async client => {
		const put = async (name: string, content: string): Promise<void> => {
			const facts = name.endsWith('.json')
				? ({ imageType: 'CONFIG' } as const)
				: ({ imageType: 'UNATTEND', os: 'rhels', osrelease: '9.4' } as const);
			const { jobId } = await client.importByContent({ ...facts, name, content });
			if (jobId !== undefined) await client.followTask(jobId);
		};
		await put('lab.json', config);
		await put('a.ks', kickstart);
		await put('b.ks', kickstart);
		const { configs, unattends } = await client.osImages();
		const store = memoryRecords();
		for (const file of [...configs, ...unattends]) {
			const bytes = Buffer.from(file.name.endsWith('.json') ? config : kickstart);
			const sha256 = digestOf(bytes);
			await store.keepBytes(sha256, bytes);
			const imageType = file.name.endsWith('.json') ? 'CONFIG' : 'UNATTEND';
			const stored = {
				sha256,
				bytes: bytes.length,
				imageType,
				name: file.name,
				id: file.id,
				shown: shownOf(file),
			} as const;
			store.put({ key: file.name, obsolete: [], stored });
		}
		await use({ client, store, config: configs[0]?.id ?? '', unattends: unattends.map(({ id }) => id) });
	});
}

async function links(client: XClarityClient): Promise<readonly (readonly [string, string | undefined])[]> {
	const { configs, unattends } = await client.osImages();
	return [...configs, ...unattends].map(({ name, partners }) => [name, partners[0]?.replace(/^\d+_/, '')]);
}

suite('linking files on a server', { concurrency: 4 }, () => {
	for (const association of ['both', 'one']) {
		test(`both sides name each other where an appliance changes ${association}`, async context => {
			await withLab(context, { association }, async ({ client, store, config: id, unattends: [first = ''] }) => {
				await linkStored(client, { unattend: first, config: id }, { store });
				assert.deepEqual(await links(client), [
					['lab.json', 'a.ks'],
					['a.ks', 'lab.json'],
					['b.ks', undefined],
				]);
			});
		});
	}

	test('a configuration file that another one uses keeps naming that one', async context => {
		await withLab(
			context,
			{ association: 'one' },
			async ({ client, store, config: id, unattends: [first = '', second = ''] }) => {
				await linkStored(client, { unattend: first, config: id }, { store });
				await linkStored(client, { unattend: second, config: id }, { store });
				assert.deepEqual(await links(client), [
					['lab.json', 'a.ks'],
					['a.ks', 'lab.json'],
					['b.ks', 'lab.json'],
				]);
			},
		);
	});

	test('a link is taken away', async context => {
		await withLab(context, {}, async ({ client, store, config: id, unattends: [first = ''] }) => {
			await linkStored(client, { unattend: first, config: id }, { store });
			await linkStored(client, { unattend: first, config: undefined }, { store });
			assert.equal((await links(client)).find(([name]) => name === 'a.ks')?.[1], undefined);
		});
	});

	test('an appliance that leaves the link as it was is not believed', async context => {
		await withLab(
			context,
			{ 'clear-association': 'never' },
			async ({ client, store, config: id, unattends: [first = ''] }) => {
				await linkStored(client, { unattend: first, config: id }, { store });
				await assert.rejects(
					linkStored(client, { unattend: first, config: undefined }, { store }),
					/shows \d+_a\.ks as linked with \d+_lab\.json instead of nothing/,
				);
			},
		);
	});

	test('a file that has gone meanwhile is told', async context => {
		await withLab(context, {}, async ({ client, store, config: id }) => {
			await assert.rejects(
				linkStored(client, { unattend: 'gone', config: id }, { store }),
				/has no UNATTEND file gone/,
			);
		});
	});
});
