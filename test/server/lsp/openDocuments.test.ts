import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { suite, test } from 'node:test';
import {
	createConnection,
	ProposedFeatures,
	StreamMessageReader,
	StreamMessageWriter,
} from 'vscode-languageserver/node';
import { OpenDocuments } from '../../../server/lsp/openDocuments';
import { ProtocolOrder } from '../../../server/lsp/protocolOrder';
import { LspSession } from '../../support/lspSession';

suite('open documents', () => {
	test('are found by their canonical URI, under whichever spelling an editor has them', async () => {
		const [input, output] = [new PassThrough(), new PassThrough()];
		const connection = createConnection(
			ProposedFeatures.all,
			new StreamMessageReader(input),
			new StreamMessageWriter(output),
			{ messageStrategy: new ProtocolOrder() },
		);
		const documents = new OpenDocuments();
		const canonical = 'file:///c:/a.ks';
		connection.onInitialize(() => ({ capabilities: {} }));
		connection.onRequest('text', () => documents.byCanonicalUri(canonical)?.getText() ?? null);
		documents.listen(connection);
		connection.listen();
		const lsp = new LspSession({
			input,
			output,
			exited: Promise.resolve(null),
			stop: () => undefined,
			stderr: () => '',
		});
		await lsp.initialize();
		const close = (uri: string): void => lsp.notify('textDocument/didClose', { textDocument: { uri } });
		const text = (): Promise<string | null> => lsp.request('text', {});
		assert.equal(await text(), null);
		lsp.open('file:///c%3A/a.ks', 'kickstart', 'first');
		lsp.open('file:///C:/a.ks', 'kickstart', 'second');
		assert.equal(await text(), 'first');
		close('file:///c%3A/a.ks');
		assert.equal(await text(), 'second');
		lsp.open('file:///C:/a.ks', 'kickstart', 'again');
		assert.equal(await text(), 'again');
		close('file:///C:/a.ks');
		assert.equal(await text(), null);
	});
});
