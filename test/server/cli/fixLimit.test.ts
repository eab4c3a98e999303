import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { suite, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { fixFiles } from '../../../server/cli/check/fixFiles';
import { terminalOn } from '../../../server/cli/terminal';
import { workOfCommand } from '../../../server/cli/workOfCommand';
import type { TimeLimit } from '../../../server/workspace/timeLimit';
import { folder } from '../../support/product';
import { siteFiles } from '../../support/sampleFiles';

/** Calls off whatever fixes a file. */
const withoutFixes: TimeLimit = work => {
	const value = work();
	return typeof value === 'object' && value !== null && 'titles' in value ? undefined : { value };
};

suite('the time limit of check --fix', () => {
	test('fixes that do not come back are given up: the file stays as it is, and is named', async context => {
		const cwd = folder(context, siteFiles);
		const told: string[] = [];
		const stream = { write: (text: string) => told.push(text) };
		const terminal = terminalOn({
			stdin: Readable.from([]),
			stdout: stream,
			stderr: stream,
			cwd,
			environment: {},
			signal: new AbortController().signal,
		});
		const files = ['ks.cfg', 'site.xclarity.json'].map(
			file => ({ file, uri: pathToFileURL(path.join(cwd, file)).href, origin: 'named' }) as const,
		);
		const { fixes } = await fixFiles({
			files,
			preferences: { severities: {} },
			dryRun: false,
			repairs: false,
			tell: terminal.out,
			terminal,
			aroundWork: workOfCommand(withoutFixes),
		});
		assert.deepEqual(
			fixes.map(({ file, count }) => [file, count]),
			files.map(({ file }) => [file, 0]).reverse(),
		);
		assert.match(told.join(''), /^ks\.cfg was not repaired: it took so long that it was given up\.$/m);
		assert.equal(readFileSync(path.join(cwd, 'ks.cfg'), 'utf8'), siteFiles['ks.cfg']);
	});
});
