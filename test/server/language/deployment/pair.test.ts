import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import table from '../../../../schemas/pair-settings.json';
import { validate } from '../../../../schemas/pair-settings.schema.json?compiled';
import { regexPatterns } from '../../../../server/language/config/regexPatterns';
import { makePair } from '../../../../server/language/deployment/pair/makePair';
import type { Kind } from '../../../../server/language/language';
import { pairProposal } from '../../../../server/language/languageService';
import { type Link, noLink } from '../../../../server/language/links/link';
import { changedText } from '../../../../server/language/textChange';
import { contextOf } from './plainFiles';

const propose = (kind: Kind, text: string, link: Link = noLink) => {
	const document = TextDocument.create('file:///site/web01.cfg', kind, 1, text);
	const proposal = pairProposal(kind, document, contextOf(link));
	assert.ok(proposal);
	return { document, proposal };
};

function paired(kind: Kind, text: string) {
	const { document, proposal } = propose(kind, text);
	assert.ok('settings' in proposal, JSON.stringify(proposal));
	const { changes, config } = makePair(document, proposal.settings, proposal.groups);
	return { text: changedText(text, changes), config: JSON.parse(config), settings: proposal.settings };
}

const refusal = (text: string, link?: Link): string => {
	const { proposal } = propose('kickstart', text, link);
	return 'refusal' in proposal ? proposal.refusal : '';
};

