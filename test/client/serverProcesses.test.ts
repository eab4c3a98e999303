import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { createServerProcesses } from '../../client/serverProcesses';
import { folder } from '../support/product';

/** Notes that it was started, and answers what it is sent. */
const server = `
	require('node:fs').appendFileSync(__dirname + '/starts.txt', '.');
	process.on('message', message => process.send(message));
`;

suite('the processes of the language server', () => {
	test('the one that was started early is the first, and no other is started before it has gone', async context => {
		const extension = folder(context, { 'dist/languageServer.js': server });
		const { startEarly, next, dispose } = createServerProcesses(extension);
		context.after(() => dispose());
		const starts: string[] = [];
		startEarly();
		startEarly();
		for (let time = 0; time < 2; time++) {
			const taken = next();
			startEarly();
			taken.send('are you there?');
			await once(taken, 'message');
			starts.push(readFileSync(path.join(extension, 'dist', 'starts.txt'), 'utf8'));
			taken.kill('SIGKILL');
			await once(taken, 'exit');
		}
		assert.deepEqual(starts, ['.', '..']);
	});
});
