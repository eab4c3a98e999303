import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { deleteFilesQuestion, deleteImageQuestion, fileFacts, sizeText } from '../../../client/view/nodeLabels';
import { contentsOf } from '../../../client/view/serverContents';
import { readOsImages } from '../../../server/rest/osImages';

const { unattends, configs } = contentsOf(
	readOsImages({
		unattendFiles: [
			{ id: 'u1', name: 'a.ks', associatedFileId: 'c1' },
			{ id: 'u2', name: 'b.ks', associatedFileId: 'c1' },
			{ id: 'u3', name: 'silent.ks' },
		],
		configFiles: [
			{ id: 'c1', name: 'site.json', associatedFileId: 'u1' },
			{ id: 'c2', name: 'free.json', associatedFileId: '' },
		],
	}),
	[],
);
const all = [...unattends, ...configs];
const named = (...names: readonly string[]) => all.filter(({ name }) => names.includes(name));
const question = (...names: readonly string[]) => deleteFilesQuestion(named(...names), all, 'Lab');

suite('questions before a deletion', () => {
	test('each file that uses a configuration file is named', () => {
		const { message, detail } = question('site.json');
		assert.equal(message, 'Delete site.json from Lab?');
		assert.match(detail, /^a\.ks uses site\.json and would be left without its configuration file\.$/m);
		assert.match(detail, /^b\.ks uses site\.json/m);
	});

	test('a file that goes along is no reason to warn', () => {
		const { message, detail } = question('a.ks', 'b.ks', 'site.json');
		assert.equal(message, 'Delete a.ks, b.ks and site.json from Lab?');
		assert.match(detail, /^No other file on this server is linked with it\./);
	});

	test('a file without links is said to have none, and a silent server is not taken at its word', () => {
		assert.match(question('free.json').detail, /^No other file/);
		assert.match(question('silent.ks').detail, /^The server does not say what uses silent\.ks\./);
	});

	test('an image takes its profiles along', () => {
		const image = { id: 'i', name: 'rhels9.4', system: '', profiles: [{ id: 'p', name: 'Minimal', description: '' }] };
		assert.match(deleteImageQuestion(image, 'Lab').detail, /profiles are deleted with it: Minimal\./);
	});
});

suite('facts of a file', () => {
	for (const [bytes, text] of [
		[1, '1 byte'],
		[1023, '1023 bytes'],
		[1536, '1.5 KB'],
		[5_368_709_120, '5.0 GB'],
		[20_480, '20 KB'],
	] as const) {
		test(`${bytes} is written ${text}`, () => assert.equal(sizeText(bytes), text));
	}

	test('what the server does not tell is left out', () => {
		assert.deepEqual(named('silent.ks').map(fileFacts), ['silent.ks\nId u3']);
	});
});