suite('an unattend file becomes a pair', () => {
	test('kickstart: addresses are asked for each server, the rest once', () => {
		const { text } = paired(
			'kickstart',
			`lang en_US.UTF-8
keyboard --xlayouts='de'
timezone Europe/Berlin --utc
network --bootproto=static --ip=192.0.2.7 --netmask "255.255.255.0" --gateway=192.0.2.1 --hostname=web01
clearpart --all --drives=sda
ignoredisk --only-use=sda
`,
		);
		assert.equal(
			text,
			`lang #common-settings.language#
keyboard --xlayouts='#common-settings.keyboard-layouts#'
timezone #common-settings.time-zone# --utc
network --bootproto=static --ip=#server-settings.server0.ip-address# --netmask "#server-settings.server0.netmask#" --gateway=#server-settings.server0.gateway# --hostname=#server-settings.server0.host-name#
clearpart --all --drives=#common-settings.disk#
ignoredisk --only-use=#common-settings.disk#
`,
		);
	});

	test('ESXi', () => {
		const { text } = paired(
			'esxi',
			'vmaccepteula\ninstall --disk=mpx.vmhba1:C0:T0:L0\nkeyboard German\nrootpw secret1!\n',
		);
		assert.equal(
			text,
			'vmaccepteula\ninstall --disk=#common-settings.esxi-disk#\nkeyboard #common-settings.keyboard#\nrootpw #common-settings.root-password#\n',
		);
	});

	test('AutoYaST: a volume group is no disk', () => {
		const drive = (device: string) => `<drive><device>${device}</device></drive>`;
		const { text } = paired(
			'autoyast',
			`<profile xmlns="http://www.suse.com/1.0/yast2ns"><timezone><timezone>Europe/Paris</timezone></timezone><partitioning>${drive('/dev/sda')}${drive('/dev/system')}</partitioning></profile>`,
		);
		assert.equal(
			text,
			`<profile xmlns="http://www.suse.com/1.0/yast2ns"><timezone><timezone>#common-settings.time-zone#</timezone></timezone><partitioning>${drive('#common-settings.disk#')}${drive('/dev/system')}</partitioning></profile>`,
		);
	});

	test('Windows: the same component in two passes has one setting for one text', () => {
		const shell = (pass: string, name: string, zone: string) =>
			`<settings pass="${pass}"><component name="Microsoft-Windows-Shell-Setup" processorArchitecture="amd64" publicKeyToken="31bf3856ad364e35" language="neutral" versionScope="nonSxS">${name}<TimeZone> ${zone} </TimeZone></component></settings>`;
		const { text } = paired(
			'windows',
			`<unattend xmlns="urn:schemas-microsoft-com:unattend">${shell('specialize', '<ComputerName>WEB01</ComputerName>', 'UTC')}${shell('oobeSystem', '', 'UTC')}</unattend>`,
		);
		const zone = '#common-settings.windows-time-zone#';
		assert.equal(
			text,
			`<unattend xmlns="urn:schemas-microsoft-com:unattend">${shell('specialize', '<ComputerName>#server-settings.server0.computer-name#</ComputerName>', zone)}${shell('oobeSystem', '', zone)}</unattend>`,
		);
	});

	test('the configuration-settings file has labels, expressions and defaults', () => {
		const { config } = paired('kickstart', 'lang en_US.UTF-8\nnetwork --hostname=web01\nrootpw secret1\n');
		const [perServer, common] = config.content;
		assert.deepEqual(
			[config.name, perServer.common, perServer.template[0].autoCreateInstance, perServer.template[0].name],
			['web01', false, true, 'server'],
		);
		const { regex, ...host } = perServer.template[0].content[0];
		assert.deepEqual(host, {
			category: 'dynamic',
			common: false,
			name: 'host-name',
			label: 'Host name',
			type: 'string',
			optional: false,
			value: 'web01',
		});
		assert.match('db-1', new RegExp(regex));
		assert.deepEqual(
			common.content.map(({ name, value }: { name: string; value?: string }) => [name, value]),
			[
				['language', 'en_US.UTF-8'],
				['root-password', undefined],
			],
		);
	});

	test('a second value of the same kind gets a number', () => {
		const { settings } = paired(
			'kickstart',
			'network --ip=192.0.2.7\nnetwork --ip=192.0.2.8\nnetwork --ip=192.0.2.7\n',
		);
		assert.deepEqual(
			settings.map(({ name, label, text, places }) => [name, label, text, places.length]),
			[
				['ip-address', 'IP address', '192.0.2.7', 2],
				['ip-address-2', 'IP address 2', '192.0.2.8', 1],
			],
		);
	});

	test('a word of the text that is like a group gives the group another name', () => {
		const { text } = paired('kickstart', '# See #common-settings# of the wiki.\nlang en_US.UTF-8\n');
		assert.equal(text, '# See #common-settings# of the wiki.\nlang #common-settings-2.language#\n');
	});

	for (const [what, text] of [
		['a mark of a template language', 'keyboard {{kb}}\nnetwork --ip=192.0.2.7\n'],
		['escapes in a word', 'keyboard --xlayouts=u\\s\nnetwork --ip=192.0.2.7\n'],
		['a text that is no such value', 'network --ip=192.0.2.7 --ipv6=auto --hostname=-\n'],
		['a macro of the appliance', 'lang #predefined.timezone#\nnetwork --ip=192.0.2.7\n'],
	] as const) {
		test(`what has ${what} stays`, () => {
			assert.equal(paired('kickstart', text).text, text.replace('192.0.2.7', '#server-settings.server0.ip-address#'));
		});
	}

	test('what is an error stays, to be corrected first', () => {
		const { text } = paired('esxi', 'vmaccepteula\nnetwork --ip=192.0.2.99/24 --gateway=192.0.2.1\n');
		assert.equal(text, 'vmaccepteula\nnetwork --ip=192.0.2.99/24 --gateway=#server-settings.server0.gateway#\n');
	});

	test('references of XML stay: how values are escaped is not known', () => {
		const profile = (name: string) =>
			`<profile xmlns="http://www.suse.com/1.0/yast2ns"><users><user><user_password>${name}</user_password></user></users><timezone><timezone>UTC</timezone></timezone></profile>`;
		const { text } = paired('autoyast', profile('a&amp;b'));
		assert.match(text, /<user_password>a&amp;b</);
	});

	test('a linked file, one with macros, and one with nothing to ask are told why not', () => {
		assert.match(
			refusal('lang en_US.UTF-8\n', { ...noLink, configPath: 'site.xclarity.json' }),
			/^web01\.cfg is linked with site\.xclarity\.json already\./,
		);
		assert.match(refusal('lang #a.b#\nnetwork --ip=192.0.2.7\n'), /^web01\.cfg uses macros already, such as #a\.b#\./);
		assert.match(refusal('text\nreboot\n'), /^Nothing that web01\.cfg says/);
	});
});

suite('the table of settings', () => {
	test('is what its schema says', () => {
		assert.ok(validate(table), JSON.stringify(validate.errors?.[0]));
	});

	test('every place has a setting, every setting a place, and every pattern is known', () => {
		const used = new Set(Object.values(table.places).flatMap(places => Object.values(places)));
		assert.deepEqual([...used].sort(), Object.keys(table.settings).sort());
		const patterns = Object.values(table.settings).flatMap(entry => ('patterns' in entry ? entry.patterns : []));
		assert.deepEqual(
			patterns.filter(id => !regexPatterns.some(pattern => pattern.id === id)),
			[],
		);
	});
});
