import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { manifestProblems } from '../../../../server/language/links/manifestProblems';

/** Codes and reported texts of a manifest that lies beside these files. */
function reports(links: string, files: readonly string[]): string[] {
	const document = TextDocument.create('file:///site/xclarity.json', 'jsonc', 1, `{ "links": [\n${links}\n] }`);
	const context = { files, isFileListCut: false, applianceSystems: [] };
	return manifestProblems(document, context).map(
		({ code, start, end }) => `${code} ${document.getText().slice(start, end)}`,
	);
}

suite('files that a link names', () => {
	const files = ['xclarity.json', 'a.ks', 'site.json'];

	test('a configuration-settings file is JSON, and not the manifest', () => {
		assert.deepEqual(reports('{ "unattend": "a.ks", "config": "a.ks" }', files), ['link-file-kind "a.ks"']);
		assert.deepEqual(reports('{ "unattend": "a.ks", "config": "xclarity.json" }', files), [
			'link-file-kind "xclarity.json"',
		]);
		assert.deepEqual(reports('{ "unattend": "a.ks", "config": "site.json" }', files), []);
	});

	test('a second link whose file is missing is that one mistake, and the first link is no way out of it', () => {
		const links = '{ "unattend": "a.ks", "config": "site.json" }, { "unattend": "a.ks", "config": "sites.json" }';
		assert.deepEqual(reports(links, files), ['link-config-missing "sites.json"']);
		const document = TextDocument.create('file:///site/xclarity.json', 'jsonc', 1, `{ "links": [${links}] }`);
		const [missing] = manifestProblems(document, { files, isFileListCut: false, applianceSystems: [] });
		assert.equal(missing?.facts.replacement, undefined);
	});

	test('a comma is missing behind the value before it', () => {
		assert.deepEqual(reports('{ "unattend": "a.ks"\n"config": "site.json" }', files), ['link-syntax "']);
	});
});
