import assert from 'node:assert/strict';
import { suite, type TestContext, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { settingAt, settingId } from '../../../client/dialog/settingAt';
import {
	type CheckAnswersResult,
	checkAnswersRequest,
	type DeployFormResult,
	deployFormRequest,
} from '../../../server/lsp/protocol';
import { LspSession } from '../../support/lspSession';
import { folder } from '../../support/product';

const config = `{
	"category": "dynamic", "name": "site", "type": "assoc_array", "optional": false,
	"content": [
		{ "category": "dynamic", "common": true, "name": "keyboard", "label": "Keyboard", "description": "Two letters",
		  "type": "string", "optional": false, "regex": "^[a-z]{2}$" },
		{ "category": "dynamic", "common": true, "name": "ntp", "type": "array", "optional": true, "minElements": 0,
		  "maxElements": 1, "template": [
			{ "category": "dynamic", "common": true, "name": "ntpserver", "label": "NTP server", "type": "string", "optional": true }
		] },
		{ "category": "dynamic", "common": false, "name": "host", "type": "string", "optional": true, "value": "node" }
	]
}
`;
const values = { config: 'site.xclarity.json', common: { keyboard: 'fr' }, servers: [{ name: 'node1' }] };

const session = async (context: TestContext) => {
	const files = { 'site.xclarity.json': config, 'lab.values.json': JSON.stringify(values), 'ks.cfg': 'text\n' };
	const root = pathToFileURL(folder(context, files)).href;
	const lsp = new LspSession();
	context.after(() => lsp.kill());
	await lsp.initialize([root]);
	return { lsp, root, uri: `${root}/site.xclarity.json` };
};

suite('the deploy dialog, over stdio', () => {
	test('asks what the file says, and knows what was saved', async context => {
		const { lsp, root, uri } = await session(context);
		const form = await lsp.request<DeployFormResult>(deployFormRequest, { uri });
		const [keyboard, ntp] = form.common;
		assert.deepEqual(keyboard, {
			kind: 'field',
			name: 'keyboard',
			label: 'Keyboard',
			help: 'Two letters',
			range: keyboard?.range,
			input: 'text',
			isRequired: true,
			default: '',
			choices: [],
		});
		assert.equal(ntp?.kind === 'group' && ntp.entries[0]?.kind === 'list' && ntp.entries[0].max, 1);
		assert.deepEqual(
			form.perServer.map(entry => entry.kind === 'field' && [entry.label, entry.default]),
			[['host', 'node']],
		);
		assert.equal(form.valuesUri, `${root}/site.values.json`);
		assert.deepEqual(
			form.valuesFiles.map(({ name, answers }) => [name, answers.common, answers.servers[0]?.name]),
			[['lab.values.json', { keyboard: 'fr' }, 'node1']],
		);
		assert.equal(await lsp.request(deployFormRequest, { uri: `${root}/ks.cfg` }), null);
	});

	test('says what it refuses, where, and what it would save', async context => {
		const { lsp, uri } = await session(context);
		const answers = {
			common: { keyboard: 'FRA', ntp: { ntpserver: ['a', 'b'] } },
			predefined: {},
			servers: [{ values: { host: 'n1' }, predefined: {} }],
		};
		const { faults, text } = await lsp.request<CheckAnswersResult>(checkAnswersRequest, { uri, answers });
		assert.deepEqual(faults, [
			{ path: ['common', 'keyboard'], sentence: 'Keyboard has to match ^[a-z]{2}$.' },
			{ path: ['common', 'ntp', 'ntpserver'], sentence: 'NTP server takes at most 1.' },
		]);
		const { common } = answers;
		assert.deepEqual(JSON.parse(text), { config: 'site.xclarity.json', common, servers: [{ values: { host: 'n1' } }] });
	});

	test('knows in which setting the cursor is, the innermost one', async context => {
		const { lsp, uri } = await session(context);
		const form = await lsp.request<DeployFormResult>(deployFormRequest, { uri });
		const [keyboard, ntp] = form.common;
		assert.ok(keyboard && ntp?.kind === 'group' && ntp.entries[0]);
		assert.equal(settingAt(form, { line: 4, character: 8 }), settingId(keyboard));
		assert.equal(settingAt(form, { line: 6, character: 8 }), settingId(ntp));
		assert.equal(settingAt(form, { line: 7, character: 20 }), settingId(ntp.entries[0]));
		assert.equal(settingAt(form, { line: 1, character: 5 }), undefined);
	});
});
