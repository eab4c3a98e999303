import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { actionsAt, type LinkedFiles, opened, refactored } from './linkedFiles';

const around = (settings: string): string => `{
  "category": "dynamic",
  "name": "site",
  "label": "Site",
  "type": "assoc_array",
  "optional": false,
  "content": [
${settings}
  ]
}
`;

const gateway = (mark = '') => `    {
      "category": "dynamic",
      "common": true,
      "name": "gateway${mark}",
      "label": "Gateway",
      "type": "string",
      "optional": false,
      "value": "10.0.0.1"
    }`;

const gateways = (mark = '') => `    {
      "category": "dynamic",
      "common": true,
      "name": "gateways${mark}",
      "label": "Gateway",
      "type": "array",
      "optional": false,
      "minElements": 0,
      "maxElements": 3,
      "template": [
        {
          "category": "dynamic",
          "common": true,
          "name": "gateway",
          "label": "Gateway",
          "type": "string",
          "optional": false,
          "value": "10.0.0.1",
          "autoCreateInstance": true
        }
      ]
    }`;

const group = (mark = '') => `    {
      "category": "dynamic",
      "common": true,
      "name": "admin${mark}",
      "label": "Administrator",
      "type": "assoc_array",
      "optional": false,
      "content": [
        { "category": "dynamic", "common": true, "name": "user", "label": "User", "type": "string", "optional": false },
        { "category": "dynamic", "common": true, "name": "hash", "label": "Hash", "type": "string", "optional": false }
      ]
    }`;

const perServer = (mark = '') => `    {
      "category": "dynamic",
      "common": false,
      "name": "admin${mark}",
      "label": "Administrator",
      "type": "assoc_array",
      "optional": false,
      "template": [
        {
          "category": "dynamic",
          "common": false,
          "name": "server",
          "type": "assoc_array",
          "optional": false,
          "autoCreateInstance": true,
          "content": [
            { "category": "dynamic", "common": false, "name": "user", "label": "User", "type": "string", "optional": false },
            { "category": "dynamic", "common": false, "name": "hash", "label": "Hash", "type": "string", "optional": false }
          ]
        }
      ]
    }`;

const leaf = (name: string, mark = '') =>
	`    { "category": "dynamic", "common": true, "name": "${name}${mark}", "label": "L", "type": "string", "optional": false }`;

const titles = (files: LinkedFiles): string[] => actionsAt(files).map(({ title }) => title);

/** The problems of a configuration file that its own verbs see. */
function problems(config: string): string[] {
	const { current, context, language } = opened({ config: `‸${config}` });
	return language.validate(current.document, context).map(({ code }) => String(code));
}

