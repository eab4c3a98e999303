import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { frameCheck } from '../../../server/lsp/frameCheck';

const noLength = 'a header has no Content-Length';
const good = 'Content-Length: 2\r\n\r\n{}';

/** Streams, with what is wrong with them. */
const streams: Readonly<Record<string, string | undefined>> = {
	[good]: undefined,
	[good + good]: undefined,
	'Content-Type: x; charset=utf-8\r\ncontent-length:  2 \r\n\r\n{}': undefined,
	'Content-Length: 0\r\n\r\nContent-Length: 3': undefined,
	'Content-Length: 50\r\n\r\n\r\n\r\n{}': undefined,
	[`Content-Length: 1\r\n\r\n{}${good}`]: noLength,
	'Content-Length: -5\r\n\r\n': noLength,
	'Content-Length: two\r\n\r\n': noLength,
	'Content-Length: 5.5\r\n\r\n': noLength,
	'Content-Length:\r\n\r\n2': noLength,
	'X-Length: 1\r\n\r\n': noLength,
	[`${good}garbage\r\n\r\n`]: noLength,
	'\r\n\r\n': noLength,
	// The longest text of this engine, and a byte more.
	'Content-Length: 536870911\r\n\r\n{}': undefined,
	'Content-Length: 536870912\r\n\r\n{}': 'a message is too long',
	'Content-Length: 99999999999\r\n\r\n': 'a message is too long',
	[good + 'x'.repeat(20_000)]: 'a header does not end',
};

suite('a stream of messages', () => {
	for (const [stream, fault] of Object.entries(streams)) {
		test(JSON.stringify(stream.slice(0, 60)), () => {
			const bytes = Buffer.from(stream);
			const said = new Set([frameCheck()(bytes)]);
			for (const size of [1, 7, 10]) {
				const check = frameCheck();
				let found: string | undefined;
				for (let at = 0; at < bytes.length && found === undefined; at += size)
					found = check(bytes.subarray(at, at + size));
				said.add(found);
			}
			assert.deepEqual([...said], [fault]);
		});
	}
});
