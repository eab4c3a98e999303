import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { folder, start, xclarity } from '../../support/product';
import { siteFiles, siteKickstart } from '../../support/sampleFiles';

/** Takes five bytes at a time; the third time the pipe is full, and does not wait until somebody has read. */
const fullPipe = `
const fs = require('node:fs');
const { writeSync } = fs;
let writes = 0;
fs.writeSync = (descriptor, bytes) => {
	if (++writes === 3) throw Object.assign(new Error('full'), { code: 'EAGAIN' });
	return writeSync(descriptor, bytes, 0, 5);
};
`;

suite('standard output', () => {
	test('has all of a text, in order, also where a pipe is full in between', async context => {
		const bad = siteKickstart.replace('server0.locale', 'server0.locle');
		const cwd = folder(context, { ...siteFiles, 'münchen.cfg': bad, 'full.cjs': fullPipe });
		const args = ['check', '--format', 'json', 'münchen.cfg'];
		const environment = { NODE_OPTIONS: '--require ./full.cjs' };
		assert.deepEqual(await start(args, { cwd, environment }).finished, await xclarity(args, { cwd }));
	});
});
