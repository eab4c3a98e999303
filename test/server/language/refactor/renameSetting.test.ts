import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { declaredMacros } from '../../../../server/language/config/customMacros';
import { cases } from '../../../support/thorough';
import { documentOf, type LinkedFiles, opened, referenced, renamed } from './linkedFiles';

const site = `{
  "category": "dynamic", "name": "site", "type": "assoc_array", "optional": false,
  "content": [
    { "category": "dynamic", "common": false, "name": "server-settings", "type": "assoc_array", "optional": false,
      "template": [
        { "category": "dynamic", "common": false, "name": "server", "type": "assoc_array", "optional": false,
          "content": [
            { "category": "dynamic", "common": false, "name": "locale", "type": "string", "optional": false },
            { "category": "dynamic", "common": false, "name": "keyboard", "type": "string", "optional": false } ] } ] },
    { "category": "dynamic", "common": true, "name": "ntp", "type": "array", "optional": false,
      "minElements": 0, "maxElements": 3,
      "template": [
        { "category": "dynamic", "common": true, "name": "ntpserver", "type": "string", "optional": false } ] },
    { "category": "static", "common": true, "name": "logpath", "type": "string", "optional": false, "value": "/var/log" }
  ]
}
`;
const kickstart = `lang #server-settings.server0.locale#
keyboard #server-settings.server1.keyboard#
timesource --ntp-server=#ntp.ntpserver0#
`;
const script = 'echo "#server-settings.server0.locale#" > #logpath#\n';
const files: LinkedFiles = { config: site, 'ks.cfg': kickstart, 'post.sh': script };

const inConfig = (name: string): LinkedFiles => ({
	...files,
	config: site.replace(`"name": "${name}"`, `"name": "${name.slice(0, 1)}‸${name.slice(1)}"`),
});
const inKickstart = (from: string, to: string): LinkedFiles => ({ ...files, 'ks.cfg': kickstart.replace(from, to) });

const everywhere = (from: string, to: string): Record<string, string> => ({
	config: site.replace(`"name": "${from}"`, `"name": "${to}"`),
	'ks.cfg': kickstart.replaceAll(new RegExp(`(?<=[#.])${from}(?=\\d*[#.])`, 'g'), to),
	'post.sh': script.replaceAll(new RegExp(`(?<=[#.])${from}(?=\\d*[#.])`, 'g'), to),
});

