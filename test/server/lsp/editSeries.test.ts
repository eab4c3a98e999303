import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic } from 'vscode-languageserver-types';
import type { Kind } from '../../../server/language/language';
import { anEdit, brokenConfig, changesOf } from '../../fuzz/anEdit';
import { sampleTexts } from '../../fuzz/sampleTexts';
import { LspSession } from '../../support/lspSession';
import { cases } from '../../support/thorough';

const texts = sampleTexts();
const site = readFileSync('test/fixtures/config/site.xclarity.json', 'utf8');
/** A mistake at its end, and many settings that have nothing to do with it. */
const broken = brokenConfig(20);

/** Nothing lies in this folder: all files are open in the editor. */
const folder = 'file:///edit-series';
const systems = { kickstart: 'rhels', esxi: 'esxi', autoyast: 'sles', windows: 'win' } as const;
const endings = { kickstart: 'ks', esxi: 'cfg', autoyast: 'xml', windows: 'xml' } as const;
const pulling = { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } };

/** A server with these documents open. */
async function serverWith(documents: readonly TextDocument[], system: string): Promise<LspSession> {
	const lsp = new LspSession();
	await lsp.initialize([folder], pulling);
	const link = { unattend: documents[1]?.uri.slice(folder.length + 1), config: 'site.xclarity.json', os: system };
	lsp.open(`${folder}/xclarity.json`, 'json', JSON.stringify({ links: [link] }));
	for (const document of documents) lsp.open(document.uri, document.languageId, document.getText());
	return lsp;
}

/** What an editor shows of a document, with the cursor at an offset modulo its length. */
async function shown(lsp: LspSession, document: TextDocument, at: number): Promise<unknown> {
	const textDocument = { uri: document.uri };
	const end = document.getText().length;
	const position = document.positionAt(at % (end + 1));
	const range = { start: { line: 0, character: 0 }, end: document.positionAt(end) };
	const { items } = await lsp.request<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument });
	return {
		items,
		completion: await lsp.request('textDocument/completion', { textDocument, position }),
		hover: await lsp.request('textDocument/hover', { textDocument, position }),
		symbols: await lsp.request('textDocument/documentSymbol', { textDocument }),
		actions: await lsp.request('textDocument/codeAction', { textDocument, range, context: { diagnostics: items } }),
	};
}

suite('editSeries', () => {
	for (const kind of ['kickstart', 'esxi', 'autoyast', 'windows'] as const) {
		test(`a pair with ${kind} that was edited is shown as if it had just been opened`, async () => {
			const aText = (of: Kind, ...more: string[]) => fc.constantFrom(...more, ...(texts.get(of) ?? []));
			const edits = fc.array(fc.tuple(fc.nat(1), anEdit), { minLength: 1, maxLength: 8 });
			await fc.assert(
				fc.asyncProperty(
					aText('config', site, broken, broken, broken),
					aText(kind),
					edits,
					fc.nat(),
					async (...[config, text, series, at]) => {
						const documents = [
							TextDocument.create(`${folder}/site.xclarity.json`, 'xclarity-config', 1, config),
							TextDocument.create(`${folder}/file.${endings[kind]}`, kind, 1, text),
						];
						const edited = await serverWith(documents, systems[kind]);
						for (const document of documents) await shown(edited, document, at);
						for (const [which, edit] of series) {
							const document = documents[which];
							assert.ok(document);
							const contentChanges = changesOf(edit, document);
							TextDocument.update(document, contentChanges, document.version + 1);
							const { uri, version } = document;
							edited.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
							// Now and then nobody asks between two edits.
							if (edit.spoiling[0] > 1) await shown(edited, document, at);
						}
						const fresh = await serverWith(documents, systems[kind]);
						for (const document of documents)
							assert.deepEqual(await shown(edited, document, at), await shown(fresh, document, at));
					},
				),
				cases({ few: 1, many: 60 }),
			);
		});
	}
});
