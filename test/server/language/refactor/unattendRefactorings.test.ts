import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Diagnostic } from 'vscode-languageserver-types';
import { languageFor } from '../../../../server/language/languageService';
import { noLink } from '../../../../server/language/links/link';
import { marked } from '../../../support/markers';
import { actionsAt, type LinkedFiles, opened, refactored } from './linkedFiles';

const config = `{
	"category": "dynamic",
	"name": "site",
	"type": "assoc_array",
	"optional": false,
	"content": [
		{ "category": "dynamic", "common": true, "name": "admin", "type": "assoc_array", "optional": false, "content": [
			{ "category": "dynamic", "common": true, "name": "user", "label": "User", "type": "string", "optional": false }
		] }
	]
}
`;

const withSetting = (setting: string): string => config.replace('\n\t\t] }\n\t]', `\n\t\t] },${setting}\n\t]`);
const titles = (files: LinkedFiles): string[] => actionsAt(files).map(({ title }) => title);
const isUnknown = ({ code }: Diagnostic): boolean => code === 'macro-unknown';

suite('extractSetting', () => {
	test('a selected value becomes a setting named for its option, in the layout of its neighbours', () => {
		const ks = 'network --bootproto=dhcp --hostname=⟦web1.example.com⟧\n';
		const result = refactored(
			{ config: config.replace('"content": [\n\t\t{', '"content": [\n\t\t{'), 'ks.cfg': ks },
			/^Extract .* to a/,
		);
		assert.equal(result['ks.cfg'], 'network --bootproto=dhcp --hostname=#hostname#\n');
		assert.equal(
			result.config,
			withSetting(`
		{
			"category": "dynamic",
			"common": true,
			"name": "hostname",
			"label": "Hostname",
			"type": "string",
			"optional": false,
			"value": "web1.example.com"
		}`),
		);
	});

	for (const [name, file, text, macro] of [
		['an option with a blank', 'ks.cfg', 'timesource --ntp-server ⟦ntp1.example.com⟧', 'ntp-server'],
		['a command', 'ks.cfg', 'lang ⟦en_US.UTF-8⟧ --addsupport=de_DE', 'lang'],
		['an assignment in a script', 'post.sh', 'export LOG_DIR="⟦/var/log⟧/x"', 'LOG_DIR'],
		[
			'an element',
			'a.xml',
			'<?xml version="1.0"?>\n<profile xmlns="http://www.suse.com/1.0/yast2ns">\n<timezone><hwclock> ⟦UTC⟧ </hwclock></timezone>',
			'hwclock',
		],
		[
			'an attribute',
			'a.xml',
			'<?xml version="1.0"?>\n<profile xmlns="http://www.suse.com/1.0/yast2ns"><a wcm:action="⟦add⟧"/>',
			'action',
		],
		['a name that is taken', 'ks.cfg', 'x --admin=⟦me⟧', 'admin-value'],
	] as const) {
		test(`the name comes from ${name}`, () => {
			const result = refactored({ config, [file]: text }, /^Extract .* to a/);
			assert.equal(result[file], text.replace(/⟦.*⟧/, `#${macro}#`));
		});
	}

	test('quotation marks around the value stay', () => {
		const result = refactored({ config, 'post.sh': 'firewall=⟦"enabled"⟧' }, /^Extract .* to a/);
		assert.equal(result['post.sh'], 'firewall="#firewall#"');
	});

	test('a switch gets both of its values to choose from', () => {
		const result = refactored({ config, 'post.sh': 'firewall=⟦enabled⟧' }, /^Extract .* to a/);
		assert.match(result.config ?? '', /"choices": \["enabled", "disabled"\],\n\t\t\t"value": "enabled"/);
	});

	test('everywhere: whole words only, in all linked files', () => {
		const files = {
			config,
			'ks.cfg': 'url --url=http://10.0.0.5/os\nnetwork --gateway=⟦10.0.0.5⟧ --nameserver=10.0.0.50\n',
			'post.sh': 'ping 10.0.0.5\n',
		};
		const result = refactored(files, /everywhere .*\(3 places\)/);
		assert.equal(
			result['ks.cfg'],
			'url --url=http://#gateway#/os\nnetwork --gateway=#gateway# --nameserver=10.0.0.50\n',
		);
		assert.equal(result['post.sh'], 'ping #gateway#\n');
	});

	test('nothing is offered for macros, tags, options, several lines or without a selection', () => {
		for (const text of [
			'lang #admin.⟦user⟧#',
			'network ⟦--device=eth0⟧',
			'⟦lang x\nkeyboard⟧ y',
			'lang ‸de',
			'lang ⟦  ⟧',
		]) {
			assert.ok(!titles({ config, 'ks.cfg': text }).some(title => /^Extract/.test(title)), text);
		}
		const xml = '<?xml version="1.0"?>\n<profile xmlns="http://www.suse.com/1.0/yast2ns"><⟦timezone⟧/>';
		assert.ok(!titles({ config, 'a.xml': xml }).some(title => /^Extract/.test(title)));
	});
});

