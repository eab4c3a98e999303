import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { CompletionItem, CompletionList, Diagnostic } from 'vscode-languageserver-types';
import * as folderProtocol from '../../../server/lsp/folderProtocol';
import * as pairProtocol from '../../../server/lsp/pairProtocol';
import * as protocol from '../../../server/lsp/protocol';
import {
	type ApplianceReportResult,
	applianceNotification,
	applianceReportRequest,
	type FinishedFileResult,
	finishedFileRequest,
	linkEditRequest,
	readFileRequest,
	readFolderRequest,
} from '../../../server/lsp/protocol';
import * as statusProtocol from '../../../server/lsp/statusProtocol';
import { type FileStatusResult, fileStatusRequest } from '../../../server/lsp/statusProtocol';
import { LspSession } from '../../support/lspSession';
import { folder } from '../../support/product';

const config = `{
	"category": "dynamic", "name": "site", "type": "assoc_array", "optional": false,
	"content": [
		{ "category": "static", "common": true, "name": "timezone", "type": "string", "optional": false, "value": "UTC" }
	]
}
`;

interface Published {
	readonly uri: string;
	readonly diagnostics: readonly Diagnostic[];
}

const unknownMacros = ({ diagnostics }: Published): number =>
	diagnostics.filter(({ code }) => String(code).startsWith('macro-predefined')).length;

suite('the requests beyond LSP', () => {
	test('each of them is answered', async context => {
		const lsp = new LspSession();
		context.after(() => lsp.kill());
		await lsp.initialize([]);
		// The server asks for these two.
		const answeredByClient: readonly string[] = [readFileRequest, readFolderRequest];
		const methods = [protocol, pairProtocol, folderProtocol, statusProtocol]
			.flatMap(module => Object.entries(module))
			.flatMap(([name, method]) => (name.endsWith('Request') && !answeredByClient.includes(method) ? [method] : []));
		assert.ok(methods.length > 15, methods.join());
		for (const method of methods) {
			const refusal = await lsp.request(method, {}).then(
				() => '',
				error => String(error),
			);
			assert.doesNotMatch(refusal, /Unhandled method/);
		}
	});
});

suite('an editor that does not watch files', () => {
	test('a link to a name that no file can have does not end the server', async context => {
		const manifest = { links: [{ unattend: '*.ks', config: 'a\u0000b.json' }] };
		const root = pathToFileURL(folder(context, { 'xclarity.json': JSON.stringify(manifest) })).href;
		const lsp = new LspSession();
		context.after(() => lsp.kill());
		await lsp.initialize([root]);
		const uri = `${root}/a.ks`;
		lsp.open(uri, 'kickstart', 'lang en_US.UTF-8\n');
		const hover = { textDocument: { uri }, position: { line: 0, character: 1 } };
		for (let again = 0; again < 2; again++) assert.ok(await lsp.request('textDocument/hover', hover));
	});
});

suite('what an appliance says, over stdio', () => {
	test('its report becomes diagnostics at the lines that it means', async context => {
		const root = pathToFileURL(folder(context, { 'site.xclarity.json': config })).href;
		const lsp = new LspSession();
		context.after(() => lsp.kill());
		await lsp.initialize([root]);
		const { diagnostics, macros } = await lsp.request<ApplianceReportResult>(applianceReportRequest, {
			uri: `${root}/site.xclarity.json`,
			faults: [{ text: 'The name is reserved.', line: 4 }],
			countedIn: config,
		});
		assert.deepEqual(macros, ['timezone']);
		assert.equal(diagnostics.length, 1);
		assert.equal(diagnostics[0]?.range.start.line, 3);
		assert.match(JSON.stringify(diagnostics[0]?.message), /The name is reserved/);
	});

	test('a predefined macro that only the appliance knows is known from then on', async context => {
		const root = pathToFileURL(folder(context, { 'ks.cfg': '' })).href;
		const uri = `${root}/ks.cfg`;
		const lsp = new LspSession();
		context.after(() => lsp.kill());
		await lsp.initialize([root]);
		lsp.open(uri, 'kickstart', 'lang en_US.UTF-8\nrootpw --lock\nhostname #predefined.lab.rack#\n%packages\n%end\n');
		const published = 'textDocument/publishDiagnostics';
		await lsp.notification<Published>(published, found => found.uri === uri && unknownMacros(found) > 0);
		lsp.notify(applianceNotification, { macros: ['predefined.lab.rack'] });
		await lsp.notification<Published>(published, found => found.uri === uri && unknownMacros(found) === 0);
	});

	test('the releases that it lists are checked and offered in a manifest from then on', async context => {
		const text = '{ "links": [{ "unattend": "ks.cfg", "config": "site.json", "os": "rhels", "osrelease": "9.3" }] }';
		const files = { 'ks.cfg': '', 'site.json': config, 'xclarity.json': text };
		const root = pathToFileURL(folder(context, files)).href;
		const uri = `${root}/xclarity.json`;
		const lsp = new LspSession();
		context.after(() => lsp.kill());
		await lsp.initialize([root]);
		lsp.open(uri, 'xclarity-manifest', text);
		lsp.notify(applianceNotification, {
			macros: [],
			systems: [{ os: 'rhels', name: 'Red Hat', unattendReleases: ['9.5', '9.4'] }],
		});
		const { diagnostics } = await lsp.notification<Published>(
			'textDocument/publishDiagnostics',
			found => found.uri === uri && found.diagnostics.length > 0,
		);
		assert.deepEqual(
			diagnostics.map(({ code }) => code),
			['link-release-unsupported'],
		);
		const offered = await lsp.request<CompletionItem[] | CompletionList>('textDocument/completion', {
			textDocument: { uri },
			position: { line: 0, character: text.indexOf('9.3') },
		});
		assert.deepEqual(
			('items' in offered ? offered.items : offered).map(({ label }) => label),
			['9.5', '9.4'],
		);
	});
});

