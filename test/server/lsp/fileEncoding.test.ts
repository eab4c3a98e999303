import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { suite, type TestContext, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { CodeAction, Diagnostic } from 'vscode-languageserver-types';
import { LspSession } from '../../support/lspSession';
import { folder } from '../../support/product';
import { siteConfig } from '../../support/sampleFiles';

const config = siteConfig.replace('Site deployment', 'Straße');
const utf32 = (text: string): Buffer => Buffer.from([...text].flatMap(sign => [0, 0, 0, sign.charCodeAt(0)]));

interface Published {
	readonly uri: string;
	readonly version?: number;
	readonly diagnostics: Diagnostic[];
}

/** Opens a file with these bytes as an editor shows it, and gives the errors and warnings with their quick fixes. */
async function reported(context: TestContext, name: string, bytes: Buffer, shown: string) {
	const root = folder(context, {});
	const file = path.join(root, name);
	writeFileSync(file, bytes);
	const lsp = new LspSession();
	context.after(() => lsp.kill());
	await lsp.initialize([pathToFileURL(root).href]);
	const uri = pathToFileURL(file).href;
	lsp.open(uri, name.endsWith('.json') ? 'xclarity-config' : 'kickstart', shown);
	const { diagnostics: all } = await lsp.notification<Published>('textDocument/publishDiagnostics');
	const diagnostics = all.filter(({ severity = 1 }) => severity <= 2);
	const start = { line: 0, character: 0 };
	const actions = await lsp.request<CodeAction[]>('textDocument/codeAction', {
		textDocument: { uri },
		range: { start, end: start },
		context: { diagnostics },
	});
	return { lsp, uri, file, diagnostics, actions };
}

suite('a file that is not UTF-8, open in an editor', () => {
	for (const [encoding, bytes] of [
		['Windows-1252', Buffer.from(config, 'latin1')],
		['UTF-16 (little endian)', Buffer.from(`\ufeff${config}`, 'utf16le')],
		['UTF-16 (big endian)', Buffer.from(config, 'utf16le').swap16()],
		['UTF-32 (big endian)', utf32(config)],
	] as const) {
		test(`${encoding}, read as UTF-8 by the editor: one report that names it, and a fix that reads it anew`, async context => {
			const { diagnostics, actions, uri } = await reported(
				context,
				'site.xclarity.json',
				bytes,
				bytes.toString('utf8'),
			);
			assert.deepEqual(
				diagnostics.map(({ code }) => code),
				['file-encoding'],
			);
			assert.ok(JSON.stringify(diagnostics).includes(encoding), JSON.stringify(diagnostics));
			const [fix] = actions;
			assert.equal(fix?.title, `Read the file as ${encoding}, to be saved as UTF-8`);
			assert.deepEqual(
				fix?.edit?.changes?.[uri]?.map(({ newText }) => newText),
				[config],
			);
		});

		test(`${encoding}, read as such by the editor: one report until it is saved as UTF-8`, async context => {
			const { lsp, diagnostics, file, uri } = await reported(context, 'site.xclarity.json', bytes, config);
			assert.deepEqual(
				diagnostics.map(({ code }) => code),
				['file-encoding'],
			);
			writeFileSync(file, config);
			lsp.notify('textDocument/didSave', { textDocument: { uri } });
			await lsp.notification<Published>(
				'textDocument/publishDiagnostics',
				({ diagnostics: found }) => !found.some(({ code }) => code === 'file-encoding'),
			);
		});
	}

	test('an unattend file in Latin-1', async context => {
		const bytes = Buffer.from('# Zürich\nlang en_US.UTF-8\nrootpw --lock\n%packages\n%end\n', 'latin1');
		const { diagnostics, actions } = await reported(context, 'ks.cfg', bytes, bytes.toString('utf8'));
		assert.deepEqual(
			diagnostics.filter(({ code }) => code === 'unattend-encoding').map(({ range }) => range.start.line),
			[0],
		);
		assert.match(actions[0]?.title ?? '', /^Read the file as Windows-1252/);
	});

	test('what the person has changed since is not overwritten', async context => {
		const bytes = Buffer.from(config, 'latin1');
		const shown = bytes.toString('utf8').replace('siteDeploy', 'mySite');
		const { actions } = await reported(context, 'site.xclarity.json', bytes, shown);
		assert.deepEqual(
			actions.filter(({ title }) => title.startsWith('Read the file')),
			[],
		);
	});
});
