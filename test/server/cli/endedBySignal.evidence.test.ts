import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { test } from 'node:test';
import { dist } from '../../support/product';

const message = (content: object): string => {
	const text = JSON.stringify({ jsonrpc: '2.0', ...content });
	return `Content-Length: ${text.length}\r\n\r\n${text}`;
};

const skip = process.platform === 'win32' && 'no signals';

test('a signal ends a language server at once, whatever it does: no handler waits for its turn', { skip }, async () => {
	const program = path.join(dist, 'cli.js');
	const child = spawn(process.execPath, [program, 'language-server', '--stdio'], {
		stdio: ['pipe', 'pipe', 'inherit'],
	});
	child.stdin.write(
		message({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } }),
	);
	await once(child.stdout, 'data');
	child.kill('SIGTERM');
	assert.deepEqual(await once(child, 'exit'), [null, 'SIGTERM']);
});
