import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { type OsImages, readOsImages } from '../../../../server/rest/osImages';
import type { OwnChange } from '../../../../server/rest/sync/ownChange';
import { type Sightings, sightingsOf } from '../../../../server/rest/sync/sightings';
import { memoryRecords } from '../../../../server/rest/sync/uploadRecord';

interface Entry {
	readonly version?: number;
	readonly description?: string;
	readonly associatedFileId?: string;
}

/** A list with the entries `ks` and `site`. */
const listed = (ks: Entry, site: Entry = {}): OsImages =>
	readOsImages({
		unattendFiles: [{ id: 'ks', name: 'ks.cfg', ...ks }],
		customConfigFiles: [{ id: 'site', name: 'site.json', ...site }],
	});

/** Goes through a change of ours: the lists that come while it runs, and the one that is asked for after its end. */
function changing(first: OsImages, meanwhile: readonly OsImages[], after: OsImages, facts: Partial<OwnChange> = {}) {
	const seen: Sightings = sightingsOf(first, memoryRecords(), 'lxca.example.com');
	const own = seen.begin({ before: first, targets: ['ks'], partners: ['site'], ...facts });
	for (const images of meanwhile) seen.look()(images);
	own.end();
	seen.look()(after);
	return seen;
}

const changed = /Somebody has changed ks on lxca\.example\.com/;

suite('how files were when they were last seen', () => {
	test('one change of ours explains one move of time or version, however many lists come while it runs', () => {
		const [one, two, three] = [1, 2, 3].map(version => listed({ version }));
		assert.ok(one && two && three);
		changing(one, [one, two, two], two).demandUnchanged(two, 'ks');
		const seen = changing(one, [two], three);
		assert.throws(() => seen.demandUnchanged(three, 'ks'), changed);
	});

	test('when the changed file was seen so, what its partner shows later is not our doing any more', () => {
		const done = listed({ version: 2 }, { version: 1 });
		const edited = listed({ version: 2 }, { version: 2 });
		changing(listed({ version: 1 }, { version: 1 }), [], edited).demandUnchanged(edited, 'site');
		const seen = changing(listed({ version: 1 }, { version: 1 }), [done], edited);
		assert.throws(() => seen.demandUnchanged(edited, 'site'), /Somebody has changed site/);
	});

	test('another description than the one that was sent is somebody else’s', () => {
		const [first, ours] = [listed({ description: 'old' }), listed({ description: 'new' })];
		changing(first, [first], ours, { description: 'new' }).demandUnchanged(ours, 'ks');
		const their = listed({ description: 'theirs' });
		const seen = changing(first, [their], ours, { description: 'new' });
		assert.throws(() => seen.demandUnchanged(ours, 'ks'), changed);
		const late = changing(first, [], their, { description: 'new' });
		assert.throws(() => late.demandUnchanged(their, 'ks'), changed);
	});

	test('a version that goes further than our change takes it tells of another change between the same two looks', () => {
		const doubts = (to: number) => changing(listed({ version: 1 }), [], listed({ version: to })).doubts();
		// The link may be counted apart.
		assert.deepEqual([2, 3].flatMap(doubts), []);
		assert.deepEqual(
			doubts(4).map(({ id, versions, changes }) => [id, versions, changes]),
			[['ks', [1, 4], 1]],
		);
	});

	test('where the version of every file goes as far, that is how the appliance counts', () => {
		const moved = (ks: number, site: number) =>
			changing(listed({ version: 1 }, { version: 1 }), [], listed({ version: ks }, { version: site }));
		assert.deepEqual(moved(5, 5).doubts(), []);
		assert.deepEqual(
			moved(5, 2)
				.doubts()
				.map(({ id }) => id),
			['ks'],
		);
	});
});
