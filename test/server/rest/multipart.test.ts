import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { bytesBody, uploadBody } from '../../../server/rest/multipart';

async function written(name: string, text: string): Promise<{ readonly text: string; readonly length: number }> {
	const body = uploadBody(name, bytesBody(Buffer.from(text)), 'B');
	const chunks: Uint8Array[] = [];
	for await (const chunk of body.bytes()) chunks.push(chunk);
	return { text: Buffer.concat(chunks).toString(), length: body.length };
}

suite('multipart', () => {
	test('two parts, of which the first names the second', async () => {
		const body = await written('sles.xml', '<é/>');
		assert.equal(
			body.text,
			[
				...['--B', 'Content-Disposition: form-data; name="name"', '', 'uploadedfile'],
				...['--B', 'Content-Disposition: form-data; name="uploadedfile"; filename="sles.xml"'],
				...['Content-Type: application/octet-stream', '', '<é/>', '--B--', ''],
			].join('\r\n'),
		);
		assert.equal(body.length, Buffer.byteLength(body.text));
	});

	test('a name cannot break out of its header, and loses its folders', async () => {
		const { text } = await written('C:\\x/..\\a"\r\nX-Evil: 1.ks', '');
		assert.ok(text.includes('filename="a%22%0D%0AX-Evil: 1.ks"'), text);
	});
});
