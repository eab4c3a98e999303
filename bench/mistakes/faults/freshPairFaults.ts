/** Mistakes between files that were written down from the macro grammar and the vendor's pages alone, and measured before anybody cured one. */
import { swap } from '../edits';
import { type Edit, type Evidence, editFile, type FaultKind, kindsOf } from '../fault';
import { change, childrenOf, type Found, has, isDynamic, type Node } from './configTree';

const documented = (source: string): Evidence => ({ source, grade: 'documented' });
const inferred = (source: string): Evidence => ({ source, grade: 'inferred' });
const grammar = documented('macro grammar: # + dotted path + #, names from the second level down');
const list = documented('list of predefined macros');
const dotted = /#(?!predefined)([\w-]+(?:\.[\w-]+)+)#/;
const by = (write: (name: string) => string): Edit => swap(dotted, match => write(match[1] ?? ''));
const predefined = (name: string): RegExp => new RegExp(`#predefined\\.hostPlatforms\\.networkSettings\\.${name}#`);
const hook = /#predefined\.unattendSettings\.(\w+)#/;
const only =
	(mark: RegExp, edit: Edit): Edit =>
	(text, random, sample) =>
		mark.test(String(sample.files.get(sample.main))) ? edit(text, random, sample) : undefined;
const isStatements = /^(?!<\?xml)/;

