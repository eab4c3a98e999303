/** Files of a pair that do not fit together, written down before anybody looked at what the product reports. */
import { misspell, swap } from '../edits';
import {
	type Edit,
	type Evidence,
	editFile,
	type FaultKind,
	type ReportPlace,
	type Sample,
	type Subject,
} from '../fault';
import { change, isLeaf, type Node, renameKey } from './configTree';

const doc: Evidence = { source: 'LXCA: custom macros', grade: 'documented' };
const manifest: Evidence = { source: 'schemas/xclarity.schema.json', grade: 'documented' };
const meant: Evidence = { source: 'what the appliance would send to the installer', grade: 'inferred' };
const guess: Evidence = { source: 'nobody says so; it is unlikely to be meant', grade: 'believed' };
const manual: Evidence = { source: 'the manual of the installer', grade: 'documented' };

type Row = readonly [name: string, evidence: Evidence, edit: Edit];

/** Mistakes in one of the files beside the unattend file. */
const kindsIn = (file: string, table: readonly Row[]): FaultKind[] =>
	table.map(([name, evidence, edit]) => ({
		subject: 'pair' as Subject,
		name,
		...evidence,
		least: evidence.least ?? (evidence.grade === 'believed' ? 'information' : 'warning'),
		make: (sample, random) => editFile(sample, file, text => edit(text, random, sample)),
	}));

const usedAt = (lines: RegExp): ReportPlace => ({ file: '@main', lines });
const at = (evidence: Evidence, name: string): Evidence => ({ ...evidence, place: usedAt(new RegExp(`[#.]${name}#`)) });

const named =
	(name: string) =>
	(found: { node: Node }): boolean =>
		found.node.name === name;
const isUsed = ({ files, main }: Sample, name: string): boolean =>
	new RegExp(`[#.]${name}#`).test(String(files.get(main)));

/** A change of a setting whose macro the unattend file uses. */
const changeUsed =
	(name: string, alter: (node: Node) => unknown): Edit =>
	(text, random, sample) =>
		isUsed(sample, name) ? change(named(name), ({ node }) => alter(node))(text, random, sample) : undefined;
const choices = (name: string, list: readonly string[]): Edit =>
	changeUsed(name, node => {
		if (node.category === 'static') return false;
		node.choices = list;
		delete node.value;
		delete node.regex;
		return true;
	});
const preset = (name: string, value: string): Edit =>
	changeUsed(name, node => {
		delete node.choices;
		delete node.regex;
		node.value = value;
	});
const settingsIn = (node: Node): Node[] => (Array.isArray(node.content) ? (node.content as Node[]) : []);
const renamed = (from: string, to: string): Edit =>
	changeUsed(from, node => {
		node.name = to;
	});
const renamedGroup =
	(from: string, to: string, used: RegExp): Edit =>
	(text, random, sample) =>
		used.test(String(sample.files.get(sample.main)))
			? change(named(from), ({ node }) => {
					node.name = to;
				})(text, random, sample)
			: undefined;

