import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { isFaultyFor } from '../../../../server/language/links/faultyLink';
import { noLink } from '../../../../server/language/links/link';
import type { Manifest, ManifestLink } from '../../../../server/language/links/manifest';
import { isConfigOf, linksOf } from '../../../../server/language/links/manifestIndex';

/** A text of a manifest at a place that nobody asks about. */
const at = (text: string) => ({ text, start: 0, end: text.length });

suite('manifestIndex', () => {
	test('a manifest is read once, however many files are looked up in it', () => {
		let looks = 0;
		const links = Array.from(
			{ length: 50 },
			(_, number): ManifestLink => ({
				get unattend() {
					looks++;
					return [at(`node${number}.ks`), at(`site${number}/*.ks`)];
				},
				config: at(`site${number}.json`),
				scripts: [],
				start: number,
				end: number,
			}),
		);
		const manifest: Manifest = { links, rules: {}, ignore: [] };
		for (let number = 0; number < 50; number++) {
			assert.deepEqual(linksOf(manifest, `node${number}.ks`), [links[number]]);
			assert.deepEqual(linksOf(manifest, `site${number}/a.ks`), [links[number]]);
			assert.ok(isConfigOf(manifest, `site${number}.json`));
		}
		assert.equal(looks, links.length);
	});

	test('a path that is written out and matches a pattern, too, counts once, in file order', () => {
		const link = (start: number, ...unattend: string[]): ManifestLink => ({
			unattend: unattend.map(at),
			config: undefined,
			scripts: [],
			start,
			end: start,
		});
		const links = [link(0, '*.ks'), link(1, 'a.ks', 'a.*'), link(2, './a.ks'), link(3, '../a.ks')];
		const found = linksOf({ links, rules: {}, ignore: [] }, 'a.ks');
		assert.deepEqual(found, links.slice(0, 3));
	});

	test('what is wrong with a manifest is found out once for all files below it', () => {
		const text = '{ "links": [{ "unattend": ["*.ks"], "config": "gone.json" }] }';
		const manifest = TextDocument.create('file:///xclarity.json', 'json', 1, text);
		let looks = 0;
		const around = {
			get files() {
				looks++;
				return ['a.ks', 'b.ks'];
			},
			isFileListCut: false,
		};
		const link = { ...noLink, configPath: 'gone.json', matches: ['gone.json'] };
		for (const path of ['a.ks', 'b.ks', 'a.ks']) assert.ok(isFaultyFor({ path, link }, manifest, around));
		assert.equal(looks, 1);
	});
});
