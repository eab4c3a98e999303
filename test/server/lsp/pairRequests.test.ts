import assert from 'node:assert/strict';
import { suite, type TestContext, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import {
	type MakePairResult,
	makePairRequest,
	type PairProposalResult,
	pairProposalRequest,
} from '../../../server/lsp/pairProtocol';
import { LspSession } from '../../support/lspSession';
import { folder } from '../../support/product';

const saved = 'text\nlang de_DE.UTF-8\nrootpw secret1\nreboot\n';
const typed = 'text\nlang fr_FR.UTF-8\nrootpw secret1\nreboot\n';

const session = async (context: TestContext, files: Readonly<Record<string, string>> = {}) => {
	const root = pathToFileURL(folder(context, { 'ks.cfg': saved, ...files })).href;
	const lsp = new LspSession();
	context.after(() => lsp.kill());
	await lsp.initialize([root]);
	const uri = `${root}/ks.cfg`;
	lsp.open(uri, 'kickstart', typed);
	return { lsp, root, uri };
};

suite('an unattend file becomes a pair, over stdio', () => {
	test('what is typed and not saved counts, and a password is not passed on', async context => {
		const { lsp, root, uri } = await session(context);
		const proposal = await lsp.request<PairProposalResult>(pairProposalRequest, { uri });
		assert.ok('settings' in proposal);
		assert.deepEqual([proposal.version, proposal.config], [1, `${root}/ks.xclarity.json`]);
		assert.deepEqual(
			proposal.settings.map(({ name, text, lines }) => [name, text, lines]),
			[
				['language', 'fr_FR.UTF-8', [1]],
				['root-password', undefined, [2]],
			],
		);
		const request = { uri, version: proposal.version, names: ['language'] };
		const made = await lsp.request<MakePairResult>(makePairRequest, request);
		assert.ok('edits' in made);
		assert.deepEqual(made.edits, [
			{
				range: { start: { line: 1, character: 5 }, end: { line: 1, character: 16 } },
				newText: '#common-settings.language#',
			},
		]);
		assert.equal(made.config.uri, `${root}/ks.xclarity.json`);
		assert.match(made.config.text, /"value": "fr_FR\.UTF-8"/);
		assert.equal(made.manifest.uri, `${root}/xclarity.json`);
		assert.match(made.manifest.text, /"unattend": "ks\.cfg"/);
	});

	test('a text that has changed since is not touched', async context => {
		const { lsp, uri } = await session(context);
		const made = await lsp.request<MakePairResult>(makePairRequest, { uri, version: 0, names: ['language'] });
		assert.deepEqual(made, { refusal: 'ks.cfg has changed meanwhile. Try again.' });
	});

	test('a manifest with a mistake is to be corrected first', async context => {
		const { lsp, uri } = await session(context, { 'xclarity.json': '{ "links": [' });
		const made = await lsp.request<MakePairResult>(makePairRequest, { uri, version: 1, names: ['language'] });
		assert.match('refusal' in made ? made.refusal : '', /correct it first/);
	});

	test('other files are no unattend files', async context => {
		const { lsp, root } = await session(context, { 'notes.json': '{}' });
		const proposal = await lsp.request<PairProposalResult>(pairProposalRequest, { uri: `${root}/notes.json` });
		assert.deepEqual(proposal, { refusal: 'notes.json is no unattend file.' });
	});
});