suite('createSettings', () => {
	test('no setting is made whose name begins like those of the appliance', () => {
		const creations = (macro: string): number =>
			actionsAt({ config, 'ks.cfg': `lang ‸#${macro}#\n` }, isUnknown).filter(({ title }) => /^Create/.test(title))
				.length;
		assert.equal(creations('predefineds.hosts.locale'), 0);
		assert.equal(creations('defined.hosts.locale'), 1);
	});

	test('an unknown macro is declared where its path leads', () => {
		const files = { config, 'ks.cfg': 'user --name=#admin.user# --password=‸#admin.passwordHash#\n' };
		const result = refactored(files, /^Create the setting "admin.passwordHash"/, isUnknown);
		assert.equal(
			result.config,
			config.replace(
				/("user".*\})\n/,
				`$1,
			{ "category": "dynamic", "common": true, "name": "passwordHash", "label": "Password hash", "type": "string", "optional": false }
`,
			),
		);
	});

	test('all at once: groups, servers and lists on the way are made, and no macro is unknown then', () => {
		const text = [
			'lang ‸#hosts.node0.system.locale#',
			'keyboard #hosts.node1.keyboard#',
			'timesource --ntp-server=#time.ntpserver0#',
			'timesource --ntp-server=#time.ntpserver4#',
			'x #admin.mail#',
			'y #net.ipv4#',
		].join('\n');
		const result = refactored({ config, 'ks.cfg': text }, /^Create all 6/, isUnknown);
		const file = opened({ config: result.config ?? '', 'ks.cfg': text });
		const left = file.language.validate(file.current.document, file.context);
		assert.deepEqual(
			left.filter(({ code }) => String(code).startsWith('macro-') && code !== 'macro-instance-skipped'),
			[],
		);
		const own = opened({ config: `‸${result.config}` });
		assert.deepEqual(own.language.validate(own.current.document, own.context), []);
		assert.match(result.config ?? '', /"maxElements": 5/);
		assert.match(result.config ?? '', /"name": "ipv4"/);
		assert.match(result.config ?? '', /"common": false,\s+"name": "node"/);
	});

	test('what a value or a list is in the way of is not offered', () => {
		const files = { config, 'ks.cfg': 'x ‸#admin.user.more#\n' };
		assert.ok(!actionsAt(files, isUnknown).some(({ title }) => /^Create/.test(title)));
	});
});

suite('createConfigFile', () => {
	const unlinked = { severities: {}, link: noLink, dependents: [], applianceMacros: [], files: [] };
	const { document, cursor } = marked(
		'lang ‸#server-settings.server0.locale#\nx #predefined.otherSettings.jobId#\n',
		'kickstart',
		'file:///site/os%20files/rhel9.ks.cfg',
	);
	const offered = (context: Parameters<NonNullable<ReturnType<typeof languageFor>['codeActions']>>[3]) =>
		languageFor('kickstart')
			.codeActions?.(
				document,
				{ start: cursor, end: cursor },
				languageFor('kickstart').validate(document, context),
				context,
			)
			.find(({ title }) => title.startsWith('Create'));

	test('makes the file and a manifest where there is none', () => {
		const action = offered(unlinked);
		assert.equal(action?.title, 'Create rhel9.ks.xclarity.json from the macros of this file');
		assert.equal(action?.kind, 'quickfix');
		const changes = action?.edit?.documentChanges ?? [];
		assert.deepEqual(
			changes.map(change => ('kind' in change ? change.kind : 'edit')),
			['create', 'edit', 'create', 'edit'],
		);
		const [file = '', manifest = ''] = changes.flatMap(change =>
			'edits' in change ? change.edits.flatMap(edit => ('newText' in edit ? [edit.newText] : [])) : [],
		);
		assert.deepEqual(JSON.parse(manifest), {
			links: [{ unattend: 'rhel9.ks.cfg', config: 'rhel9.ks.xclarity.json' }],
		});
		const made = marked(file).document;
		assert.deepEqual(languageFor('config').validate(made, unlinked), []);
		const link = { ...noLink, config: made };
		assert.ok(
			!languageFor('kickstart')
				.validate(document, { ...unlinked, link })
				.some(isUnknown),
		);
		assert.ok(!file.includes('jobId'));
	});

	test('leaves an existing manifest to the command that links', () => {
		const action = offered({ ...unlinked, manifestUri: 'file:///site/xclarity.json' });
		assert.equal(action?.edit?.documentChanges?.length, 2);
		assert.deepEqual(action?.command?.arguments, [document.uri, 'file:///site/os%20files/rhel9.ks.xclarity.json']);
	});

	test('makes the file that the manifest already names', () => {
		const link = { ...noLink, configPath: 'settings/rhel 9.json', manifestUri: 'file:///site/xclarity.json' };
		const action = offered({ ...unlinked, link });
		const [create] = action?.edit?.documentChanges ?? [];
		assert.equal(create && 'uri' in create && create.uri, 'file:///site/settings/rhel%209.json');
		assert.equal(action?.command, undefined);
	});
});