const inConfig = kindsIn('site.xclarity.json', [
	['c-group-renamed', at(doc, '\\w+'), renamedGroup('server-settings', 'servers', /#server-settings/)],
	['c-item-renamed', at(doc, '\\w+'), renamedGroup('server', 'node', /#server-settings/)],
	['c-common-group-renamed', at(doc, '\\w+'), renamedGroup('site', 'location', /#site\./)],
	...['locale', 'keyboard', 'timezone', 'rootHash', 'ntpServer', 'logpath', 'rack', 'vlan', 'timeZone'].map(
		(name): Row => [`c-${name}-renamed`, at({ ...doc, grade: 'inferred' }, name), renamed(name, `${name}Old`)],
	),
	['c-locale-language', at(meant, 'locale'), choices('locale', ['English', 'German'])],
	['c-locale-two-letters-wrong', at(meant, 'locale'), choices('locale', ['xx_YY', 'qq_QQ'])],
	['c-keyboard-words', at(meant, 'keyboard'), choices('keyboard', ['QWERTY', 'QWERTZ layout'])],
	['c-zone-city', at(meant, 'timezone'), choices('timezone', ['Berlin', 'Tokyo'])],
	['c-zone-offset', at(meant, 'timezone'), choices('timezone', ['GMT+1:00 Berlin', 'UTC+9'])],
	['c-zone-windows-given-iana', at(meant, 'timeZone'), choices('timeZone', ['Europe/Berlin', 'Asia/Tokyo'])],
	['c-zone-misspelt', at(meant, 'timezone'), preset('timezone', 'Europe/Brelin')],
	['c-zone-windows-misspelt', at(meant, 'timeZone'), preset('timeZone', 'W. Europe Standard Tme')],
	['c-hash-clear', at(meant, 'rootHash'), preset('rootHash', 'Passw0rd!')],
	['c-hash-md5-cut', at(meant, 'rootHash'), preset('rootHash', `$6$saltsalt$${'aB3./xYz'.repeat(5)}`)],
	['c-vlan-too-big', at(manual, 'vlan'), preset('vlan', '5000')],
	['c-vlan-word', at(manual, 'vlan'), preset('vlan', 'management')],
	['c-key-cut', at(meant, 'productKey'), preset('productKey', 'VDYBN-27WPP-V4HQT')],
	['c-locale-windows-underscore', at(meant, 'locale'), preset('locale', 'en_USA')],
	['c-repo-no-scheme', at(meant, 'repoUrl'), preset('repoUrl', 'repo.example.net/rhel')],
	['c-value-two-words', at(meant, 'ntpServer'), preset('ntpServer', 'time1.example.net time2.example.net')],
	[
		'c-one-bad-choice',
		at(meant, 'timezone'),
		changeUsed('timezone', node => {
			if (!Array.isArray(node.choices)) return false;
			node.choices = [...node.choices, 'Mars/Base'];
			return true;
		}),
	],
	['c-setting-key-broken', doc, renameKey('name', random => misspell('name', random))],
	[
		'c-setting-removed',
		at({ ...doc, grade: 'inferred' }, '\\w+'),
		(text, random, sample) =>
			change(
				({ node }) => settingsIn(node).length > 1 && settingsIn(node).some(each => isUsed(sample, String(each.name))),
				({ node }) => {
					const gone = settingsIn(node).find(each => isUsed(sample, String(each.name)));
					node.content = settingsIn(node).filter(each => each !== gone);
				},
			)(text, random, sample),
	],
	[
		'c-moved-into-group',
		{ ...doc, place: usedAt(/#/) },
		(text, random, sample) =>
			change(
				found => isLeaf(found) && found.parent?.name === 'siteDeploy' && isUsed(sample, String(found.node.name)),
				({ node }) => {
					const inner = { ...node };
					for (const key of Object.keys(node)) delete node[key];
					const group = { category: 'dynamic', common: true, name: 'moved', type: 'assoc_array', optional: false };
					Object.assign(node, group, { content: [inner] });
				},
			)(text, random, sample),
	],
]);

const member = (key: string, by: string): Edit => swap(new RegExp(`"${key}": "([^"]*)"`), by);

const inManifest = kindsIn('xclarity.json', [
	['x-config-misspelt', manifest, member('config', '"config": "sit.xclarity.json"')],
	['x-config-capital', manifest, member('config', '"config": "Site.xclarity.json"')],
	['x-config-no-ending', manifest, member('config', '"config": "site"')],
	['x-config-half-ending', manifest, member('config', '"config": "site.json"')],
	['x-config-in-folder', manifest, member('config', '"config": "config/site.xclarity.json"')],
	['x-config-root', manifest, member('config', '"config": "/site.xclarity.json"')],
	['x-config-drive', manifest, member('config', '"config": "C:/site/site.xclarity.json"')],
	['x-config-address', manifest, member('config', '"config": "file:///site/site.xclarity.json"')],
	['x-config-above', manifest, member('config', '"config": "../site.xclarity.json"')],
	['x-config-space', manifest, member('config', '"config": " site.xclarity.json"')],
	['x-config-list', manifest, member('config', '"config": ["$1"]')],
	['x-config-null', manifest, member('config', '"config": null')],
	['x-config-empty', manifest, member('config', '"config": ""')],
	['x-config-pattern', manifest, member('config', '"config": "*.xclarity.json"')],
	[
		'x-config-is-unattend',
		manifest,
		(text, random, sample) => member('config', `"config": "${sample.main}"`)(text, random, sample),
	],
	['x-config-is-manifest', manifest, member('config', '"config": "xclarity.json"')],
	['x-unattend-misspelt', manifest, member('unattend', '"unattend": "x$1"')],
	['x-unattend-ending', manifest, member('unattend', '"unattend": "ks.txt"')],
	['x-unattend-pattern-none', manifest, member('unattend', '"unattend": "*.xlm"')],
	['x-unattend-folder-pattern', manifest, member('unattend', '"unattend": "hosts/*.cfg"')],
	['x-unattend-open-bracket', manifest, member('unattend', '"unattend": "[ks.cfg"')],
	['x-unattend-open-brace', manifest, member('unattend', '"unattend": "{ks,autoinst.cfg"')],
	['x-unattend-backslash', manifest, member('unattend', '"unattend": "hosts\\\\$1"')],
	['x-unattend-empty-list', manifest, member('unattend', '"unattend": []')],
	['x-unattend-comma-list', manifest, member('unattend', '"unattend": "$1, other.cfg"')],
	['x-unattend-number', manifest, member('unattend', '"unattend": 1')],
	['x-unattend-is-config', manifest, member('unattend', '"unattend": "site.xclarity.json"')],
	['x-swapped', manifest, swap(/"unattend": ("[^"]*"),(\s*)"config": ("[^"]*")/, '"unattend": $3,$2"config": $1')],
	...['unattended', 'Unattend', 'unattendFile', 'kickstart'].map(
		(name): Row => [`x-key-${name}`, manifest, swap(/"unattend":/, `"${name}":`)],
	),
	...['configuration', 'Config', 'configs', 'settings'].map(
		(name): Row => [`x-key-${name}`, manifest, swap(/"config":/, `"${name}":`)],
	),
	...['osRelease', 'os_release', 'release', 'osversion'].map(
		(name): Row => [`x-key-${name}`, manifest, swap(/"osrelease":/, `"${name}":`)],
	),
	...['OS', 'system'].map((name): Row => [`x-key-${name}`, manifest, swap(/"os":/, `"${name}":`)]),
	...['link', 'Links', 'pairs'].map(
		(name): Row => [`x-key-${name}`, { ...manifest, place: 'anywhere' }, swap(/"links":/, `"${name}":`)],
	),
	['x-os-misspelt', manifest, swap(/"os": "(\w+)"/, (m, random) => `"os": "${misspell(m[1] ?? '', random)}"`)],
	['x-os-full-name', guess, member('os', '"os": "Linux"')],
	[
		'x-os-other',
		{ ...manifest, grade: 'inferred', place: usedAt(/./) },
		swap(/"os": "(\w+)"/, m => `"os": "${m[1] === 'win' ? 'rhels' : 'win'}"`),
	],
	['x-os-capital', guess, swap(/"os": "(\w+)"/, m => `"os": "${m[1]?.toUpperCase()}"`)],
	['x-os-with-release', guess, swap(/"os": "(\w+)",(\s*)"osrelease": "([^"]*)"/, '"os": "$1 $3",$2"osrelease": "$3"')],
	['x-release-word', guess, member('osrelease', '"osrelease": "latest"')],
	['x-release-comma', guess, swap(/"osrelease": "(\d+)\.(\d+)"/, '"osrelease": "$1,$2"')],
	['x-release-number', manifest, swap(/"osrelease": "([\d.]+)"/, '"osrelease": $1')],
	['x-release-with-os', guess, swap(/"osrelease": "([\d.]+)"/, '"osrelease": "release $1"')],
	['x-release-impossible', guess, member('osrelease', '"osrelease": "99.9"')],
	['x-release-empty', manifest, member('osrelease', '"osrelease": ""')],
	['x-links-object', manifest, swap(/"links": \[([\s\S]*)\](\s*)\}/, '"links": $1$2}')],
	['x-links-of-text', manifest, swap(/"links": \[[\s\S]*\]/, '"links": ["ks.cfg"]')],
	['x-links-nested', manifest, swap(/"links": \[([\s\S]*)\](\s*)\}/, '"links": [[$1]]$2}')],
	[
		'x-links-only',
		{ ...manifest, place: 'anywhere' },
		text => JSON.stringify((JSON.parse(text) as { links: unknown }).links, undefined, '\t'),
	],
	['x-link-twice', { ...manifest, grade: 'inferred' }, swap(/"links": \[(\s*)(\{[^}]*\})/, '"links": [$1$2,$1$2')],
	[
		'x-link-two-configs',
		{ ...manifest, place: 'anywhere' },
		swap(/"links": \[(\s*)(\{[^}]*\})/, m => `"links": [${m[1]}${m[2]},${m[1]}${m[2]?.replace('site.', 'other.')}`),
	],
	['x-link-no-config', { ...manifest, place: 'anywhere' }, swap(/\s*"config": "[^"]*",/, '')],
	['x-link-no-unattend', { ...manifest, place: 'anywhere' }, swap(/\s*"unattend": "[^"]*",/, '')],
	['x-comma-lost', { source: 'RFC 8259', grade: 'reference' }, swap(/",(\s*)"config"/, '"$1"config"')],
	['x-bracket-lost', { source: 'RFC 8259', grade: 'reference', place: 'anywhere' }, swap(/\n\t\](?=\n\})/, '')],
	['x-quote-lost', { source: 'RFC 8259', grade: 'reference' }, member('config', '"config": "$1')],
	['x-single-quotes', { source: 'RFC 8259', grade: 'reference' }, member('config', "'config': '$1'")],
	['x-rules-unknown', manifest, swap(/\n\}/, ',\n\t"rules": { "config-nam": "off" }\n}')],
	['x-rules-level', manifest, swap(/\n\}/, ',\n\t"rules": { "macro-unknown": "warn" }\n}')],
	['x-rules-boolean', manifest, swap(/\n\}/, ',\n\t"rules": { "macro-unknown": false }\n}')],
	['x-rules-list', manifest, swap(/\n\}/, ',\n\t"rules": ["macro-unknown"]\n}')],
	['x-ignore-text', manifest, swap(/\n\}/, ',\n\t"ignore": "old/"\n}')],
	['x-server-address', manifest, swap(/\n\}/, ',\n\t"server": "https://lxca.example.net"\n}')],
	['x-scripts-text', manifest, member('config', '"config": "$1",\n\t\t\t"scripts": "post.sh"')],
	['x-scripts-none', manifest, member('config', '"config": "$1",\n\t\t\t"scripts": ["post.sh"]')],
	['x-version-key', manifest, swap(/\{\n/, '{\n\t"version": 2,\n')],
]);

export const unseenPairFaults: readonly FaultKind[] = [...inConfig, ...inManifest];
