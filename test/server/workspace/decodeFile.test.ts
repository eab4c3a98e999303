import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { decodeFile } from '../../../server/workspace/decodeFile';

suite('decodeFile', () => {
	for (const [encoding, ...bytes] of [
		['UTF-32 (little endian)', 0xff, 0xfe, 0, 0, 0x61, 0, 0, 0],
		['UTF-32 (big endian)', 0, 0, 0xfe, 0xff, 0, 0, 0, 0x61],
		['UTF-8 with a byte order mark', 0xef, 0xbb, 0xbf, 0x61],
		['UTF-16 (little endian)', 0xff, 0xfe, 0x61, 0],
		['UTF-16 (big endian)', 0xfe, 0xff, 0, 0x61],
		['UTF-8', 0x61],
	] as const) {
		test(encoding, () => {
			const { mark, ...read } = decodeFile(Uint8Array.from(bytes));
			assert.deepEqual(read, { text: 'a', encoding });
			assert.deepEqual([...mark], encoding === 'UTF-8' ? [] : bytes.slice(0, mark.length));
			assert.equal(mark.length > 0, encoding !== 'UTF-8');
		});
	}
});