suite('a file as the installer will read it', () => {
	test('is told of an unattend file, and of no other', async context => {
		const manifest = '{ "links": [{ "unattend": "ks.cfg", "config": "site.json" }] }';
		const files = { 'ks.cfg': 'timezone #timezone#\n', 'site.json': config, 'xclarity.json': manifest, 'notes.md': '' };
		const root = pathToFileURL(folder(context, files)).href;
		const lsp = new LspSession();
		context.after(() => lsp.kill());
		await lsp.initialize([root]);
		lsp.open(`${root}/ks.cfg`, 'kickstart', files['ks.cfg']);
		const finished = (uri: string) => lsp.request<FinishedFileResult | null>(finishedFileRequest, { uri });
		assert.equal((await finished(`${root}/ks.cfg`))?.text, 'timezone UTC\n');
		assert.equal(await finished(`${root}/notes.md`), null);
		assert.equal(await finished(`${root}/site.json`), null);
	});

	test('what an appliance says goes into the finished file, and is told apart from samples', async context => {
		const text = '# #predefined.otherSettings.jobId# #predefined.globalSettings.ipAssignment#\n';
		const root = pathToFileURL(folder(context, { 'a.ks': text })).href;
		const lsp = new LspSession();
		context.after(() => lsp.kill());
		await lsp.initialize([root]);
		const appliance = { common: { 'predefined.globalSettings.ipAssignment': 'dhcpv4' }, hosts: [] };
		const finished = await lsp.request<FinishedFileResult>(finishedFileRequest, { uri: `${root}/a.ks`, appliance });
		assert.equal(finished.text, '# 101 dhcpv4\n');
		assert.deepEqual(
			finished.substitutions.map(({ origin }) => origin),
			['sample', 'appliance'],
		);
	});
});

suite('what is known of a file', () => {
	test('is told from both sides of a link, and of no other file', async context => {
		const manifest =
			'{ "links": [{ "unattend": "ks.cfg", "config": "site.json", "os": "rhels", "osrelease": "9.4" }] }';
		const files = { 'ks.cfg': 'timezone UTC\n', 'site.json': config, 'xclarity.json': manifest, 'notes.md': '' };
		const root = pathToFileURL(folder(context, files)).href;
		const lsp = new LspSession();
		context.after(() => lsp.kill());
		await lsp.initialize([root]);
		const statusOf = (name: string) =>
			lsp.request<FileStatusResult | null>(fileStatusRequest, { uri: `${root}/${name}` });
		assert.deepEqual(await statusOf('ks.cfg'), {
			kind: 'kickstart',
			system: 'RHEL',
			release: '9.4',
			manifest: `${root}/xclarity.json`,
			linked: [`${root}/site.json`],
		});
		assert.deepEqual((await statusOf('site.json'))?.linked, [`${root}/ks.cfg`]);
		assert.equal(await statusOf('notes.md'), null);
	});
});

suite('a link that cannot be written, over stdio', () => {
	test('the answer is the sentence for the person, and nothing about the request', async context => {
		const root = pathToFileURL(
			folder(context, { 'xclarity.json': '{"links": [', 'ks.cfg': '', 'site.xclarity.json': config }),
		);
		const lsp = new LspSession();
		context.after(() => lsp.kill());
		await lsp.initialize([root.href]);
		const files = { unattend: `${root.href}/ks.cfg`, config: `${root.href}/site.xclarity.json` };
		await assert.rejects(lsp.request(linkEditRequest, files), (error: unknown) => {
			const words = error instanceof Error ? error.message : JSON.stringify(error);
			assert.match(words, /xclarity\.json cannot be read as JSON: correct it first, then link the files\./);
			assert.doesNotMatch(words, /failed with message/);
			return true;
		});
	});
});