suite('configRefactorings', () => {
	test('a text becomes a choice and a text again', () => {
		const before = around(gateway('‸'));
		const choice = refactored({ config: before }, /^Offer choices/).config ?? '';
		assert.equal(
			choice,
			around(gateway().replace(',\n      "value"', ',\n      "choices": ["10.0.0.1"],\n      "value"')),
		);
		const back = refactored({ config: choice.replace('"gateway"', '"gateway‸"') }, /^Allow any text/);
		assert.equal(back.config, around(gateway()));
	});

	test('the name of the whole file is not given to a list of servers', () => {
		const files = { config: around(group('‸')).replace('"name": "site"', '"name": "server"') };
		const { config = '' } = refactored(files, /^Ask for "admin" for each server/);
		assert.match(config, /"template": \[\s*\{[^{]*"name": "server-2"/);
	});

	test('a setting becomes a list and a setting again, with its macros', () => {
		const single = {
			config: around(gateway('‸')),
			'ks.cfg': 'network --gateway=#gateway#\n',
			'a.sh': 'ping #gateway#',
		};
		const list = refactored(single, /a list$/);
		const expected = { 'ks.cfg': 'network --gateway=#gateways.gateway0#\n', 'a.sh': 'ping #gateways.gateway0#' };
		assert.deepEqual(list, { config: around(gateways()), ...expected });
		assert.deepEqual(problems(list.config ?? ''), []);
		const back = refactored({ config: around(gateways('‸')), ...expected }, /a single setting$/);
		assert.deepEqual(back, { ...single, config: around(gateway()) });
	});

	test('only a value of its own becomes a list', () => {
		const isOffered = (config: string): boolean => titles({ config }).some(title => /a list$/.test(title));
		assert.ok(isOffered(around(gateway('‸'))));
		assert.ok(!isOffered(around(gateway('‸').replace('dynamic', 'static'))), 'a constant');
		assert.ok(!isOffered(around(gateways('‸'))), 'a list');
		assert.ok(!isOffered(around(group('‸'))), 'a group');
		assert.ok(!isOffered(around(perServer('‸'))), 'a group for each server');
		assert.ok(!isOffered(around(gateways().replace('"gateway"', '"gateway‸"'))), 'an element');
	});

	test('a plural names the list, and lines stay lines', () => {
		const config = '{ "name": "r", "content": [\n\t{ "category": "dynamic", "name": "hosts‸", "type": "string" }\n] }';
		assert.deepEqual(refactored({ config, 'ks.cfg': '#hosts#' }, /a list$/), {
			config: `{ "name": "r", "content": [
	{ "category": "dynamic", "name": "hosts", "type": "array", "minElements": 0, "maxElements": 3, "template": [
		{ "category": "dynamic", "name": "host", "type": "string", "autoCreateInstance": true }
	] }
] }`,
			// One name between hashes is a macro where the linked file declares it.
			'ks.cfg': '#hosts.host0#',
		});
	});

	test('a list of which several elements are used stays one', () => {
		const files = { config: around(gateways('‸')), 'ks.cfg': 'network --gateway=#gateways.gateway1#\n' };
		assert.ok(!titles(files).some(title => /single/.test(title)));
	});

	test('a group is asked for each server and once again, with its macros', () => {
		const once = { config: around(group('‸')), 'ks.cfg': 'user --name=#admin.user# --password=#admin.hash#\n' };
		const each = refactored(once, /for each server$/);
		const ks = 'user --name=#admin.server0.user# --password=#admin.server0.hash#\n';
		assert.deepEqual(each, { config: around(perServer()), 'ks.cfg': ks });
		const back = refactored({ config: around(perServer('‸')), 'ks.cfg': ks }, /once for all servers$/);
		assert.deepEqual(back, { ...once, config: around(group()) });
	});

	test('a group inside a common one is not asked for each server', () => {
		const inside = group().replace(
			'"content"',
			'"content": [ { "name": "in‸ner", "content": [ { "name": "x" } ] } ], "more"',
		);
		assert.ok(!titles({ config: around(inside) }).some(title => /each server/.test(title)));
	});

	test('nor is one that has elements of a list beside its settings', () => {
		const both = group('‸').replace('"content"', '"template": [], "content"');
		assert.ok(!titles({ config: around(both) }).some(title => /each server/.test(title)));
	});

	test('neighbours change places', () => {
		const config = around(`${leaf('a')},\n${group()},\n${leaf('c', '‸')}`);
		assert.equal(refactored({ config }, /^Move "c" up/).config, around(`${leaf('a')},\n${leaf('c')},\n${group()}`));
		assert.ok(!titles({ config }).some(title => /down/.test(title)));
		const first = around(`${leaf('a', '‸')},\n${leaf('c')}`);
		assert.equal(refactored({ config: first }, /^Move "a" down/).config, around(`${leaf('c')},\n${leaf('a')}`));
	});

	test('settings are sorted by name, and sorted ones are left alone', () => {
		const config = around(`${leaf('c', '‸')},\n${leaf('B')},\n${group()}`);
		const sorted = around(`${group()},\n${leaf('B')},\n${leaf('c')}`);
		assert.equal(refactored({ config }, /^Sort the settings in "site"/).config, sorted);
		assert.ok(!titles({ config: sorted.replace('"c"', '"c‸"') }).some(title => /^Sort/.test(title)));
	});

	test('a setting that no linked file uses is deleted with its comma', () => {
		const unused = around(`${leaf('a', '‸')},\n${leaf('c')}`);
		assert.equal(refactored({ config: unused, 'ks.cfg': 'x #c#' }, /^Delete "a"/).config, around(leaf('c')));
		const last = around(`${leaf('a')},\n${leaf('c', '‸')}`);
		assert.equal(refactored({ config: last, 'ks.cfg': 'x #a#' }, /^Delete "c"/).config, around(leaf('a')));
		assert.ok(!titles({ config: last, 'ks.cfg': 'x #c#' }).some(title => /^Delete/.test(title)));
		assert.ok(!titles({ config: last }).some(title => /^Delete/.test(title)), 'without linked files, nothing is known');
	});

	test('the only setting of an unused group goes with its group', () => {
		const nested = group()
			.replace(/,\n\s*\{[^{}]*"hash"[^{}]*\}/, '')
			.replace('"user"', '"user‸"');
		const config = around(`${leaf('a')},\n${nested}`);
		assert.equal(refactored({ config, 'ks.cfg': '#a#' }, /^Delete "admin"/).config, around(leaf('a')));
	});

	test('a file with mistakes of JSON is not reshaped', () => {
		const broken = { config: around(`${leaf('a', '‸')}\n${leaf('c')}`) };
		assert.ok(actionsAt(broken).every(({ kind }) => !kind?.startsWith('refactor')));
	});

	test('a minified file stays minified', () => {
		const config = '{"name":"r","content":[{"category":"dynamic","name":"ho‸st","type":"string","value":"a"}]}';
		assert.equal(
			refactored({ config }, /^Offer choices/).config,
			'{"name":"r","content":[{"category":"dynamic","name":"host","type":"string","choices":["a"],"value":"a"}]}',
		);
		assert.equal(
			refactored({ config }, /a list$/).config,
			'{"name":"r","content":[{"category":"dynamic","name":"hosts","type":"array","minElements":0,"maxElements":3,"template":[{"category":"dynamic","name":"host","type":"string","value":"a","autoCreateInstance":true}]}]}',
		);
	});
});
