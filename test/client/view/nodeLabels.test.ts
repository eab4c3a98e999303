import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { descriptionOf, fileFacts, sizeText } from '../../../client/view/nodeLabels';
import { contentsOf } from '../../../client/view/serverContents';
import { readOsImages } from '../../../server/rest/osImages';

suite('facts of a file', () => {
	for (const [bytes, text] of [
		[1, '1 byte'],
		[1023, '1023 bytes'],
		[1536, '1.5 KB'],
		[5_368_709_120, '5.0 GB'],
		[20_480, '20 KB'],
		[2 ** 50, '1024 TB'],
	] as const) {
		test(`${bytes} is written ${text}`, () => assert.equal(sizeText(bytes), text));
	}

	test('what the server does not tell is left out', () => {
		const { unattends } = contentsOf(readOsImages({ unattendFiles: [{ id: 'u3', name: 'silent.ks' }] }), []);
		assert.deepEqual(unattends.map(fileFacts), ['silent.ks\nId u3']);
	});

	test('what is odd about a file comes first, and its facts say where the way out is', () => {
		const file = (id: string) => ({ id, name: 'ks.cfg', os: 'rhels', associatedFileId: '' });
		const { unattends } = contentsOf(readOsImages({ unattendFiles: [file('u1'), file('u2')] }), []);
		const server = { id: 'lab', name: 'Lab', url: 'https://lxca.example.net', user: 'USERID' };
		const [one] = unattends;
		assert.ok(one);
		assert.equal(descriptionOf({ kind: 'file', server, file: one }), '⚠ 2 files have this name · rhels · not linked');
		assert.match(fileFacts(one), /\n⚠ 2 files have this name: “Keep only this one…” in its menu deletes the others$/);
	});
});
