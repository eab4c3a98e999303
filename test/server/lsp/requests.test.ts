import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Diagnostic } from 'vscode-languageserver-types';
import {
	type ApplianceReportResult,
	applianceNotification,
	applianceReportRequest,
} from '../../../server/lsp/protocol';
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
		assert.equal(await lsp.end(), 0);
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
		assert.equal(await lsp.end(), 0);
	});
});
