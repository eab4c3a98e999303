import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { suite, type TestContext, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { DocumentDiagnosticReport, WorkspaceDiagnosticReport } from 'vscode-languageserver';
import { LspSession } from '../../support/lspSession';
import { folder } from '../../support/product';
import { siteConfig, siteFiles, siteKickstart } from '../../support/sampleFiles';

const pulling = { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } };
const broken = siteKickstart.replace('server0.locale', 'server0.locle');

interface Started {
	readonly capabilities: { readonly diagnosticProvider?: object };
}

async function session(context: TestContext, files: Readonly<Record<string, string>>, capabilities: object = pulling) {
	const root = pathToFileURL(folder(context, files)).href;
	const lsp = new LspSession();
	context.after(() => lsp.kill());
	const { capabilities: offered } = await lsp.initialize<Started>([root], capabilities);
	const pull = (name: string, previousResultId?: string) =>
		lsp.request<DocumentDiagnosticReport>('textDocument/diagnostic', {
			textDocument: { uri: `${root}/${name}` },
			...(previousResultId === undefined ? {} : { previousResultId }),
		});
	return { lsp, root, offered, pull };
}

const errorsIn = (report: DocumentDiagnosticReport): unknown[] =>
	report.kind === 'full'
		? report.items.filter(({ severity }) => severity === 1).map(({ code }) => code)
		: ['unchanged'];

suite('an editor that asks for diagnostics', () => {
	test('gets them once, and is told when nothing has changed', async context => {
		const { lsp, root, offered, pull } = await session(context, { ...siteFiles, 'ks.cfg': broken });
		assert.ok(offered.diagnosticProvider);
		lsp.open(`${root}/ks.cfg`, 'kickstart', broken);
		const first = await pull('ks.cfg');
		assert.deepEqual(errorsIn(first), ['macro-unknown']);
		assert.deepEqual(await pull('ks.cfg', first.resultId), { kind: 'unchanged', resultId: first.resultId });
		lsp.change(`${root}/ks.cfg`, 2, siteKickstart);
		assert.deepEqual(errorsIn(await pull('ks.cfg', first.resultId)), []);
		assert.deepEqual(errorsIn(await pull('pom.xml')), []);
		assert.equal(lsp.received('textDocument/publishDiagnostics'), 0);
	});

	test('is asked to ask again when another document has changed', async context => {
		const { lsp, root, pull } = await session(context, siteFiles);
		lsp.open(`${root}/ks.cfg`, 'kickstart', siteKickstart);
		assert.deepEqual(errorsIn(await pull('ks.cfg')), []);
		lsp.open(`${root}/site.xclarity.json`, 'xclarity-config', siteConfig.replace('"locale"', '"language"'));
		await lsp.sent('workspace/diagnostic/refresh');
		assert.deepEqual(errorsIn(await pull('ks.cfg')), ['macro-unknown']);
	});

	test('gets those of all files of ours, and an empty answer for one that has gone', async context => {
		const { lsp, root } = await session(context, { ...siteFiles, 'ks.cfg': broken, 'notes.txt': 'milk' });
		const pull = async (previous: readonly { uri: string; value: string }[]) => {
			const { items } = await lsp.request<WorkspaceDiagnosticReport>('workspace/diagnostic', {
				previousResultIds: previous,
			});
			return items;
		};
		const items = await pull([{ uri: `${root}/gone.cfg`, value: 'x' }]);
		const shown = items.map(item => [item.uri.slice(root.length + 1), errorsIn(item).length] as const);
		assert.deepEqual(shown.sort(), [
			['gone.cfg', 0],
			['ks.cfg', 1],
			['site.xclarity.json', 0],
			['xclarity.json', 0],
		]);
		const again = await pull(items.map(({ uri, resultId }) => ({ uri, value: resultId ?? '' })));
		assert.ok(again.every(({ kind }) => kind === 'unchanged'));
		lsp.open(`${root}/ks.cfg`, 'kickstart', siteKickstart);
		const changed = await pull(items.map(({ uri, resultId }) => ({ uri, value: resultId ?? '' })));
		assert.deepEqual(
			changed.filter(({ kind }) => kind === 'full').map(({ uri, version }) => [uri.slice(root.length + 1), version]),
			[['ks.cfg', 1]],
		);
	});

	test('and does not tell of changes on the disk gets what is there now', async context => {
		const { lsp, root } = await session(context, siteFiles);
		const pull = async () => {
			const { items } = await lsp.request<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds: [] });
			return items.flatMap(errorsIn);
		};
		assert.deepEqual(await pull(), []);
		writeFileSync(fileURLToPath(`${root}/ks.cfg`), broken);
		assert.deepEqual(await pull(), ['macro-unknown']);
	});

	test('without a way to be told of changes is sent them, as any other', async context => {
		const { lsp, root, offered } = await session(context, siteFiles, { textDocument: { diagnostic: {} } });
		assert.equal(offered.diagnosticProvider, undefined);
		lsp.open(`${root}/ks.cfg`, 'kickstart', broken);
		await lsp.sent('textDocument/publishDiagnostics');
	});
});
