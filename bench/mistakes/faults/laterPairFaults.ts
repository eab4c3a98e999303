/** A second round of slips in macros and `xclarity.json`, written down after the first was cured, and measured before any of its own was. */
import { addAfter, swap } from '../edits';
import { type Edit, type Evidence, editFile, type FaultKind, kindsOf, type ReportPlace } from '../fault';
import { change, type Node } from './configTree';

const custom: Evidence = { source: 'LXCA: custom macros', grade: 'documented' };
const predefined: Evidence = { source: 'LXCA: predefined macros', grade: 'documented' };
const meant: Evidence = { source: 'LXCA: macros, read from the grammar', grade: 'inferred' };
const manifest: Evidence = { source: 'schemas/xclarity.schema.json', grade: 'documented' };
const guess: Evidence = { source: 'nobody says so; it is unlikely to be meant', grade: 'believed' };
const json: Evidence = { source: 'RFC 8259', grade: 'reference' };

const dotted = /#(server-settings\.server0|site)\.(\w+)#/;
const ofServer = /#server-settings\.server0\.(\w+)#/;
const hostname = /#predefined\.hostPlatforms\.networkSettings\.hostname#/;
const dns = /#predefined\.hostPlatforms\.networkSettings\.dns1#/;
const gateway = /#predefined\.hostPlatforms\.networkSettings\.gateway#/;
const network = (name: string): string => `#predefined.hostPlatforms.networkSettings.${name}#`;

const inFile = (file: string, name: string, evidence: Evidence, edit: Edit): FaultKind => ({
	subject: 'pair',
	name,
	...evidence,
	least: evidence.least ?? (evidence.grade === 'believed' ? 'information' : 'warning'),
	make: (sample, random) => editFile(sample, file, text => edit(text, random, sample)),
});
const inManifest = (name: string, evidence: Evidence, edit: Edit): FaultKind =>
	inFile('xclarity.json', name, evidence, edit);
const member = (key: string, by: string): Edit => swap(new RegExp(`"${key}": "([^"]*)"`), by);

/** A change of a setting whose macro the unattend file uses; reported there. */
const ofUsed = (kind: string, setting: string, alter: (node: Node) => unknown): FaultKind => {
	const place: ReportPlace = { file: '@main', lines: new RegExp(`[#.]${setting}#`) };
	const edit: Edit = (text, random, sample) =>
		new RegExp(`[#.]${setting}#`).test(String(sample.files.get(sample.main)))
			? change(
					({ node }) => node.name === setting,
					({ node }) => alter(node),
				)(text, random, sample)
			: undefined;
	return inFile('site.xclarity.json', kind, { ...meant, place }, edit);
};
const only =
	(regex: string) =>
	(node: Node): unknown => {
		if (node.category === 'static') return false;
		delete node.choices;
		delete node.value;
		node.regex = regex;
		return true;
	};

