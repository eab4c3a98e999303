import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { dist, folder } from '../../support/product';

const message = (content: object): string => {
	const text = JSON.stringify({ jsonrpc: '2.0', ...content });
	return `Content-Length: ${text.length}\r\n\r\n${text}`;
};

const started = (params: object, programs = dist) => {
	const program = path.join(programs, 'cli.js');
	const child = spawn(process.execPath, [program, 'language-server', '--stdio']);
	const all = { processId: null, rootUri: null, capabilities: {}, ...params };
	child.stdin.write(message({ id: 1, method: 'initialize', params: all }));
	return child;
};

const skip = process.platform === 'win32' && 'no signals';

test('a signal ends a language server at once, whatever it does: no handler waits for its turn', { skip }, async () => {
	const child = started({});
	await once(child.stdout, 'data');
	child.kill('SIGTERM');
	assert.deepEqual(await once(child, 'exit'), [null, 'SIGTERM']);
});

test('a language server that cannot start says so and ends: it would answer nothing', async context => {
	const programs = folder(context, {});
	cpSync(dist, programs, { recursive: true });
	rmSync(path.join(programs, 'texts.keys.txt'));
	const child = started({ locale: 'de' }, programs);
	child.stdin.write(message({ method: 'initialized', params: {} }));
	const ended = once(child, 'exit');
	assert.match(await text(child.stderr), /^The language server cannot start: Error: ENOENT: .*texts\.keys\.txt/);
	assert.deepEqual(await ended, [1, null]);
});
