import assert from 'node:assert/strict';
import { suite, type TestContext, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { FileChangeType } from 'vscode-languageserver';
import type { Diagnostic } from 'vscode-languageserver-types';
import { longestText } from '../../../server/language/setAside';
import type { TimeLimit } from '../../../server/workspace/timeLimit';
import { clientsServer, LspSession, serverHere } from '../../support/lspSession';
import { folder } from '../../support/product';
import { siteConfig, siteFiles, siteKickstart } from '../../support/sampleFiles';
import { isThorough } from '../../support/thorough';

interface Published {
	readonly uri: string;
	readonly version?: number;
	readonly diagnostics: readonly Diagnostic[];
}

/** Calls off work once, as if it never came back: the first whose result is meant. */
function endless(isMeant: (value: object) => boolean): TimeLimit {
	let isOver = false;
	return work => {
		const value = work();
		if (isOver || !isMeant(Object(value))) return { value };
		isOver = true;
		return undefined;
	};
}

const isCheck = (value: object): boolean => Array.isArray(value) && value.some(each => Object.hasOwn(each, 'range'));
const isHover = (value: object): boolean => 'contents' in value;
/** What `recognise` says of a kickstart file. */
const isKickstart = (value: object): boolean => String(value) === 'kickstart';
/** What a manifest says, read and put in order. */
const isManifest = (value: object): boolean => 'links' in value && 'ignore' in value;
/** Which files a manifest links with each configuration-settings file. */
const areLinks = (value: object): boolean => value instanceof Map;
/** The macros of a configuration-settings file. */
const isTable = (value: object): boolean => 'nodes' in value;

const mistake = 'frobnicate --now\n';

/** A server with a folder, started by an editor like ours. */
async function started(
	context: TestContext,
	{ root, stopped = [], server }: { root: string; stopped?: readonly string[]; server?: ReturnType<typeof serverHere> },
): Promise<LspSession> {
	const lsp = new LspSession(server);
	context.after(() => lsp.kill());
	await lsp.initialize([root], {}, { initializationOptions: { tellsWork: true, stopped } });
	return lsp;
}

async function codesOf(lsp: LspSession, uri: string, version: number): Promise<unknown[]> {
	const { diagnostics } = await lsp.notification<Published>(
		'textDocument/publishDiagnostics',
		published => published.uri === uri && published.version === version,
	);
	return diagnostics.map(({ code }) => code);
}

suite('files that are set aside', () => {
	test('a server that was killed while it read a file leaves the file alone, and reads all others', async context => {
		const root = pathToFileURL(folder(context, siteFiles)).href;
		const poison = `${root}/ks.cfg`;
		// That a file is named before it is read, tellWork.test.ts shows in any run.
		if (isThorough) {
			const first = await started(context, { root, server: clientsServer() });
			first.open(poison, 'kickstart', siteKickstart + mistake.repeat(20_000));
			await first.notification<{ uri?: string }>('xclarity/atWork', ({ uri }) => uri === poison);
			await first.kill();
		}
		const second = await started(context, { root, stopped: [poison] });
		second.open(poison, 'kickstart', siteKickstart + mistake);
		assert.deepEqual(await codesOf(second, poison, 1), ['file-set-aside']);
		second.open(`${root}/other.cfg`, 'kickstart', siteKickstart + mistake);
		assert.deepEqual(await codesOf(second, `${root}/other.cfg`, 1), ['kickstart-unknown-command']);
		second.change(poison, 2, siteKickstart + mistake);
		assert.deepEqual(await codesOf(second, poison, 2), ['kickstart-unknown-command']);
	});

	test('with a whole file selected, fixes are offered for as many reports as a person reads', async context => {
		const root = pathToFileURL(folder(context, siteFiles)).href;
		const lsp = await started(context, { root });
		const uri = `${root}/ks.cfg`;
		lsp.open(uri, 'kickstart', siteKickstart + 'tiemzone UTC\n'.repeat(120));
		const { diagnostics } = await lsp.notification<Published>(
			'textDocument/publishDiagnostics',
			published => published.uri === uri,
		);
		assert.ok(diagnostics.length >= 120);
		const range = { start: { line: 0, character: 0 }, end: { line: 200, character: 0 } };
		const actions = await lsp.request<{ title: string; kind?: string }[]>('textDocument/codeAction', {
			textDocument: { uri },
			range,
			context: { diagnostics },
		});
		const cures = actions.filter(({ title }) => title.includes('timezone')).length;
		assert.ok(cures > 0 && cures <= 50, String(cures));
	});

	test('when nothing is left to do, no file is named', async context => {
		const root = pathToFileURL(folder(context, siteFiles)).href;
		const lsp = await started(context, { root });
		lsp.open(`${root}/ks.cfg`, 'kickstart', siteKickstart);
		await lsp.notification<{ uri?: string }>('xclarity/atWork', ({ uri }) => uri === undefined);
		assert.ok(lsp.received('xclarity/atWork') >= 2, 'and before it, one was');
	});

	test('a file from which the server does not come back is left alone until it changes, and the others are read', async context => {
		const root = pathToFileURL(folder(context, siteFiles)).href;
		const poison = `${root}/ks.cfg`;
		const lsp = await started(context, { root, server: serverHere({ limit: endless(isCheck) }) });
		lsp.open(poison, 'kickstart', siteKickstart + mistake);
		assert.deepEqual(await codesOf(lsp, poison, 1), ['file-set-aside']);
		lsp.open(`${root}/other.cfg`, 'kickstart', siteKickstart + mistake);
		assert.deepEqual(await codesOf(lsp, `${root}/other.cfg`, 1), ['kickstart-unknown-command']);
		const position = { line: 0, character: 1 };
		assert.equal(await lsp.request('textDocument/hover', { textDocument: { uri: poison }, position }), null);
		lsp.change(poison, 2, siteKickstart + mistake);
		assert.deepEqual(await codesOf(lsp, poison, 2), ['kickstart-unknown-command']);
	});

	test('a file that is left alone stays so when it is touched, deleted, or closed and opened again', async context => {
		const root = pathToFileURL(folder(context, siteFiles)).href;
		const uri = `${root}/ks.cfg`;
		const lsp = new LspSession();
		context.after(() => lsp.kill());
		const asking = { textDocument: { diagnostic: {} } };
		await lsp.initialize([root], asking, { initializationOptions: { tellsWork: true, stopped: [uri] } });
		const open = (version: number): void =>
			lsp.notify('textDocument/didOpen', {
				textDocument: { uri, languageId: 'kickstart', version, text: siteKickstart + mistake },
			});
		const close = (): void => lsp.notify('textDocument/didClose', { textDocument: { uri } });
		const onDisk = (type: FileChangeType): void =>
			lsp.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });
		const codes = async (): Promise<unknown[]> => {
			const { items } = await lsp.request<{ items: Diagnostic[] }>('textDocument/diagnostic', {
				textDocument: { uri },
			});
			return items.map(({ code }) => code);
		};
		open(7);
		assert.deepEqual(await codes(), ['file-set-aside']);
		onDisk(FileChangeType.Changed);
		assert.deepEqual(await codes(), ['file-set-aside'], 'its text in the editor is as it was');
		onDisk(FileChangeType.Deleted);
		assert.deepEqual(await codes(), ['file-set-aside'], 'an editor still has it');
		close();
		open(1);
		assert.deepEqual(await codes(), ['file-set-aside'], 'versions are counted anew');
		close();
		onDisk(FileChangeType.Changed);
		open(1);
		assert.deepEqual(await codes(), ['kickstart-unknown-command'], 'it has changed while no editor had it');
	});

	test('a verb that does not come back answers with nothing, and the file says so', async context => {
		const root = pathToFileURL(folder(context, siteFiles)).href;
		const uri = `${root}/ks.cfg`;
		const lsp = await started(context, { root, server: serverHere({ limit: endless(isHover) }) });
		lsp.open(uri, 'kickstart', siteKickstart + mistake);
		assert.deepEqual(await codesOf(lsp, uri, 1), ['kickstart-unknown-command']);
		const position = { line: 4, character: 8 };
		assert.equal(await lsp.request('textDocument/hover', { textDocument: { uri }, position }), null);
		const { diagnostics } = await lsp.notification<Published>('textDocument/publishDiagnostics', published =>
			published.diagnostics.some(({ code }) => code === 'file-set-aside'),
		);
		assert.equal(diagnostics.length, 1);
		assert.match(JSON.stringify(diagnostics), /given up/);
	});

	test('an editor that asks for diagnostics gets that one report as well', async context => {
		const root = pathToFileURL(folder(context, { ...siteFiles, 'ks.cfg': siteKickstart + mistake })).href;
		const lsp = new LspSession(serverHere({ limit: endless(isCheck) }));
		await lsp.initialize([root], { textDocument: { diagnostic: {} } });
		const textDocument = { uri: `${root}/ks.cfg` };
		const { items } = await lsp.request<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument });
		assert.deepEqual(
			items.map(({ code }) => code),
			['file-set-aside'],
		);
	});

	// One that a manifest names, and one of which its text alone tells what it is.
	for (const [file, files] of [
		['ks.cfg', siteFiles],
		['text.cfg', {}],
	] as const) {
		test(`${file}: telling what it is does not come back, which is tried once`, async context => {
			const root = pathToFileURL(folder(context, siteFiles)).href;
			const uri = `${root}/${file}`;
			const limit = endless(isKickstart);
			const lsp = await started(context, { root, server: serverHere({ limit }) });
			lsp.open(uri, 'plaintext', siteKickstart + mistake);
			assert.deepEqual(await codesOf(lsp, uri, 1), ['file-set-aside']);
			lsp.open(`${root}/other.cfg`, 'kickstart', siteKickstart + mistake);
			assert.deepEqual(await codesOf(lsp, `${root}/other.cfg`, 1), ['kickstart-unknown-command']);
			lsp.change(uri, 2, siteKickstart + mistake);
			assert.deepEqual(await codesOf(lsp, uri, 2), ['kickstart-unknown-command']);
		});

		test(`${file}: what has stopped a server is not read again: its name, and its text to the editor, say what it is`, async context => {
			const root = pathToFileURL(folder(context, files)).href;
			const uri = `${root}/${file}`;
			const texts = new Set<unknown>();
			const limit: TimeLimit = work => {
				const value = work();
				texts.add(value);
				return { value };
			};
			const lsp = await started(context, { root, stopped: [uri], server: serverHere({ limit }) });
			const asked = { uri, languageId: 'plaintext', text: siteKickstart + mistake };
			const recognised = await lsp.request<{ kind?: string }>('xclarity/recognise', asked);
			lsp.open(uri, 'plaintext', asked.text);
			assert.deepEqual(await codesOf(lsp, uri, 1), ['file-set-aside']);
			// An editor is told by the text, so that it opens the file and shows its report.
			assert.equal(recognised.kind, 'kickstart');
			assert.ok(!texts.has('kickstart'));
			const status = await lsp.request<{ kind: string }>('xclarity/fileStatus', { uri });
			assert.equal(status.kind, file === 'ks.cfg' ? 'kickstart' : 'script');
		});
	}

	test('a file beside another one that does not come back is set aside, and the other one is checked', async context => {
		const files = { 'beside.json': siteConfig, 'ks.cfg': siteKickstart + mistake };
		const root = pathToFileURL(folder(context, files)).href;
		const lsp = await started(context, { root, server: serverHere({ limit: endless(isTable) }) });
		const textDocument = { uri: `${root}/ks.cfg` };
		const { items } = await lsp.request<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument });
		assert.ok(items.some(({ code }) => code === 'kickstart-unknown-command'));
		lsp.open(`${root}/beside.json`, 'json', siteConfig);
		assert.deepEqual(await codesOf(lsp, `${root}/beside.json`, 1), ['file-set-aside']);
	});

	for (const [work, isMeant] of Object.entries({ reading: isManifest, following: areLinks })) {
		test(`${work} a manifest does not come back: it is set aside, and all that it names goes on`, async context => {
			const root = pathToFileURL(folder(context, siteFiles)).href;
			const lsp = await started(context, { root, server: serverHere({ limit: endless(isMeant) }) });
			const config = `${root}/site.xclarity.json`;
			// Requests beyond LSP look for no subject, and go on all the same.
			const { file } = await lsp.request<{ file?: { errors: number } }>('xclarity/filesToUpload', { uri: config });
			assert.equal(file?.errors, 0);
			lsp.open(`${root}/ks.cfg`, 'kickstart', siteKickstart + mistake);
			assert.ok((await codesOf(lsp, `${root}/ks.cfg`, 1)).includes('kickstart-unknown-command'));
			lsp.open(`${root}/xclarity.json`, 'json', siteFiles['xclarity.json']);
			assert.deepEqual(await codesOf(lsp, `${root}/xclarity.json`, 1), ['file-set-aside']);
		});
	}

	test('a file that is not read is not repaired: only its beginning would be known', async context => {
		const root = pathToFileURL(folder(context, siteFiles)).href;
		const lsp = await started(context, { root });
		const uri = `${root}/site.xclarity.json`;
		lsp.open(uri, 'xclarity-config', siteConfig + ' '.repeat(longestText));
		assert.deepEqual(await lsp.request('xclarity/repair', { uri }), { refused: 'this file is not read' });
		const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
		const asked = { diagnostics: [], only: ['source'], triggerKind: 1 };
		const actions = lsp.request('textDocument/codeAction', { textDocument: { uri }, range, context: asked });
		assert.deepEqual(await actions, []);
	});

	test('a file that is too long gets one report, and what is linked with it is checked', async context => {
		const root = pathToFileURL(folder(context, siteFiles)).href;
		const lsp = await started(context, { root });
		const config = `${root}/site.xclarity.json`;
		lsp.open(config, 'xclarity-config', siteConfig + ' '.repeat(longestText));
		assert.deepEqual(await codesOf(lsp, config, 1), ['file-set-aside']);
		lsp.open(`${root}/ks.cfg`, 'kickstart', siteKickstart + mistake);
		assert.ok((await codesOf(lsp, `${root}/ks.cfg`, 1)).includes('kickstart-unknown-command'));
		lsp.change(config, 2, siteConfig);
		assert.deepEqual(await codesOf(lsp, config, 2), []);
	});
});
