import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readOsImages } from '../../../../server/rest/osImages';
import { shownOf } from '../../../../server/rest/sync/shownFacts';
import { type RecordedFile, sentFacts } from '../../../../server/rest/sync/uploadRecord';
import { type Look, type UploadState, uploadState } from '../../../../server/rest/sync/uploadState';
import { aConfig } from './pairOnSimulator';

const entry = { id: '20260101120000_locale.json', name: 'locale.json', size: 35, associatedFileId: '1' };
const listed = (...configs: readonly object[]) => readOsImages({ configFiles: configs, unattendFiles: [] });

function record(facts: object = entry): RecordedFile {
	const [config] = listed(facts).configs;
	assert.ok(config);
	const stored = { ...sentFacts(aConfig), id: config.id, shown: shownOf(config) };
	return { key: aConfig.key, obsolete: [], stored };
}

const look = (...configs: readonly object[]): Look => ({ records: [record()], images: listed(...configs) });

suite('how a local file stands to its upload', () => {
	const state = (isCurrent: boolean, seen?: Look): UploadState => uploadState(record(), { isCurrent, look: seen });

	test('without a look, what is remembered counts', () => {
		assert.equal(uploadState(undefined, { isCurrent: false, look: undefined }), 'never');
		assert.equal(uploadState({ key: 'x' }, { isCurrent: false, look: look(entry) }), 'never');
		assert.deepEqual([state(true), state(false)], ['uploaded', 'changedHere']);
	});

	test('a look that shows it as it was changes nothing; links are no facts of the file', () => {
		const relinked = look({ ...entry, associatedFileId: '2' });
		assert.deepEqual([state(true, look(entry)), state(false, relinked)], ['uploaded', 'changedHere']);
	});

	test('a look tells what others have changed or removed', () => {
		const edited = look({ ...entry, size: 99 });
		assert.deepEqual([state(true, edited), state(false, edited)], ['changedThere', 'changedBoth']);
		assert.deepEqual([state(true, look()), state(false, look())], ['goneThere', 'goneThere']);
	});

	test('a look from before the last upload says nothing', () => {
		const newer = { ...entry, id: '20260101130000_locale.json' };
		assert.equal(uploadState(record(newer), { isCurrent: true, look: look(entry) }), 'uploaded');
		const again = { ...entry, size: 36 };
		assert.equal(uploadState(record(again), { isCurrent: true, look: look(entry) }), 'uploaded');
		const never = { records: [], images: listed() };
		assert.equal(uploadState(record(), { isCurrent: true, look: never }), 'uploaded');
	});
});
