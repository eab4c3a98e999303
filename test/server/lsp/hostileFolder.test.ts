import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { suite, type TestContext, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Diagnostic } from 'vscode-languageserver-types';
import { LspSession } from '../../support/lspSession';
import { folder } from '../../support/product';
import { siteConfig, siteFiles, siteKickstart } from '../../support/sampleFiles';
import { hostileLength, sampled } from '../../support/thorough';

const mistake = 'frobnicate --now\n';
const noPipes = { skip: process.platform === 'win32' && 'Windows has neither pipes nor devices in folders' };

/** Puts into a folder what a server must not wait for, and must not take for a text. */
function fillWithOddThings(context: TestContext, cwd: string): void {
	const at = (name: string): string => path.join(cwd, name);
	for (const ending of ['.ks', '.json', '.xclarity.json', '.values.json', '.xml']) {
		execFileSync('mkfifo', [at(`pipe${ending}`)]);
		symlinkSync('/dev/zero', at(`zero${ending}`));
		symlinkSync('nowhere', at(`dangling${ending}`));
		mkdirSync(at(`folder${ending}`));
		const server = createServer().listen(at(`socket${ending}`));
		context.after(() => server.close());
		for (let number = 0; number < 64; number++)
			symlinkSync(`ring${(number + 1) % 64}${ending}`, at(`ring${number}${ending}`));
		writeFileSync(at(`huge${ending}`), '{');
		truncateSync(at(`huge${ending}`), 50_000_000);
	}
	for (const odd of ['below/xclarity.json', 'pipes/xclarity.json', 'rings/xclarity.json'])
		mkdirSync(path.dirname(at(odd)), { recursive: true });
	mkdirSync(at('below/xclarity.json'));
	execFileSync('mkfifo', [at('pipes/xclarity.json')]);
	symlinkSync('xclarity.json', at('rings/xclarity.json'));
	symlinkSync('..', at('below/up'));
}

/** Names that are hard to write as a URI, with a mistake in each file. */
const oddNames = [
	'line\nbreak.ks',
	'100%.ks',
	'%41.ks',
	'a#b?c.ks',
	'ünï 漢字 \u{1f40d}.ks',
	' .ks',
	"it's [a] {b}.ks",
];

suite('a folder that holds what is no file', noPipes, () => {
	for (const below of sampled(['', 'below', 'pipes', 'rings'], 3)) {
		test(`a file in it is checked with its links, below ${below || 'its root'}`, async context => {
			const cwd = folder(context, { ...siteFiles, 'ks.cfg': siteKickstart + mistake });
			fillWithOddThings(context, cwd);
			const root = pathToFileURL(cwd).href;
			const lsp = new LspSession();
			await lsp.initialize([root], { textDocument: { diagnostic: {} } });
			const uri = path.posix.join(below, 'new.ks');
			writeFileSync(path.join(cwd, uri), `${siteKickstart}%include ../pipe.ks\n${mistake}`);
			const codes = async (name: string): Promise<unknown[]> => {
				const { items } = await lsp.request<{ items: Diagnostic[] }>('textDocument/diagnostic', {
					textDocument: { uri: `${root}/${name}` },
				});
				return items.map(({ code }) => code);
			};
			assert.ok((await codes(uri)).includes('kickstart-unknown-command'));
			assert.deepEqual(await codes('ks.cfg'), ['kickstart-unknown-command']);
			assert.equal(lsp.received('window/logMessage'), 0);
		});
	}

	test('all of it is checked, mapped and offered without a word in the log', async context => {
		const cwd = folder(context, {
			...siteFiles,
			...Object.fromEntries(oddNames.map(name => [name, siteKickstart + mistake])),
		});
		fillWithOddThings(context, cwd);
		writeFileSync(
			Buffer.concat([Buffer.from(`${cwd}/no utf8 `), Buffer.from([0xff, 0xfe]), Buffer.from('.ks')]),
			mistake,
		);
		const root = pathToFileURL(cwd).href;
		const lsp = new LspSession();
		await lsp.initialize([root]);
		const { errors } = await lsp.request<{ errors: number }>('xclarity/checkFolder', {});
		assert.ok(errors >= oddNames.length, String(errors));
		const published = lsp.all<{ uri: string; diagnostics: Diagnostic[] }>('textDocument/publishDiagnostics');
		const unlike = oddNames.filter(
			name =>
				!published.some(
					({ uri, diagnostics }) => uri === pathToFileURL(path.join(cwd, name)).href && diagnostics.length > 0,
				),
		);
		assert.deepEqual(unlike, []);
		const { configs } = await lsp.request<{ configs: unknown[] }>('xclarity/deploymentMap', {});
		assert.equal(configs.length, 1);
		const { candidates } = await lsp.request<{ candidates: unknown[] }>('xclarity/linkCandidates', {
			uri: `${root}/100%25.ks`,
		});
		assert.equal(candidates.length, 1);
		const all = await lsp.request<{ items: unknown[] }>('workspace/diagnostic', { previousResultIds: [] });
		assert.ok(all.items.length > oddNames.length);
		assert.equal(lsp.received('window/logMessage'), 0);
	});
});

suite('more than a person has', () => {
	const open = hostileLength(300, 10_000);
	test(`${open} open files`, async () => {
		const lsp = new LspSession();
		await lsp.initialize();
		const uri = (number: number): string => `file:///gone/${number}.ks`;
		for (let number = 0; number < open; number++) lsp.open(uri(number), 'kickstart', mistake);
		const published = await lsp.notification<{ uri: string; diagnostics: Diagnostic[] }>(
			'textDocument/publishDiagnostics',
			told => told.uri === uri(open - 1),
		);
		assert.equal(published.diagnostics.length, 1);
	});

	const files = hostileLength(300, 25_000);
	test(`${files} files in one folder, and a manifest of as many patterns`, async context => {
		const patterns = Array.from({ length: files }, (_, number) => `*${number}*`);
		const manifest = JSON.stringify({ links: [{ config: 'site.xclarity.json', unattend: patterns }] });
		const cwd = folder(context, { 'site.xclarity.json': siteConfig, 'xclarity.json': manifest });
		for (let number = 0; number < files; number++) writeFileSync(path.join(cwd, `${number}.ks`), '');
		writeFileSync(path.join(cwd, '0.ks'), siteKickstart + mistake);
		const root = pathToFileURL(cwd).href;
		const lsp = new LspSession();
		await lsp.initialize([root], { textDocument: { diagnostic: {} } });
		for (const name of ['0.ks', 'site.xclarity.json', 'xclarity.json']) {
			const { items } = await lsp.request<{ items: Diagnostic[] }>('textDocument/diagnostic', {
				textDocument: { uri: `${root}/${name}` },
			});
			assert.ok(
				name !== '0.ks' || items.some(({ code }) => code === 'kickstart-unknown-command'),
				JSON.stringify(items),
			);
		}
	});
});
