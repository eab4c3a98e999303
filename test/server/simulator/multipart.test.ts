import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { boundaryOf, readMultipart } from '../../../server/simulator/multipart';
import { Refusal } from '../../../server/simulator/reply';
import { boundary, multipart } from './applianceSession';

async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
	for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

suite('readMultipart', () => {
	test('finds the parts however the body is cut into pieces', async () => {
		const bytes = Buffer.from(`\r\n--${boundary.slice(0, -1)}\r\n\r\n-${boundary}\n--${boundary}\u0000ÿ\r\n`, 'latin1');
		for (const size of [1, 2, 3, 7, 36, 1000]) {
			const parts = await readMultipart(inPieces(multipart(bytes), size), boundary, 1000);
			assert.deepEqual(
				parts.map(({ name, filename, size: length }) => [name, filename, length]),
				[
					['name', undefined, 12],
					['uploadedfile', 'file.txt', bytes.length],
				],
				`pieces of ${size}`,
			);
			assert.deepEqual(parts[1]?.content, bytes, `pieces of ${size}`);
		}
	});

	test('counts all bytes of a part and keeps only as many as it may', async () => {
		const [, file] = await readMultipart(inPieces(multipart(Buffer.alloc(100_000, 'x')), 4096), boundary, 10);
		assert.deepEqual([file?.size, file?.content.toString()], [100_000, 'xxxxxxxxxx']);
	});

	test('refuses a body that is cut off, and one that is something else', async () => {
		const cut = multipart('text').subarray(0, -10);
		await assert.rejects(readMultipart(inPieces(cut, 64), boundary, 10), Refusal);
		await assert.rejects(readMultipart(inPieces(Buffer.from('{"serverId": "1"}'), 64), boundary, 10), Refusal);
		await assert.rejects(readMultipart(inPieces(Buffer.alloc(0), 64), boundary, 10), Refusal);
	});
});

test('boundaryOf reads the boundary, quoted or not', () => {
	assert.equal(boundaryOf('multipart/form-data; boundary=abc'), 'abc');
	assert.equal(boundaryOf('multipart/form-data; charset=utf-8; boundary="a b"'), 'a b');
	assert.equal(boundaryOf('application/json; boundary=abc'), undefined);
	assert.equal(boundaryOf(undefined), undefined);
});
