import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { largeBombs } from '../../fuzz/largeBombs';
import { LspSession, serverProcess } from '../../support/lspSession';
import { dist, folder } from '../../support/product';
import { siteKickstart } from '../../support/sampleFiles';

/** Megabytes of the heap; what runs out of them ends with a signal. */
const memory = '--max-old-space-size=256';

/**
 * A server keeps the documents that are open, and its messages carry their whole text. It needs 700; on a machine that
 * many others share, the collector comes later.
 */
const serverMemory = '--max-old-space-size=1024';

/** Ends of the terminal tool that are answers: clean, with problems, not everything checked. */
const answers = [0, 1, 2];

suite('files that ask for more than a program has', () => {
	for (const [name, bytes] of largeBombs()) {
		test(`${name} in the terminal`, context => {
			const root = folder(context, {});
			writeFileSync(path.join(root, name), bytes);
			const program = path.join(dist, 'cli.js');
			const { status, stdout } = spawnSync(process.execPath, [memory, program, 'check', name], {
				cwd: root,
				encoding: 'utf8',
				maxBuffer: 512 * 1024 * 1024,
			});
			assert.ok(status !== null && answers.includes(status), `it ended with ${status}`);
			assert.match(stdout, /^\d+ files?: .*$/m);
		});
	}

	test('a language server reads them all, one after the other, and goes on', async context => {
		const root = folder(context, {});
		const lsp = new LspSession(serverProcess(dist, [serverMemory]));
		context.after(() => lsp.kill());
		await lsp.initialize([pathToFileURL(root).href]);
		const checked = (uri: string) =>
			lsp.notification<{ uri: string; diagnostics: unknown[] }>(
				'textDocument/publishDiagnostics',
				published => published.uri === uri,
			);
		for (const [name, bytes] of largeBombs()) {
			const uri = pathToFileURL(path.join(root, name)).href;
			lsp.open(
				uri,
				name.endsWith('.json') ? 'xclarity-config' : name.endsWith('.xml') ? 'xml' : 'kickstart',
				bytes.toString(),
			);
			await checked(uri);
			lsp.notify('textDocument/didClose', { textDocument: { uri } });
		}
		const uri = pathToFileURL(path.join(root, 'good.cfg')).href;
		lsp.open(uri, 'kickstart', `${siteKickstart}frobnicate --now\n`);
		assert.match(JSON.stringify(await checked(uri)), /frobnicate/);
	});
});
