import assert from 'node:assert/strict';
import { suite, type TestContext, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Connection } from 'vscode-languageserver';
import { tellWork } from '../../../server/lsp/tellWork';
import { clientsServer, LspSession, serverHere } from '../../support/lspSession';
import { folder } from '../../support/product';
import { siteConfig, siteFiles, siteKickstart } from '../../support/sampleFiles';
import { sampled } from '../../support/thorough';

interface Work {
	readonly uri?: string;
}

/** A session with an editor that wants to know, on a folder with these files. */
async function started(context: TestContext, files: Readonly<Record<string, string>>, server = serverHere()) {
	const root = pathToFileURL(folder(context, files)).href;
	const lsp = new LspSession(server);
	context.after(() => lsp.kill());
	await lsp.initialize([root], {}, { initializationOptions: { tellsWork: true } });
	return { lsp, root, works: (uri: string) => lsp.notification<Work>('xclarity/atWork', work => work.uri === uri) };
}

/** Waits until the last word is that no file is read: between two turns it is said, too. */
const rests = (lsp: LspSession): Promise<Work> =>
	lsp.notification('xclarity/atWork', () => lsp.all<Work>('xclarity/atWork').at(-1)?.uri === undefined);

suite('what the server says that it reads', () => {
	test('a file is named when its work begins, and the one around it when the work goes on', () => {
		const told: (string | undefined)[] = [];
		const sendNotification = async (_method: unknown, work: Work): Promise<void> => void told.push(work.uri);
		const connection = { sendNotification, console: { error: assert.fail } };
		const around = tellWork(connection as unknown as Connection);
		around('file:///a.ks', () => {
			assert.deepEqual(told, ['file:///a.ks'], 'nothing may come after this');
			around('file:///b.json', () => assert.equal(told.at(-1), 'file:///b.json'));
			assert.equal(told.at(-1), 'file:///a.ks');
		});
	});

	test('each file that a check reads is named, and at the end none', async context => {
		const { lsp, root } = await started(context, siteFiles);
		const uri = `${root}/ks.cfg`;
		lsp.open(uri, 'kickstart', siteKickstart);
		await lsp.notification('textDocument/publishDiagnostics');
		await rests(lsp);
		const told = lsp.all<Work>('xclarity/atWork').map(work => work.uri?.slice(root.length + 1));
		assert.equal(told.at(-1), undefined);
		for (const file of ['ks.cfg', 'xclarity.json', 'site.xclarity.json']) assert.ok(told.includes(file), file);
		// The file beside it was read on the way, and the check goes on.
		const config = told.lastIndexOf('site.xclarity.json');
		assert.ok(told.slice(config).includes('ks.cfg'), told.join());
	});

	test('the file that a request is about is named before it is answered', async context => {
		const { lsp, root } = await started(context, siteFiles);
		const textDocument = { uri: `${root}/ks.cfg` };
		lsp.open(textDocument.uri, 'kickstart', siteKickstart);
		await lsp.notification('textDocument/publishDiagnostics');
		const hover = () => lsp.request('textDocument/hover', { textDocument, position: { line: 4, character: 8 } });
		// The second one finds all that is kept of a text.
		await hover();
		await rests(lsp);
		const before = lsp.received('xclarity/atWork');
		await hover();
		const [work] = lsp.all<Work>('xclarity/atWork').slice(before);
		assert.deepEqual(work, textDocument);
	});

	test('an editor that does not ask for it is told nothing', async context => {
		const root = pathToFileURL(folder(context, siteFiles)).href;
		const lsp = new LspSession();
		await lsp.initialize([root]);
		lsp.open(`${root}/ks.cfg`, 'kickstart', siteKickstart);
		await lsp.notification('textDocument/publishDiagnostics');
		assert.equal(lsp.received('xclarity/atWork'), 0);
	});

	const filesReadToo = [
		['the file that is linked with it', 'site.xclarity.json', siteFiles],
		['a file beside it that could be linked with it', 'beside.json', { 'beside.json': siteConfig }],
	] as const;
	for (const [what, file, files] of sampled(filesReadToo, 2)) {
		test(`a server that never comes back from ${what} has named that one`, async context => {
			const { lsp, root, works } = await started(context, files, clientsServer(file));
			lsp.open(`${root}/ks.cfg`, 'kickstart', siteKickstart);
			await works(`${root}/${file}`);
		});
	}
});