export const laterPairFaults: readonly FaultKind[] = [
	...kindsOf('pair', [
		['n-default-after-bar', custom, swap(dotted, '#$1.$2|none#')],
		['n-default-after-colon', custom, swap(dotted, '#$1.$2:none#')],
		['n-default-after-equals', custom, swap(dotted, '#$1.$2=none#')],
		['n-function', custom, swap(dotted, '#upper($1.$2)#')],
		['n-exclamation', custom, swap(dotted, '#$1.$2!#')],
		['n-question-mark', custom, swap(dotted, '#$1.$2?#')],
		['n-index-letter', custom, swap(ofServer, '#server-settings.serverA.$1#')],
		['n-index-leading-zero', custom, swap(ofServer, '#server-settings.server01.$1#')],
		['n-index-star', custom, swap(ofServer, '#server-settings.server*.$1#')],
		['n-index-negative', custom, swap(ofServer, '#server-settings.server-1.$1#')],
		['n-ending-inside', custom, swap(/#(site|server-settings\.server0)\.locale#(\.UTF-8)/, '#$1.locale$2#')],
		['n-closing-behind-ending', custom, swap(/#(site|server-settings\.server0)\.locale#(\.UTF-8)/, '#$1.locale$2')],
		['n-nested', custom, swap(dotted, '##$1#.$2#')],
		['n-names-turned', custom, swap(/#site\.(\w+)#/, '#$1.site#')],
		['n-group-twice', custom, swap(/#site\.(\w+)#/, '#site.site.$1#')],
		['n-server-settings-shortened', custom, swap(ofServer, '#server.$1#')],
		['n-backslash-for-dot', custom, swap(dotted, '#$1\\$2#')],
		['n-hash-and-backtick', custom, swap(dotted, '`$1.$2`')],
		['n-single-quotes-for-hashes', custom, swap(dotted, "'$1.$2'")],
		['n-colon-for-hashes', custom, swap(dotted, ':$1.$2:')],
		['n-underscores-for-hashes', custom, swap(dotted, '__$1.$2__')],
		['n-dns', predefined, swap(dns, network('dns'))],
		['n-dns0', predefined, swap(dns, network('dns0'))],
		['n-dns-list', predefined, swap(dns, network('dns[0]'))],
		['n-host-name-capital', predefined, swap(hostname, network('hostName'))],
		['n-host-name-short', predefined, swap(hostname, network('name'))],
		['n-gateway-default', predefined, swap(gateway, network('defaultGateway'))],
		['n-gateway-misspelt', predefined, swap(gateway, network('gatway'))],
		['n-predefined-plural', predefined, swap(hostname, '#predefineds.hostPlatforms.networkSettings.hostname#')],
		['n-host-settings', predefined, swap(hostname, '#predefined.hostSettings.networkSettings.hostname#')],
		['n-unattend-group', predefined, swap(hostname, '#predefined.unattendSettings#')],
		['n-job-id-alone', predefined, swap(hostname, '#predefined.jobId#')],
		[
			'n-hook-in-command-line',
			{ ...meant, least: 'information' },
			swap(/^(text|graphical|cmdline|vmaccepteula|accepteula)$/m, '$1 #predefined.unattendSettings.preinstallConfig#'),
		],
		[
			'n-hook-in-post',
			{ ...meant, least: 'information' },
			addAfter(/%post.*/, '#predefined.unattendSettings.preinstallConfig#'),
		],
	]),
	inManifest('o-unattend-blank', manifest, member('unattend', '"unattend": "$1 "')),
	inManifest('o-unattend-semicolon', manifest, member('unattend', '"unattend": "$1;"')),
	inManifest('o-unattend-object', manifest, member('unattend', '"unattend": { "path": "$1" }')),
	inManifest(
		'o-unattend-in-list-twice',
		{ ...manifest, grade: 'inferred' },
		member('unattend', '"unattend": ["$1", "$1"]'),
	),
	inManifest('o-config-key-twice', json, member('config', '"config": "$1",\n\t\t\t"config": "other.json"')),
	inManifest('o-config-variable', manifest, member('config', '"config": "${workspaceFolder}/$1"')),
	inManifest('o-config-home', manifest, member('config', '"config": "~/$1"')),
	inManifest('o-config-dots', manifest, member('config', '"config": "../../$1"')),
	inManifest('o-config-bak', manifest, member('config', '"config": "$1.bak"')),
	inManifest('o-os-list', manifest, swap(/"os": "(\w+)"/, '"os": ["$1"]')),
	inManifest('o-os-null', manifest, swap(/"os": "(\w+)"/, '"os": null')),
	inManifest('o-os-number', manifest, swap(/"os": "(\w+)"/, '"os": 9')),
	inManifest('o-release-list', manifest, swap(/"osrelease": "([^"]*)"/, '"osrelease": ["$1"]')),
	inManifest('o-release-v', guess, swap(/"osrelease": "([^"]*)"/, '"osrelease": "v$1"')),
	inManifest('o-release-x', guess, swap(/"osrelease": "(\d+)\.\d+"/, '"osrelease": "$1.x"')),
	inManifest('o-links-text', manifest, swap(/"links": \[[\s\S]*\]/, '"links": "ks.cfg"')),
	inManifest('o-links-null', manifest, swap(/"links": \[[\s\S]*\]/, '"links": null')),
	inManifest('o-link-empty', manifest, swap(/"links": \[/, '"links": [ {},')),
	inManifest('o-link-null', manifest, swap(/"links": \[/, '"links": [ null,')),
	inManifest('o-brace-lost', { ...json, place: 'anywhere' }, swap(/\n\t\t\}/, '')),
	inManifest('o-equals', json, member('config', '"config" = "$1"')),
	inManifest('o-unquoted', json, member('config', '"config": $1')),
	inManifest('o-smart-quotes', json, member('config', '“config”: “$1”')),
	inManifest('o-description-number', manifest, member('config', '"config": "$1",\n\t\t\t"description": 1')),
	inManifest('o-comment-key', manifest, swap(/\{\n/, '{\n\t"comment": "links of the site",\n')),
	inManifest('o-rule-capital', manifest, swap(/\n\}/, ',\n\t"rules": { "macro-unknown": "Warning" }\n}')),
	inManifest('o-rule-none', manifest, swap(/\n\}/, ',\n\t"rules": { "macro-unknown": "none" }\n}')),
	inManifest('o-rule-star', manifest, swap(/\n\}/, ',\n\t"rules": { "macro-*": "off" }\n}')),
	inManifest('o-ignore-number', manifest, swap(/\n\}/, ',\n\t"ignore": [1]\n}')),
	inManifest('o-server-empty', manifest, swap(/\n\}/, ',\n\t"server": ""\n}')),
	inManifest('o-server-port', manifest, swap(/\n\}/, ',\n\t"server": "lxca:443"\n}')),
	ofUsed('p-vlan-letters', 'vlan', only('^[a-z]+$')),
	ofUsed('p-hash-digits', 'rootHash', only('^[0-9]{8}$')),
	ofUsed('p-zone-capitals', 'timezone', only('^[A-Z]{5}$')),
	ofUsed('p-setting-is-group', 'ntpServer', node => {
		node.type = 'assoc_array';
		delete node.value;
		delete node.regex;
		delete node.choices;
		node.category = 'dynamic';
		node.content = [
			{
				category: 'dynamic',
				common: node.common ?? true,
				name: 'host',
				label: 'Host',
				type: 'string',
				optional: false,
			},
		];
	}),
	ofUsed('p-vlan-choices', 'vlan', node => {
		delete node.regex;
		delete node.value;
		node.category = 'dynamic';
		node.choices = ['on', 'off'];
	}),
];
