import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { LspSession, serverProcess } from '../../support/lspSession';

const lost = /^The language server ends: what it reads is not the protocol: .*\.\n$/;
const nothing = /^$/;
const shutdown = { jsonrpc: '2.0', id: 'shutdown', method: 'shutdown' };
const exit = { jsonrpc: '2.0', method: 'exit' };

interface End {
	readonly sends: readonly (object | Buffer)[];
	readonly code: number;
	readonly says: RegExp;
	readonly isClosed?: boolean;
}

const bytes = (text: string, says = lost): End => ({ sends: [Buffer.from(text)], code: 1, says });

/** Ways to end a server, with its exit code and what it writes to standard error. */
const ends: Readonly<Record<string, End>> = {
	'exit without shutdown': { sends: [exit], code: 1, says: nothing },
	'shutdown, once more, and exit': { sends: [shutdown, shutdown, exit], code: 0, says: nothing },
	'its input ends': { sends: [], code: 1, says: nothing, isClosed: true },
	'its input ends behind shutdown': { sends: [shutdown], code: 0, says: nothing, isClosed: true },
	'its input ends in a body': { ...bytes('Content-Length: 50\r\n\r\n{"json', nothing), isClosed: true },
	'its input ends behind a header': { ...bytes('Content-Length: 50\r\n\r\n', nothing), isClosed: true },
	'a length that is too small': bytes('Content-Length: 3\r\n\r\n{"jsonrpc":"2.0","method":"x"}\r\n\r\n'),
	'a negative length': bytes('Content-Length: -5\r\n\r\n'),
	'a length that is no number': bytes('Content-Length: abc\r\n\r\n'),
	'a length that no memory holds': bytes('Content-Length: 99999999999999\r\n\r\n'),
	'a header without a length': bytes('X-Foo: 1\r\n\r\n'),
	'no header': bytes('\r\n\r\n'),
	'a header that never ends': bytes('x'.repeat(5_000_000)),
};

suite('a language server ends, and says why where it cannot follow', () => {
	for (const [name, { sends, code, says, isClosed }] of Object.entries(ends)) {
		test(name, async context => {
			const server = serverProcess();
			// It may have ended before it has read all.
			server.input.on('error', () => undefined);
			const lsp = new LspSession(server);
			context.after(() => lsp.kill());
			await lsp.initialize();
			for (const message of sends) {
				lsp.write(message);
				if (message === shutdown) await lsp.answer(shutdown.id);
			}
			if (isClosed) server.input.end();
			assert.equal(await lsp.exited, code);
			assert.match(lsp.stderr, says);
		});
	}
});