const macros = kindsOf('pair', [
	['fresh-quoted-inside', grammar, by(name => `#"${name}"#`)],
	['fresh-parentheses-inside', grammar, by(name => `#(${name})#`)],
	['fresh-backslashes', grammar, by(name => `\\#${name}\\#`)],
	['fresh-entities', grammar, by(name => `&#35;${name}&#35;`)],
	['fresh-upper-case', inferred('names are case-sensitive'), by(name => `#${name.toUpperCase()}#`)],
	['fresh-names-swapped', grammar, by(name => `#${name.split('.').reverse().join('.')}#`)],
	['fresh-name-doubled', grammar, by(name => `#${name.split('.')[0]}.${name}#`)],
	['fresh-hash-for-dot', grammar, by(name => `#${name.replaceAll('.', '#')}#`)],
	['fresh-hyphen-for-dot', grammar, by(name => `#${name.replaceAll('.', '-')}#`)],
	['fresh-underscore-for-dot', grammar, by(name => `#${name.replaceAll('.', '_')}#`)],
	['fresh-blank-for-dot', grammar, by(name => `#${name.replaceAll('.', ' ')}#`)],
	['fresh-semicolon-for-hash', grammar, by(name => `#${name};`)],
	['fresh-custom-in-front', grammar, by(name => `#custom.${name}#`)],
	['fresh-predefined-in-front', grammar, by(name => `#predefined.${name}#`)],
	['fresh-plural', grammar, swap(/#site\.([\w-]+)#/, '#sites.$1#')],
	['fresh-double-percent', inferred('another tool’s syntax around a declared name'), by(name => `%%${name}%%`)],
	['fresh-dollar-parentheses', inferred('another tool’s syntax around a declared name'), by(name => `$(${name})`)],
	[
		'fresh-angle-brackets',
		inferred('another tool’s syntax around a declared name'),
		(text, random, sample) => (isStatements.test(text) ? by(name => `<${name}>`)(text, random, sample) : undefined),
	],
	[
		'fresh-predefined-singular',
		list,
		swap(/#predefined\.hostPlatforms\.networkSettings\./, '#predefined.hostPlatforms.networkSetting.'),
	],
	[
		'fresh-predefined-small',
		inferred('case-sensitive'),
		swap(/#predefined\.hostPlatforms\.networkSettings\.(\w+)#/, match => match[0].toLowerCase()),
	],
	[
		'fresh-predefined-index',
		list,
		swap(/#predefined\.hostPlatforms\.networkSettings\./, '#predefined.hostPlatforms.networkSettings[0].'),
	],
	['fresh-predefined-start-hash-lost', list, swap(/#(predefined\.hostPlatforms\.networkSettings\.\w+#)/, '$1')],
	['fresh-predefined-end-hash-lost', list, swap(/(#predefined\.hostPlatforms\.networkSettings\.\w+)#/, '$1')],
	[
		'fresh-predefined-shell',
		inferred('another tool’s syntax'),
		swap(/#(predefined\.hostPlatforms\.networkSettings\.\w+)#/, '${$1}'),
	],
	['fresh-predefined-custom-group', list, swap(/#predefined\.hostPlatforms\.networkSettings\.(\w+)#/, '#network.$1#')],
	[
		'fresh-mac-for-address',
		inferred('a MAC address is no IP address'),
		swap(predefined('ipAddress'), '#predefined.hostPlatforms.networkSettings.selectedMAC#'),
	],
	[
		'fresh-host-name-for-address',
		inferred('a host name is no IP address'),
		swap(predefined('ipAddress'), '#predefined.hostPlatforms.networkSettings.hostname#'),
	],
	[
		'fresh-address-for-mask',
		inferred('an address is no network mask'),
		swap(predefined('subnetMask'), '#predefined.hostPlatforms.networkSettings.ipAddress#'),
	],
	['fresh-hook-group-lost', list, swap(hook, '#predefined.$1#')],
	['fresh-hook-start-hash-lost', list, swap(hook, 'predefined.unattendSettings.$1#')],
	['fresh-hook-doubled-hashes', list, swap(hook, '##predefined.unattendSettings.$1##')],
	['fresh-hook-small', inferred('case-sensitive'), swap(hook, match => match[0].toLowerCase())],
]);

const config = (name: string, evidence: Evidence, edit: Edit): FaultKind => ({
	subject: 'pair',
	name: `fresh-${name}`,
	...evidence,
	place: evidence.place ?? { file: '@main', lines: /[#$%]/ },
	least: evidence.least ?? 'warning',
	make: (sample, random) => editFile(sample, 'site.xclarity.json', text => edit(text, random, sample)),
});
const named =
	(name: string) =>
	(found: Found): boolean =>
		found.node.name === name;
const refusing = (name: string, value: string): Edit =>
	change(
		found => named(name)(found) && isDynamic(found),
		({ node }) => {
			delete node.choices;
			delete node.regex;
			node.value = value;
		},
	);

const settings: FaultKind[] = [
	config(
		'instance-in-name',
		grammar,
		only(
			/server-settings\.server0\./,
			change(named('server'), ({ node }) => {
				node.name = 'server0';
			}),
		),
	),
	config(
		'template-became-content',
		grammar,
		only(
			/server-settings\.server0\./,
			change(
				found => named('server-settings')(found) && has('template')(found),
				({ node }) => {
					node.content = childrenOf(node);
					delete node.template;
					// It would be a second mistake outside a template.
					for (const child of childrenOf(node)) delete child.autoCreateInstance;
				},
			),
		),
	),
	config(
		'group-dissolved',
		grammar,
		only(
			/#site\./,
			change(
				({ node }) => childrenOf(node).some(child => child.name === 'site'),
				({ node }) => {
					node.content = childrenOf(node).flatMap((child): Node[] =>
						child.name === 'site' ? childrenOf(child) : [child],
					);
				},
			),
		),
	),
	config(
		'key-name-misspelt',
		{ source: 'key table', grade: 'example', place: { file: 'site.xclarity.json', lines: /^/ } },
		swap(/"name": "(?=locale|keyboard|timezone|rack|vlan|owner|ntpServer)/, '"nmae": "'),
	),
	config(
		'content-misspelt',
		{ source: 'key table', grade: 'example', place: { file: 'site.xclarity.json', lines: /^/ } },
		swap(/"content": \[(?=[\s\S]*"(?:locale|keyboard|timezone|rack|vlan|owner|ntpServer)")/, '"contnet": ['),
	),
	config(
		'cut-off',
		{ source: 'RFC 8259', grade: 'reference', place: { file: 'site.xclarity.json', lines: /^/ } },
		text => text.slice(0, text.indexOf('"content"') + 14),
	),
	config(
		'default-timezone',
		inferred('no zone of the tz database'),
		only(/^timezone #|<timezone>#/m, refusing('timezone', 'Mars/Base')),
	),
	config(
		'default-locale-windows',
		documented('locales with a hyphen'),
		only(/Locale>#/, refusing('locale', 'english')),
	),
	config(
		'regex-allows-no-zone',
		inferred('no zone of the tz database is a number'),
		only(
			/^timezone #|<timezone>#/m,
			change(
				found => named('timezone')(found) && isDynamic(found),
				({ node }) => {
					for (const key of ['choices', 'value']) delete node[key];
					node.regex = '^[0-9]{1,2}$';
				},
			),
		),
	),
];

const manifest = (name: string, evidence: Evidence, edit: Edit): FaultKind => ({
	subject: 'pair',
	name: `fresh-manifest-${name}`,
	...evidence,
	least: evidence.least ?? 'warning',
	make: (sample, random) => editFile(sample, 'xclarity.json', text => edit(text, random, sample)),
});
const ours = (source: string): Evidence => ({
	source: `our own format: ${source}`,
	grade: 'documented',
	place: /\{|"\w+"/,
});
const manifests: FaultKind[] = [
	manifest('config-list', ours('config is one path'), swap(/"config": ("[^"]*")/, '"config": [$1]')),
	manifest('config-empty', ours('config names a file'), swap(/"config": "[^"]*"/, '"config": ""')),
	manifest('config-null', ours('config names a file'), swap(/"config": "[^"]*"/, '"config": null')),
	manifest('unattend-empty', ours('unattend names files'), swap(/"unattend": "[^"]*"/, '"unattend": ""')),
	manifest('unattend-number', ours('unattend names files'), swap(/"unattend": "[^"]*"/, '"unattend": 1')),
	manifest(
		'paths-swapped',
		ours('unattend and config'),
		swap(/"unattend": ("[^"]*"),(\s*)"config": ("[^"]*")/, '"unattend": $3,$2"config": $1'),
	),
	manifest(
		'pattern-without-file',
		ours('a pattern matches files'),
		swap(/"unattend": "[^"]*"/, '"unattend": "hosts/*.kss"'),
	),
	manifest('blank-behind-path', ours('config names a file'), swap(/("config": "[^"]*)"/, '$1 "')),
	manifest('links-null', ours('links is a list'), swap(/"links": \[[\s\S]*\](?=\s*\})/, '"links": null')),
	manifest(
		'comma-twice',
		{ source: 'RFC 8259', grade: 'reference', place: 'anywhere' },
		swap(/("config": "[^"]*"),/, '$1,,'),
	),
	manifest('single-quotes', { source: 'RFC 8259', grade: 'reference', place: 'anywhere' }, text =>
		text.replaceAll('"', "'"),
	),
	manifest('key-files', ours('keys of a link'), swap(/"unattend":/, '"files":')),
];

export const freshPairFaults: readonly FaultKind[] = [...macros, ...settings, ...manifests];
