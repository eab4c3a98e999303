import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { fileFacts, sizeText } from '../../../client/view/nodeLabels';
import { contentsOf } from '../../../client/view/serverContents';
import { readOsImages } from '../../../server/rest/osImages';

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
		const { unattends } = contentsOf(readOsImages({ unattendFiles: [{ id: 'u3', name: 'silent.ks' }] }), []);
		assert.deepEqual(unattends.map(fileFacts), ['silent.ks\nId u3']);
	});
});