suite('renameSetting', () => {
	test('a group with a hyphen changes in every linked file', () => {
		const result = renamed(inConfig('server-settings'), 'host-values');
		assert.deepEqual(result, everywhere('server-settings', 'host-values'));
		assert.match(result['post.sh'] ?? '', /#host-values\.server0\.locale#/);
	});

	test('elements of a template keep their numbers', () => {
		const result = renamed(inConfig('server'), 'host');
		assert.equal(result['ks.cfg'], kickstart.replaceAll('.server', '.host'));
		assert.match(result.config ?? '', /"name": "host",/);
		assert.match(result.config ?? '', /"name": "server-settings"/);
	});

	test('from a macro, a name with or without the number means the same', () => {
		const there = inKickstart('server1', 'ser‸ver1');
		assert.deepEqual(renamed(there, 'host1'), everywhere('server', 'host'));
		assert.deepEqual(renamed(there, 'host'), everywhere('server', 'host'));
		assert.throws(() => renamed(there, 'host0'), /server1 is number 1 of the elements "server"/);
	});

	test('a value is renamed from a script', () => {
		assert.deepEqual(
			renamed({ ...files, 'post.sh': script.replace('logpath', 'log‸path') }, 'log-file'),
			everywhere('logpath', 'log-file'),
		);
	});

	test('the name of the top-most object changes in its file alone', () => {
		assert.deepEqual(renamed(inConfig('site'), 'Our site'), { ...files, config: site.replace('"site"', '"Our site"') });
		assert.throws(() => renamed(inConfig('site'), ' '), RangeError);
	});

	test('a macro whose last name is unknown follows its group', () => {
		const unknown = { ...inConfig('server-settings'), 'ks.cfg': 'lang #server-settings.server0.xyzzy#\n' };
		assert.equal(renamed(unknown, 'hosts')['ks.cfg'], 'lang #hosts.server0.xyzzy#\n');
	});

	for (const [name, why] of [
		['', /needs a name/],
		['a.b', /cannot contain \./],
		['a b', /cannot contain a blank/],
		['größe', /cannot contain ö/],
		['logpath', /There is a setting "logpath"/],
		['predefined', /those of the appliance/],
	] as const) {
		test(`"${name}" is refused with a reason`, () => {
			assert.throws(() => renamed(inConfig('ntp'), name), why);
		});
	}

	test('a name that a numbered neighbour would have is refused', () => {
		const config = `{"name": "r", "content": [{"name": "b‸"}], "template": [{"name": "disk"}]}`;
		assert.throws(() => renamed({ config }, 'disk12'), /would be mistaken for "disk"/);
		assert.match(renamed({ config }, 'disk-12').config ?? '', /"disk-12"/);
	});

	test('nothing is renamed where no name stands', () => {
		const { current, context, language } = opened({
			...files,
			config: site.replace('"minElements"', '"min‸Elements"'),
		});
		assert.equal(language.prepareRename?.(current.document, current.range.start, context), undefined);
		assert.equal(language.rename?.(current.document, current.range.start, 'x', context), undefined);
	});

	test('the place to type in is the name alone', () => {
		for (const [there, expected] of [
			[inConfig('server'), 'server'],
			[inKickstart('server0', 'serv‸er0'), 'server0'],
		] as const) {
			const { current, context, language } = opened(there);
			const range = language.prepareRename?.(current.document, current.range.start, context);
			assert.equal(range && current.document.getText(range), expected);
		}
	});

	test('a broken file is renamed in, too', () => {
		const config = `{ "name": "r" "content": [ { 'name': 'gat‸eway', "type": "string" }`;
		assert.deepEqual(renamed({ config, 'ks.cfg': 'network #gateway#\n' }, 'router'), {
			config: config.replace("'gat‸eway'", '"router"'),
			'ks.cfg': 'network #router#\n',
		});
	});
});

suite('settingReferences', () => {
	const uses = ['config:5: server', 'ks.cfg:0: server0', 'ks.cfg:1: server1', 'post.sh:0: server0'];

	test('are found from anywhere in a setting, and from a macro', () => {
		assert.deepEqual(referenced(inConfig('server')), uses);
		assert.deepEqual(referenced(inKickstart('server0', 'server‸0')), uses);
		assert.deepEqual(referenced({ ...files, config: site.replace('"value": "/var', '"value": "‸/var') }), [
			'config:13: logpath',
			'post.sh:0: logpath',
		]);
	});

	test('a file that is given twice counts once', () => {
		const open = opened(inConfig('server'));
		const twice = { ...open.context, dependents: [...open.context.dependents, ...open.context.dependents] };
		assert.equal(
			open.language.references?.(open.current.document, open.current.range.start, twice).length,
			uses.length,
		);
	});
});

suite('properties of renaming', () => {
	const names = ['site', 'server-settings', 'server', 'locale', 'keyboard', 'ntp', 'ntpserver', 'logpath'];

	test('renaming there and back leaves every file as it was', () => {
		fc.assert(
			fc.property(fc.constantFrom(...names), fc.stringMatching(/^[A-Za-z_][\w-]{0,12}$/), (from, to) => {
				let there: Record<string, string>;
				try {
					there = renamed(inConfig(from), to);
				} catch (error) {
					assert.ok(error instanceof RangeError && /^[A-Z"].*\.$/.test(error.message), String(error));
					return;
				}
				const config = there.config ?? '';
				const macros = declaredMacros(documentOf(config, 'site.xclarity.json'));
				assert.equal(macros.nodes.length, 3);
				const cursor = config.replace(`"name": "${to}"`, `"name": "‸${to}"`);
				assert.deepEqual(renamed({ ...there, config: cursor }, from), files);
			}),
			cases({ few: 4, many: 200 }),
		);
	});
});
