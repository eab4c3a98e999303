import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { addLink } from '../../../../server/language/links/linkEdit';
import { parseManifest } from '../../../../server/language/links/manifest';
import { linksOf } from '../../../../server/language/links/manifestIndex';
import { cases } from '../../../support/thorough';

suite('linkEdit', () => {
	test('without a manifest there is a new one', () => {
		for (const text of [undefined, '', ' \n']) {
			assert.equal(
				addLink(text, { unattend: 'a.ks', config: 'site.json', os: 'rhels', osrelease: '9.4' }),
				`{
  "links": [
    {
      "unattend": "a.ks",
      "config": "site.json",
      "os": "rhels",
      "osrelease": "9.4"
    }
  ]
}
`,
			);
		}
	});

	const added = '{ "unattend": "a.ks", "config": "a.json" }';
	for (const [before, after] of [
		['{}', `{ "links": [${added}] }`],
		['{\n\t"rules": {}\n}', `{\n\t"rules": {},\n\t"links": [${added}]\n}`],
		['{ "links": [] }', `{ "links": [${added}] }`],
		['{ "link": [{ "unattend": "b.ks" }] }', `{ "link": [{ "unattend": "b.ks" }, ${added}] }`],
		['{ "links": 5 }', `{ "links": [${added}] }`],
		['{ "links": { "unattend": "b.ks" } }', `{ "links": [${added}, { "unattend": "b.ks" }] }`],
		['{ "links": [{ "unattend": "b.ks" }] }', `{ "links": [{ "unattend": "b.ks" }, ${added}] }`],
		[
			'{\n\t// mine\n\t"links": [\n\t\t{ "unattend": "b.ks" }, // b\n\t]\n}\n',
			`{\n\t// mine\n\t"links": [\n\t\t{ "unattend": "b.ks" }, // b\n\t\t${added},\n\t]\n}\n`,
		],
		[
			'{\r\n  "links": [\r\n    { "unattend": "b.ks" } // b\r\n  ]\r\n}',
			`{\r\n  "links": [\r\n    { "unattend": "b.ks" }, // b\r\n    ${added}\r\n  ]\r\n}`,
		],
		['{ "links": [ // none\n] }', `{ "links": [ // none\n${added}] }`],
	] as const) {
		test(`a new entry in ${JSON.stringify(before)} leaves the rest as the person wrote it`, () => {
			assert.equal(addLink(before, { unattend: 'a.ks', config: 'a.json' }), after);
		});
	}

	test('an entry that is changed gets what it lacks', () => {
		assert.equal(
			addLink('{ "links": [{ "unattend": "a.ks", "os": "rhels", "config": "old.json" }] }', {
				unattend: 'a.ks',
				config: 'new.json',
				os: 'esxi',
				osrelease: '8.0',
			}),
			'{ "links": [{ "unattend": "a.ks", "os": "esxi", "config": "new.json", "osrelease": "8.0" }] }',
		);
	});

	test('a manifest without links gets them', () => {
		const text = addLink('{ "rules": { "macro-group": "off" } }', { unattend: 'a.ks', config: 'a.json' });
		const { manifest } = parseManifest(text ?? '');
		assert.deepEqual(manifest.rules, { 'macro-group': 'off' });
		assert.equal(manifest.links[0]?.config?.text, 'a.json');
	});

	test('an entry for the same unattend file is changed', () => {
		assert.equal(
			addLink('{ "links": [{ "unattend": "a.ks", "config": "old.json" /* why */ }] }', {
				unattend: 'a.ks',
				config: 'new.json',
			}),
			'{ "links": [{ "unattend": "a.ks", "config": "new.json" /* why */ }] }',
		);
	});

	test('an entry for the same configuration file takes one more unattend file', () => {
		const text = addLink('{ "links": [{ "unattend": "b.ks", "config": "site.json", "os": "rhels" }] }', {
			unattend: 'a.ks',
			config: 'site.json',
		});
		assert.deepEqual(JSON.parse(text ?? ''), {
			links: [{ unattend: ['b.ks', 'a.ks'], config: 'site.json', os: 'rhels' }],
		});
	});

	test('another target is another entry', () => {
		const text = addLink('{ "links": [{ "unattend": "b.ks", "config": "site.json", "os": "rhels" }] }', {
			unattend: 'a.ks',
			config: 'site.json',
			os: 'esxi',
		});
		assert.equal(parseManifest(text ?? '').manifest.links.length, 2);
	});

	test('an entry is shared where the new link says nothing else', () => {
		const said = { os: 'rhels', osrelease: '9.4', description: 'Web' };
		const manifest = `{ "links": [{ "unattend": "b.ks", "config": "site.json", ${JSON.stringify(said).slice(1)}] }`;
		const entries = (more: object): number => {
			const text = addLink(manifest, { unattend: 'a.ks', config: 'site.json', ...more });
			return parseManifest(text ?? '').manifest.links.length;
		};
		for (const more of [{}, said, { os: 'rhels' }, { osrelease: '9.4' }, { description: 'Web' }])
			assert.equal(entries(more), 1, JSON.stringify(more));
		for (const more of [{ os: 'esxi' }, { osrelease: '8.4' }, { description: 'Data' }, { ...said, os: 'esxi' }])
			assert.equal(entries(more), 2, JSON.stringify(more));
	});

	test('a link that is there already changes nothing', () => {
		const text = '{ "links": [{ "unattend": "*.ks", "config": "site.json" }] }';
		assert.equal(addLink(text, { unattend: 'a.ks', config: 'site.json' }), text);
	});

	test('in front of a pattern that covers the file, the new link counts', () => {
		const text = addLink('{ "links": [{ "unattend": "*.ks", "config": "site.json" }] }', {
			unattend: 'a.ks',
			config: 'other.json',
		});
		assert.equal(linksOf(parseManifest(text ?? '').manifest, 'a.ks')[0]?.config?.text, 'other.json');
	});

	test('what is no manifest is not touched', () => {
		for (const text of ['[]', '{ "links": [', 'null', '{ "links": [{]}']) {
			assert.equal(addLink(text, { unattend: 'a.ks', config: 'a.json' }), undefined);
		}
	});

	test('whatever stands in a manifest, the result is one, and has the link', () => {
		const blank = fc.constantFrom('', ' ', '\n  ', ' /* x */ ', '// y\n');
		const entry = fc.constantFrom('{"unattend":"b.ks","config":"b.json"}', '{ "unattend": ["c.ks"] }', '5', '{}');
		fc.assert(
			fc.property(fc.array(fc.tuple(blank, entry, blank)), blank, fc.boolean(), (entries, end, comma) => {
				const list = entries.map(parts => parts.join('')).join(',') + (comma && entries.length > 0 ? ',' : '');
				const text = addLink(`{ "links": [${list}${end}] }`, { unattend: 'a.ks', config: 'b.json' });
				const { manifest, errors } = parseManifest(text ?? '');
				assert.deepEqual(errors, []);
				assert.equal(linksOf(manifest, 'a.ks')[0]?.config?.text, 'b.json');
			}),
			cases({ few: 15, many: 400 }),
		);
	});
});
