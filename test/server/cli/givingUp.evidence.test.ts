import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { folder, start } from '../../support/product';
import { siteFiles } from '../../support/sampleFiles';

/** What reads a file with this name in it never comes back; each try is called off long before the minute of the real limit. */
const poison = `
	const { Script } = require('node:vm');
	const run = Script.prototype.runInThisContext;
	Script.prototype.runInThisContext = function (options) { return run.call(this, { ...options, timeout: 2000 }); };
	const parse = JSON.parse;
	JSON.parse = text => { while (String(text).includes('endless')); return parse(text); };`;

const endless = JSON.stringify({ name: 'endless', type: 'assoc_array', content: [] });

suite('files that a command gives up, as processes', () => {
	for (const [command, ...args] of [
		['preview', 'ks.cfg'],
		['pair', 'ks.cfg'],
		['map'],
		['form', 'site.xclarity.json'],
	] as const) {
		test(`${command} ends and names the file that it does not come back from`, async context => {
			const files = { ...siteFiles, 'site.xclarity.json': endless, 'first.cjs': poison };
			const cwd = folder(context, files);
			const environment = { NODE_OPTIONS: '--require ./first.cjs' };
			const { code, stderr } = await start([command, ...args], { cwd, environment }).finished;
			assert.match(stderr, /^xclarity: Reading .*site\.xclarity\.json took so long that it was given up\.$/m);
			assert.equal(code, 2);
		});
	}
});
