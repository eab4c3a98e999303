/** Mistakes between files: macros against settings, `xclarity.json` against both. Sources: the reference's macro grammar (2) and rules. */
import type { Json } from '../correct/jsonStyle';
import { addAfter, doubleLine, dropLine, misspell, swap } from '../edits';
import { type Edit, type Evidence, editFile, type FaultKind, kindsOf, type Sample } from '../fault';
import { change, childrenOf, type Found, has, isDynamic, isLeaf, isStatic, type Node } from './configTree';

const documented = (source: string): Evidence => ({ source, grade: 'documented' });
const inferred = (source: string): Evidence => ({ source, grade: 'inferred' });
const grammar = documented('macro grammar: # + dotted path + #, names from the second level down');

/** Reports in the unattend file on a line with a macro. */
const atMacro = { file: '@main', lines: /[#$%]/ };

const custom = /#(?!predefined)([\w-]+(?:\.[\w-]+)*)#/;
const dotted = /#(?!predefined)([\w-]+(?:\.[\w-]+)+)#/;
const grouped = /#(server-settings|site)\.((?:server0\.)?)([\w-]+)#/;
const hook = /#predefined\.unattendSettings\.\w+#/;
const onMacro = (by: (name: string, random: Parameters<typeof misspell>[1]) => string): Edit =>
	swap(custom, (match, random) => by(match[1] ?? '', random));
const lastSegment = (name: string, by: (segment: string) => string): string =>
	[...name.split('.').slice(0, -1), by(name.split('.').at(-1) ?? '')].join('.');

const macroFaults = kindsOf('pair', [
	[
		'macro-misspelt',
		grammar,
		onMacro((name, random) => `#${lastSegment(name, segment => misspell(segment, random))}#`),
	],
	[
		'macro-group-misspelt',
		grammar,
		swap(grouped, (match, random) => `#${misspell(match[1] ?? '', random)}.${match[2]}${match[3]}#`),
	],
	['macro-instance-misspelt', grammar, swap(/#server-settings\.server0\./, '#server-settings.sevrer0.')],
	[
		'macro-case',
		inferred('names are JSON names, case-sensitive'),
		onMacro(name => `#${lastSegment(name, segment => segment.toUpperCase())}#`),
	],
	['macro-instance-number-lost', grammar, swap(/#server-settings\.server0\./, '#server-settings.server.')],
	[
		'macro-instance-number-one-based',
		{ ...inferred('instances count from 0; one is made by itself'), least: 'information' },
		swap(/#server-settings\.server0\./, '#server-settings.server1.'),
	],
	['macro-instance-brackets', grammar, swap(/#server-settings\.server0\./, '#server-settings.server[0].')],
	['macro-instance-lost', grammar, swap(/#server-settings\.server0\./, '#server-settings.')],
	['macro-instance-dot', grammar, swap(/#server-settings\.server0\./, '#server-settings.server.0.')],
	['macro-root-name', documented('the top-most name is left out'), onMacro(name => `#siteDeploy.${name}#`)],
	['macro-underscore', inferred('names are taken as they are'), swap(/#server-settings\./, '#server_settings.')],
	['macro-extra-segment', grammar, onMacro(name => `#${name}.value#`)],
	['macro-group-lost', grammar, swap(/#site\.([\w-]+)#/, '#$1#')],
	['macro-group-as-value', inferred('a group has no value'), swap(/#site\.[\w-]+#/, '#site#')],
	[
		'macro-servers-as-value',
		inferred('a group has no value'),
		swap(/#server-settings\.server0\.[\w-]+#/, '#server-settings.server0#'),
	],
	[
		'macro-list-as-value',
		inferred('a group has no value'),
		swap(/#server-settings\.server0\.[\w-]+#/, '#server-settings#'),
	],
	['macro-end-hash-lost', grammar, swap(dotted, '#$1')],
	['macro-start-hash-lost', grammar, swap(dotted, '$1#')],
	['macro-hashes-lost', inferred('a declared name without its hashes'), swap(dotted, '$1')],
	['macro-hashes-doubled', grammar, onMacro(name => `##${name}##`)],
	['macro-blank-inside', grammar, onMacro(name => `# ${name} #`)],
	['macro-blank-before-dot', grammar, swap(dotted, match => `#${match[1]?.replace('.', ' .')}#`)],
	['macro-slash', grammar, swap(dotted, match => `#${match[1]?.replaceAll('.', '/')}#`)],
	['macro-colon', grammar, swap(dotted, match => `#${match[1]?.replaceAll('.', ':')}#`)],
	['macro-arrow', grammar, swap(dotted, match => `#${match[1]?.replaceAll('.', '->')}#`)],
	['macro-double-dot', grammar, swap(dotted, match => `#${match[1]?.replace('.', '..')}#`)],
	['macro-leading-dot', grammar, onMacro(name => `#.${name}#`)],
	['macro-trailing-dot', grammar, onMacro(name => `#${name}.#`)],
	['macro-comma', grammar, swap(dotted, match => `#${match[1]?.replace('.', ',')}#`)],
	['macro-shell-syntax', inferred('another tool’s syntax around a declared name'), swap(dotted, '${$1}')],
	['macro-batch-syntax', inferred('another tool’s syntax around a declared name'), swap(dotted, '%$1%')],
	['macro-jinja-syntax', inferred('another tool’s syntax around a declared name'), swap(dotted, '{{ $1 }}')],
	['macro-cobbler-syntax', inferred('another tool’s syntax around a declared name'), swap(dotted, '@$1@')],
	['macro-hash-brace-syntax', inferred('another tool’s syntax around a declared name'), swap(dotted, '#{$1}')],
	['macro-angle-syntax', inferred('another tool’s syntax around a declared name'), swap(dotted, '[[$1]]')],
	['macro-full-width-hash', grammar, onMacro(name => `＃${name}＃`)],
	['macro-zero-width', grammar, onMacro(name => `#${name}\u200b#`)],
	[
		'predefined-misspelt',
		documented('list of predefined macros'),
		swap(
			/#predefined\.hostPlatforms\.networkSettings\.(\w+)#/,
			(match, random) => `#predefined.hostPlatforms.networkSettings.${misspell(match[1] ?? '', random)}#`,
		),
	],
	[
		'predefined-group-misspelt',
		documented('list of predefined macros'),
		swap(/#predefined\.hostPlatforms\.networkSettings\./, '#predefined.hostPlatform.networkSettings.'),
	],
	[
		'predefined-word-misspelt',
		documented('list of predefined macros'),
		swap(/#predefined\.hostPlatforms\./, '#predefinded.hostPlatforms.'),
	],
	[
		'predefined-capital',
		inferred('case-sensitive'),
		swap(/#predefined\.hostPlatforms\./, '#Predefined.hostPlatforms.'),
	],
	[
		'predefined-word-lost',
		documented('predefined macros start with predefined'),
		swap(/#predefined\.hostPlatforms\./, '#hostPlatforms.'),
	],
	[
		'predefined-group-as-value',
		inferred('a group has no value'),
		swap(/#predefined\.hostPlatforms\.networkSettings\.\w+#/, '#predefined.hostPlatforms.networkSettings#'),
	],
	[
		'predefined-level-lost',
		documented('list of predefined macros'),
		swap(/#predefined\.hostPlatforms\.networkSettings\./, '#predefined.networkSettings.'),
	],
	['hook-misspelt', documented('the two hook macros'), swap(hook, match => match[0].replace('install', 'intsall'))],
	[
		'hook-missing',
		{ ...documented('recommended macros'), place: 'anywhere' },
		(text, random, sample) =>
			/^<\?xml|^(?:vm)?accepteula/m.test(text) ? undefined : dropLine(hook)(text, random, sample),
	],
	[
		'hook-both-missing',
		{ ...documented('recommended macros'), place: 'anywhere' },
		text =>
			/^<\?xml|^(?:vm)?accepteula/m.test(text)
				? undefined
				: text.replace(/^.*#predefined\.unattendSettings\.\w+#\r?\n/gm, ''),
	],
	['hook-twice', { source: 'the section would be put in twice', grade: 'believed', place: hook }, doubleLine(hook)],
	[
		'hook-in-script',
		{ ...inferred('a section inside a section'), place: 'anywhere' },
		(text, random, sample) => {
			const line = /^#predefined\.unattendSettings\.postinstallConfig#\n/m.exec(text)?.[0];
			return line === undefined || !/^%post/m.test(text)
				? undefined
				: addAfter(/%post/, line.trim())(text.replace(line, ''), random, sample);
		},
	],
	[
		'hook-as-value',
		inferred('a hook stands on a line of its own'),
		swap(/^(lang|timezone) \S+/m, '$1 #predefined.unattendSettings.preinstallConfig#'),
	],
]);

const config = (name: string, evidence: Evidence, edit: Edit): FaultKind => ({
	subject: 'pair',
	name,
	...evidence,
	place: evidence.place ?? atMacro,
	least: evidence.least ?? 'warning',
	make: (sample, random) => editFile(sample, 'site.xclarity.json', text => edit(text, random, sample)),
});

const isNamed =
	(name: string): ((found: Found) => boolean) =>
	found =>
		found.node.name === name;
const isUsed = (found: Found): boolean => isLeaf(found) && found.node.name !== 'notes';
/** Whether the main file has a macro that goes through a setting of this name: without, a change there breaks nothing. */
const isNamedBy = (sample: Sample, { name }: Node): boolean =>
	new RegExp(`[#.]${String(name)}\\d*[.#]`).test(String(sample.files.get(sample.main)));
/** A change of a setting that the main file uses. */
const changeUsed =
	(...[qualifies, alter]: Parameters<typeof change>): Edit =>
	(text, random, sample) =>
		change(found => qualifies(found) && isNamedBy(sample, found.node), alter)(text, random, sample);
const listed = (node: Node): Json[] => (Array.isArray(node.choices) ? [...node.choices] : []);
/** Gives the setting a choice that the installer refuses, or a fixed value where it is static. */
const refusedChoice = (name: string, choice: string): Edit =>
	change(
		found => isNamed(name)(found) && (has('choices')(found) || isStatic(found)),
		({ node }) => {
			if (isStatic({ node, parent: undefined })) node.value = choice;
			else node.choices = [...listed(node), choice];
		},
	);
const only =
	(mark: RegExp, edit: Edit): Edit =>
	(text, random, sample) =>
		mark.test(String(sample.files.get(sample.main))) ? edit(text, random, sample) : undefined;
const either = { file: '@main', lines: /#/ };

const configChanges: FaultKind[] = [
	config(
		'setting-removed',
		grammar,
		changeUsed(
			found => Array.isArray(found.parent?.content) && isUsed(found),
			({ node, parent }) => {
				const rest = parent ? childrenOf(parent).filter(child => child !== node) : [];
				if (rest.length === 0 || !parent) return false;
				parent.content = rest;
				return true;
			},
		),
	),
	config(
		'setting-renamed',
		grammar,
		changeUsed(isUsed, ({ node }) => {
			node.name = `${String(node.name)}New`;
		}),
	),
	config(
		'setting-renamed-case',
		inferred('case-sensitive'),
		changeUsed(isUsed, ({ node }) => {
			const name = String(node.name);
			node.name = name.toUpperCase() === name ? name.toLowerCase() : name.toUpperCase();
		}),
	),
	config(
		'group-renamed',
		grammar,
		changeUsed(
			found => isNamed('site')(found) && (found.node.content as Node[]).length === 1,
			({ node }) => {
				node.name = 'location';
			},
		),
	),
	config(
		'list-renamed',
		grammar,
		changeUsed(
			found => isNamed('server-settings')(found),
			({ node }) => {
				const item = (node.template as Node[])[0];
				if (!item || (item.content as Node[]).length !== 1) return false;
				node.name = 'hosts';
				return true;
			},
		),
	),
	config(
		'template-item-renamed',
		grammar,
		changeUsed(
			found => isNamed('server')(found) && (found.node.content as Node[]).length === 1,
			({ node }) => {
				node.name = 'host';
			},
		),
	),
	config(
		'leaf-became-group',
		inferred('a group has no value'),
		changeUsed(
			found => isDynamic(found) && isUsed(found),
			({ node }) => {
				for (const key of ['choices', 'regex', 'value']) delete node[key];
				node.type = 'assoc_array';
				node.content = [
					{
						category: 'dynamic',
						common: node.common ?? true,
						name: 'inner',
						type: 'string',
						optional: true,
						label: 'x',
						description: 'x',
					},
				];
			},
		),
	),
	config(
		'auto-create-lost',
		{ ...inferred('rule 16: the instance may not exist'), least: 'information', place: /"name"/ },
		change(has('autoCreateInstance'), ({ node }) => {
			delete node.autoCreateInstance;
		}),
	),
	config(
		'list-maximum-zero',
		{ ...inferred('the instance can not exist'), place: either },
		changeUsed(isNamed('server-settings'), ({ node }) => {
			node.minElements = 0;
			node.maxElements = 0;
		}),
	),
	config(
		'choice-lang-refused',
		{ ...inferred('the installer has no such locale'), place: either },
		only(/^lang #/m, refusedChoice('locale', 'English (US)')),
	),
	config(
		'choice-lang-hyphen',
		{ ...inferred('the installer has no such locale'), place: either },
		only(/^lang #/m, refusedChoice('locale', 'en-GB')),
	),
	config(
		'choice-timezone-refused',
		{ ...inferred('no zone of the tz database'), place: either },
		only(/^timezone #/m, refusedChoice('timezone', 'Europe/Belrin')),
	),
	config(
		'choice-timezone-autoyast',
		{ ...inferred('no zone of the tz database'), place: either },
		only(/<timezone>#/, refusedChoice('timezone', 'Berlin')),
	),
	config(
		'choice-timezone-windows',
		{ ...documented('names of Windows time zones'), place: either },
		only(/<TimeZone>#/, refusedChoice('timeZone', 'Europe/Berlin')),
	),
	config(
		'choice-locale-windows',
		{ ...documented('locales with a hyphen'), place: either },
		only(/Locale>#/, refusedChoice('locale', 'en_GB')),
	),
	config(
		'choice-language-autoyast',
		{ ...inferred('language_TERRITORY'), place: either },
		only(/<language>#/, refusedChoice('locale', 'English')),
	),
	config(
		'choice-keymap-autoyast',
		{ ...inferred('list of keyboards'), place: either },
		only(/<keymap>#/, refusedChoice('keyboard', 'germann')),
	),
	config(
		'choice-keyboard-esxi',
		{ ...documented('list of keyboards'), place: either },
		only(/^keyboard #/m, (text, random, sample) =>
			/accepteula/.test(String(sample.files.get(sample.main)))
				? refusedChoice('keyboard', 'Germann')(text, random, sample)
				: undefined,
		),
	),
	config(
		'choice-vlan-esxi',
		{ ...documented('a number from 1 to 4096'), place: either },
		only(
			/--vlanid=#/,
			change(
				found => isNamed('vlan')(found),
				({ node }) => {
					delete node.regex;
					if (node.category === 'static') node.value = 'blue';
					else Object.assign(node, { choices: ['120', 'blue'], value: '120' });
				},
			),
		),
	),
	config(
		'default-lang-refused',
		{ ...inferred('the installer has no such locale'), place: either },
		only(
			/^lang #/m,
			change(
				found => isNamed('locale')(found) && isDynamic(found),
				({ node }) => {
					delete node.choices;
					node.value = 'English (US)';
				},
			),
		),
	),
	config(
		'default-timezone-windows',
		{ ...documented('names of Windows time zones'), place: either },
		only(
			/<TimeZone>#/,
			change(
				found => isNamed('timeZone')(found) && isDynamic(found),
				({ node }) => {
					delete node.choices;
					node.value = 'Europe/Berlin';
				},
			),
		),
	),
	config(
		'default-keymap-autoyast',
		{ ...inferred('list of keyboards'), place: either },
		only(
			/<keymap>#/,
			change(
				found => isNamed('keyboard')(found) && isDynamic(found),
				({ node }) => {
					delete node.choices;
					node.value = 'germann';
				},
			),
		),
	),
	config(
		'default-hash-clear-text',
		{ ...documented('a hash is asked for'), place: either },
		only(
			/(?:--iscrypted|password>)\s*#/,
			change(
				found => isNamed('rootHash')(found) && isDynamic(found),
				({ node }) => {
					delete node.regex;
					node.value = 'Secret-2024';
				},
			),
		),
	),
	config(
		'config-empty',
		{ source: 'RFC 8259', grade: 'reference', place: { file: 'site.xclarity.json', lines: /^/ } },
		() => '',
	),
	config(
		'config-broken',
		{ source: 'RFC 8259', grade: 'reference', place: { file: 'site.xclarity.json', lines: /^/ } },
		text => text.trimEnd().replace(/\}$/, ''),
	),
];

const manifest = (name: string, evidence: Evidence, edit: Edit): FaultKind => ({
	subject: 'pair',
	name: `manifest-${name}`,
	...evidence,
	least: evidence.least ?? 'warning',
	make: (sample, random) => editFile(sample, 'xclarity.json', text => edit(text, random, sample)),
});
const ours = (source: string): Evidence => ({ source: `our own format: ${source}`, grade: 'documented' });
const rename = (key: string): Edit =>
	swap(new RegExp(`"(${key})":`), (match, random) => `"${misspell(match[1] ?? '', random)}":`);
const linkLine = /\{|"(?:unattend|config|os|osrelease)"/;

const manifestFaults: FaultKind[] = [
	manifest('config-path-misspelt', ours('config names a file'), swap(/"config": "site/, '"config": "stie')),
	manifest('config-extension', ours('config names a file'), swap(/site\.xclarity\.json/, 'site.json')),
	manifest('config-folder', ours('config names a file'), swap(/"config": "site/, '"config": "config/site')),
	manifest('config-case', ours('config names a file'), swap(/"config": "site/, '"config": "Site')),
	manifest(
		'unattend-path-misspelt',
		ours('unattend names files'),
		swap(/"unattend": "(\w+)/, (match, random) => `"unattend": "${misspell(match[1] ?? '', random)}`),
	),
	manifest(
		'unattend-extension',
		ours('unattend names files'),
		swap(/"unattend": "(\w+)[^"]*"/, '"unattend": "$1.txt"'),
	),
	manifest('absolute-path', ours('paths are relative'), swap(/"config": "site/, '"config": "/srv/site')),
	manifest('path-above', ours('paths stay below the folder'), swap(/"config": "site/, '"config": "../site')),
	manifest('key-config-misspelt', { ...ours('keys of a link'), place: linkLine }, rename('config')),
	manifest('key-unattend-misspelt', { ...ours('keys of a link'), place: linkLine }, rename('unattend')),
	manifest('key-os-misspelt', ours('keys of a link'), swap(/"os":/, '"oss":')),
	manifest('key-osrelease-case', ours('keys of a link'), swap(/"osrelease":/, '"osRelease":')),
	manifest('key-links-misspelt', ours('keys of the file'), rename('links')),
	manifest('config-missing', { ...ours('a link has config'), place: linkLine }, swap(/^.*"config": .*\n/m, '')),
	manifest(
		'unattend-missing',
		{ ...ours('a link has unattend or scripts'), place: linkLine },
		swap(/^.*"unattend": .*\n/m, ''),
	),
	manifest(
		'os-unknown',
		{ ...inferred('os of the appliance; its full list is not known'), least: 'information' },
		swap(/"os": "\w+"/, '"os": "redhat"'),
	),
	manifest(
		'os-misspelt',
		inferred('os of the appliance; one letter from a known name'),
		swap(/"os": "(\w+)"/, (match, random) => `"os": "${misspell(match[1] ?? '', random)}"`),
	),
	manifest(
		'os-other-family',
		{ ...ours('os of the appliance'), place: { file: '@main', lines: /^/ } },
		swap(/"os": "(\w+)"/, match => `"os": "${match[1] === 'win' ? 'sles' : 'win'}"`),
	),
	manifest('os-number', ours('os is text'), swap(/"os": "\w+"/, '"os": 9')),
	manifest('osrelease-number', ours('osrelease is text'), swap(/"osrelease": "(\d+)[^"]*"/, '"osrelease": $1')),
	manifest(
		'osrelease-word',
		{ ...inferred('a release; the full list is not known'), least: 'information' },
		swap(/"osrelease": "[^"]*"/, '"osrelease": "latest"'),
	),
	manifest(
		'osrelease-other-os',
		{ ...inferred('a release of that system; the full list is not known'), least: 'information' },
		swap(/"osrelease": "[^"]*"/, '"osrelease": "1998"'),
	),
	manifest('links-object', ours('links is a list'), swap(/"links": \[([\s\S]*)\](\s*\})/, '"links": $1$2')),
	manifest(
		'link-text',
		ours('a link is an object'),
		swap(/"links": \[[\s\S]*\](\s*\})/, '"links": ["site.xclarity.json"]$1'),
	),
	{
		...manifest('link-twice', { ...ours('one link for a file'), place: linkLine }, text => text),
		// The second link names a file that exists: its absence would be another mistake.
		make(sample, random) {
			const config = sample.files.get('site.xclarity.json') ?? '';
			const spoilt = editFile(sample, 'xclarity.json', text =>
				swap(
					/"links": \[(\s*\{[\s\S]*?\})\s*\]/,
					'"links": [$1, { "unattend": "*", "config": "other.xclarity.json" }]',
				)(text, random, sample),
			);
			return spoilt && new Map([...spoilt, ['other.xclarity.json', config]]);
		},
	},
	manifest('rule-unknown', ours('rules name codes'), swap(/\{/, '{\n\t"rules": { "macro-unkown": "off" },')),
	manifest('rule-severity', ours('severities'), swap(/\{/, '{\n\t"rules": { "macro-unknown": "fatal" },')),
	manifest(
		'comma-missing',
		{ source: 'RFC 8259', grade: 'reference', place: /"os"/ },
		swap(/("config": "[^"]*"),/, '$1'),
	),
	manifest('quote-missing', { source: 'RFC 8259', grade: 'reference' }, swap(/("config": "[^"]*)"/, '$1')),
	manifest('truncated', { source: 'RFC 8259', grade: 'reference', place: 'anywhere' }, text =>
		text.trimEnd().slice(0, -2),
	),
	manifest('empty', { ...ours('a manifest has links'), place: 'anywhere', least: 'information' }, () => ''),
	manifest('list', { ...ours('a manifest is an object'), place: 'anywhere' }, text => `[${text.trim()}]\n`),
];

export const pairFaults: readonly FaultKind[] = [...macroFaults, ...configChanges, ...manifestFaults];
