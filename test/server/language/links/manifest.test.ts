import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { meantKey, parseManifest, readManifest } from '../../../../server/language/links/manifest';

suite('manifest', () => {
	test('links, rules and server are read with the places of their paths', () => {
		const text = `{
	"links": [{ "unattend": "a.ks", "config": "site.json", "os": "rhels", "osrelease": "9.4", "description": "x", "scripts": ["p.sh"] }],
	"rules": { "macro-unknown": "off" }, // quiet
	"server": "lab",
}`;
		const { manifest } = parseManifest(text);
		const [link] = manifest.links;
		assert.ok(link?.config);
		assert.equal(text.slice(link.config.start, link.config.end), '"site.json"');
		assert.equal(text.slice(link.start, link.end).at(-1), '}');
		assert.deepEqual(
			[link.unattend, link.scripts].map(list => list.map(one => one.text)),
			[['a.ks'], ['p.sh']],
		);
		assert.deepEqual([link.os, link.osrelease, link.description], ['rhels', '9.4', 'x']);
		assert.deepEqual(manifest.rules, { 'macro-unknown': 'off' });
		assert.equal(manifest.server, 'lab');
	});

	test('a key that others use is meant only where ours is known', () => {
		assert.equal(meantKey('system', ['os', 'unattend']), 'os');
		assert.equal(meantKey('system', ['unattend']), undefined);
		assert.equal(meantKey('unatend', ['os', 'unattend']), 'unattend');
		assert.equal(meantKey('os', ['os']), undefined);
	});

	test('what cannot be read is left out, the rest is used', () => {
		const { manifest } = parseManifest(
			'\uFEFF{ "links": [5, { "unattend": ["a.ks", 5, ""], "config": {} }, ], "rules": { "a": "loud", "b": "hint" }, "server": 1',
		);
		assert.equal(manifest.links.length, 1);
		assert.deepEqual(
			manifest.links[0]?.unattend.map(({ text }) => text),
			['a.ks'],
		);
		assert.equal(manifest.links[0]?.config, undefined);
		assert.deepEqual(manifest.rules, { b: 'hint' });
		for (const text of ['', 'null', '[]', '{ "links": {} }']) {
			assert.deepEqual(parseManifest(text).manifest.links, [], text);
		}
	});

	test('a document is read once for each version', () => {
		const document = TextDocument.create('file:///xclarity.json', 'json', 1, '{ "server": "a" }');
		assert.equal(readManifest(document), readManifest(document));
		TextDocument.update(document, [{ text: '{ "server": "b" }' }], 2);
		assert.equal(readManifest(document).server, 'b');
	});
});
