import assert from 'node:assert/strict';
import {
	appendFileSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { suite, type TestContext, test } from 'node:test';
import { recordFolder, stateFolder } from '../../../../server/rest/sync/recordFolder';
import { sentFacts } from '../../../../server/rest/sync/uploadRecord';
import { aConfig } from './pairOnSimulator';

const url = 'https://lxca.example.net';

function state(context: TestContext): { readonly root: string; readonly journal: string } {
	const root = mkdtempSync(path.join(os.tmpdir(), 'xclarity-test-'));
	context.after(() => rmSync(root, { recursive: true, force: true }));
	return { root, journal: path.join(root, 'uploads', 'lxca.example.net_443', 'uploads.jsonl') };
}

suite('the memory of uploads', () => {
	test('what was put is there for the next program, and for this appliance only', async context => {
		const { root } = state(context);
		const { sha256 } = sentFacts(aConfig);
		const store = recordFolder(root, url);
		await store.keepBytes(sha256, aConfig.bytes);
		store.put({ key: 'a', obsolete: [{ id: '1', shown: {} }] });
		store.put({ key: 'a', obsolete: [{ id: '2', shown: {} }] });
		const next = recordFolder(root, `${url}/`);
		assert.deepEqual(next.all(), [{ key: 'a', obsolete: [{ id: '2', shown: {} }] }]);
		assert.deepEqual(next.bytesOf(sha256), aConfig.bytes);
		assert.deepEqual(recordFolder(root, 'https://other.example.net').all(), []);
	});

	test('what somebody has removed in the midst of an upload is written anew, with all that was known', async context => {
		const { root } = state(context);
		const { sha256 } = sentFacts(aConfig);
		const store = recordFolder(root, url);
		store.put({ key: 'a', obsolete: [] });
		store.put({ key: 'b', obsolete: [] });
		rmSync(root, { recursive: true });
		await store.keepBytes(sha256, aConfig.bytes);
		rmSync(root, { recursive: true });
		store.put({ key: 'b', obsolete: [{ id: '1', shown: {} }] });
		store.put({ key: 'c', obsolete: [] });
		const next = recordFolder(root, url).all();
		assert.deepEqual(
			next.map(({ key, obsolete }) => [key, obsolete.length]),
			[
				['a', 0],
				['b', 1],
				['c', 0],
			],
		);
	});

	test('a line that was cut off by a kill spoils neither those before nor those after it', context => {
		const { root, journal } = state(context);
		recordFolder(root, url).put({ key: 'a', obsolete: [] });
		appendFileSync(journal, '\n{"key":"b","obs');
		const store = recordFolder(root, url);
		store.put({ key: 'c', obsolete: [] });
		assert.deepEqual(
			recordFolder(root, url)
				.all()
				.map(({ key }) => key),
			['a', 'c'],
		);
	});

	test('a record of an earlier version, which kept ids alone of what was replaced, is read', context => {
		const { root, journal } = state(context);
		recordFolder(root, url).put({ key: 'a', obsolete: [] });
		appendFileSync(journal, '\n{"key":"b","obsolete":["7"]}');
		assert.deepEqual(recordFolder(root, url).get('b'), { key: 'b', obsolete: [{ id: '7', shown: {} }] });
	});

	test('two programs at the same time keep both', context => {
		const { root } = state(context);
		const [one, other] = [recordFolder(root, url), recordFolder(root, url)];
		one.put({ key: 'a', obsolete: [] });
		other.put({ key: 'b', obsolete: [] });
		one.put({ key: 'c', obsolete: [] });
		assert.equal(recordFolder(root, url).all().length, 3);
	});

	test('a long journal is written anew by who has the appliance to itself; who has it open goes on in the new one', async context => {
		const { root, journal } = state(context);
		const store = recordFolder(root, url);
		const long = 'x'.repeat(100_000);
		for (let at = 0; at < 50; at++) store.put({ key: 'a', obsolete: [{ id: `${long}${at}`, shown: {} }] });
		const before = statSync(journal).size;
		const looking = recordFolder(root, url);
		assert.equal(statSync(journal).size, before);
		await looking.exclusive(() => Promise.resolve());
		assert.ok(statSync(journal).size < before / 10);
		store.put({ key: 'b', obsolete: [] });
		assert.deepEqual(
			recordFolder(root, url)
				.all()
				.map(({ key, obsolete }) => `${key} ${obsolete.at(-1)?.id.replace(long, '') ?? ''}`),
			['a 49', 'b '],
		);
	});

	test('what an import knows of other files is written once, however often its record changes', context => {
		const { root, journal } = state(context);
		const store = recordFolder(root, url);
		const known = Array.from({ length: 1000 }, (_, at) => `20260101000000_${at}.ks`);
		for (const [key, mark] of ['a', 'b'].flatMap(key => ['1', '2', '3', '4'].map(mark => [key, mark])))
			store.put({ key: String(key), obsolete: [], pending: { ...sentFacts(aConfig), known, mark } });
		assert.ok(statSync(journal).size < 2 * JSON.stringify(known).length);
		const marks = recordFolder(root, url)
			.all()
			.map(({ pending }) => [pending?.mark, pending?.known]);
		assert.deepEqual(marks, [
			['4', known],
			['4', known],
		]);
	});

	test('what an import knows of other files is there also when another has been put in the place of the journal', context => {
		const { root, journal } = state(context);
		const store = recordFolder(root, url);
		const known = ['1', '2'];
		const record = { key: 'a', obsolete: [], pending: { ...sentFacts(aConfig), known } };
		store.put(record);
		renameSync(journal, `${journal}.old`);
		writeFileSync(journal, '');
		store.put(record);
		assert.deepEqual(recordFolder(root, url).get('a')?.pending?.known, known);
	});

	test('a record of which it is lost what other files there were is none; one of an earlier version has it itself', context => {
		const { root, journal } = state(context);
		const store = recordFolder(root, url);
		const pending = (known: unknown): string => JSON.stringify({ ...sentFacts(aConfig), known });
		store.put({ key: 'a', obsolete: [] });
		appendFileSync(journal, `\n{"key":"b","obsolete":[],"pending":${pending('lost')}}`);
		appendFileSync(journal, `\n{"key":"c","obsolete":[],"pending":${pending(['1'])}}`);
		const read = recordFolder(root, url);
		assert.equal(read.get('b'), undefined);
		assert.deepEqual(read.get('c')?.pending?.known, ['1']);
	});

	test('a text that was cut off is none', async context => {
		const { root, journal } = state(context);
		const { sha256 } = sentFacts(aConfig);
		const store = recordFolder(root, url);
		await store.keepBytes(sha256, aConfig.bytes);
		const file = path.join(path.dirname(journal), 'texts', sha256);
		writeFileSync(file, aConfig.bytes.subarray(0, 3));
		assert.equal(store.bytesOf(sha256), undefined);
		await store.keepBytes(sha256, aConfig.bytes);
		assert.deepEqual(readFileSync(file), aConfig.bytes);
		if (process.platform !== 'win32') assert.equal(statSync(file).mode & 0o077, 0);
		assert.deepEqual(readdirSync(path.dirname(file)), [sha256]);
	});

	test('the folder is where the platform keeps such things, unless it is named', () => {
		assert.equal(stateFolder({ XDG_STATE_HOME: '/s' }, 'linux', '/h'), path.join('/s', 'xclarity'));
		assert.equal(stateFolder({}, 'linux', '/h'), path.join('/h', '.local/state', 'xclarity'));
		assert.equal(stateFolder({ XCLARITY_STATE: '/x' }, 'darwin', '/h'), path.resolve('/x'));
		assert.equal(stateFolder({ LOCALAPPDATA: '/l' }, 'win32', '/h'), path.join('/l', 'xclarity'));
	});
});
