/** Mistakes in AutoYaST profiles. `reference` is what the RELAX NG schemas refuse; the rest is from SUSE's AutoYaST Guide. */
import { dropLine, misspell, swap } from '../edits';
import { type Edit, type Evidence, kindsOf, type Sample } from '../fault';

const schema = (source: string): Evidence => ({ source: `AutoYaST schema: ${source}`, grade: 'reference' });
const guide = (source: string): Evidence => ({ source: `AutoYaST Guide: ${source}`, grade: 'documented' });
const inferred = (source: string): Evidence => ({ source, grade: 'inferred' });
const at = (evidence: Evidence, place: NonNullable<Evidence['place']>): Evidence => ({ ...evidence, place });

const majorOf = ({ files }: Sample): number =>
	Number(/"osrelease": "(\d+)/.exec(String(files.get('xclarity.json')))?.[1]);
const since15 =
	(edit: Edit): Edit =>
	(text, random, sample) =>
		majorOf(sample) >= 15 ? edit(text, random, sample) : undefined;

const typed = (type: string): RegExp => new RegExp(`<([\\w-]+) config:type="${type}">`);
/** A leaf by name with its value. */
const value = (name: string, by: string): Edit =>
	swap(new RegExp(`(<${name}\\b[^>]*>)[^<#\\n]*(</${name}>)`), `$1${by}$2`);
/** Renames an element at both ends of one leaf line. */
const rename = (name: string, by: (name: string, random: Parameters<typeof misspell>[1]) => string): Edit =>
	swap(new RegExp(`<(${name})\\b([^>]*)>([^<\\n]*)</\\1>`), (match, random) => {
		const other = by(match[1] ?? '', random);
		return `<${other}${match[2]}>${match[3]}</${other}>`;
	});
/** Renames an element that spans lines. */
const renameBlock = (name: string, by: (name: string, random: Parameters<typeof misspell>[1]) => string): Edit =>
	swap(new RegExp(`<(${name})\\b([^>]*)>([\\s\\S]*?\\n[ \\t]*)</\\1>`), (match, random) => {
		const other = by(match[1] ?? '', random);
		return `<${other}${match[2]}>${match[3]}</${other}>`;
	});
const section = (name: string): RegExp => new RegExp(`^([ \\t]*)<${name}\\b[\\s\\S]*?\\n\\1</${name}>\\r?\\n`, 'm');

const leaves =
	'confirm|keymap|hwclock|username|user_password|encrypted|mount|filesystem|size|mountby|device|use|initialize|bootproto|startmode|ipaddr|hostname|timeout|loader_type|show|log';
const sections =
	'general|software|users|partitioning|bootloader|networking|report|scripts|firewall|services-manager|ntp-client';

export const autoyastFaults = kindsOf('autoyast', [
	['element-misspelt', schema('elements'), rename(leaves, misspell)],
	[
		'element-capital',
		schema('elements are case-sensitive'),
		rename(leaves, name => name[0]?.toUpperCase() + name.slice(1)),
	],
	['element-upper', schema('elements are case-sensitive'), rename(leaves, name => name.toUpperCase())],
	[
		'element-hyphen-for-underscore',
		schema('elements'),
		rename('user_password|loader_type|enable_firewall|start_firewall|keep_install_network|lv_name|lvm_group', name =>
			name.replaceAll('_', '-'),
		),
	],
	[
		'element-camel-case',
		schema('elements'),
		rename('user_password|loader_type|enable_firewall|lv_name|lvm_group', name =>
			name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
		),
	],
	['section-misspelt', at(guide('sections'), /^\s*<\/?(?:\w|-)+/), renameBlock(sections, misspell)],
	['section-capital', guide('sections'), renameBlock(sections, name => name[0]?.toUpperCase() + name.slice(1))],
	['section-underscore', guide('sections'), renameBlock('services-manager|ntp-client', name => name.replace('-', '_'))],
	[
		'section-twice',
		at(schema('a section stands once'), /<(?:keyboard|language|timezone)\b/),
		// One section: two of them twice are two mistakes.
		swap(/^([ \t]*)<(keyboard|language|timezone)>\r?\n[\s\S]*?^\1<\/\2>\r?\n/m, match => match[0] + match[0]),
	],
	['list-item-misspelt', schema('items of a list'), rename('pattern|package|service|nameserver|product', misspell)],
	[
		'block-misspelt',
		schema('elements'),
		renameBlock('user|drive|partition|partitions|interface|interfaces|dns|mode|global|patterns|script', misspell),
	],
	['type-missing-boolean', schema('config:type is required'), swap(typed('boolean'), '<$1>')],
	['type-missing-integer', schema('config:type is required'), swap(typed('integer'), '<$1>')],
	['type-missing-list', schema('config:type is required'), swap(typed('list'), '<$1>')],
	['type-missing-symbol', schema('config:type is required'), swap(typed('symbol'), '<$1>')],
	[
		'type-misspelt',
		schema('boolean, integer, list, symbol, …'),
		swap(/config:type="(\w+)"/, (match, random) => `config:type="${misspell(match[1] ?? '', random)}"`),
	],
	[
		'type-capital',
		schema('boolean, integer, list, symbol, …'),
		swap(/config:type="(\w)(\w+)"/, match => `config:type="${match[1]?.toUpperCase()}${match[2]}"`),
	],
	['type-short-bool', schema('boolean'), swap(/config:type="boolean"/, 'config:type="bool"')],
	['type-array-for-list', schema('list'), swap(/config:type="list"/, 'config:type="array"')],
	['type-boolean-for-integer', schema('type of the element'), swap(/config:type="integer"/, 'config:type="boolean"')],
	['type-string-for-boolean', schema('type of the element'), swap(/config:type="boolean"/, 'config:type="string"')],
	['type-map-for-list', schema('type of the element'), swap(/config:type="list"/, 'config:type="map"')],
	['type-attribute-misspelt', schema('attribute'), swap(/config:type=/, 'config:typ=')],
	['type-prefix-misspelt', schema('namespace'), swap(/ config:type=/, ' confg:type=')],
	['boolean-yes', schema('true or false'), swap(/(config:type="boolean">)(?:true|false)/, '$1yes')],
	[
		'boolean-capital',
		schema('true or false'),
		swap(/(config:type="boolean">)(t|f)/, match => `${match[1]}${match[2]?.toUpperCase()}`),
	],
	['boolean-number', schema('true or false'), swap(/(config:type="boolean">)(?:true|false)/, '$11')],
	[
		'boolean-misspelt',
		schema('true or false'),
		swap(/(config:type="boolean">)(true|false)/, match => `${match[1]}${match[2] === 'true' ? 'ture' : 'flase'}`),
	],
	['boolean-empty', schema('true or false'), swap(/(config:type="boolean">)(?:true|false)/, '$1')],
	['integer-word', schema('a number'), swap(/(config:type="integer">)\d+/, '$1ten')],
	['integer-unit', schema('a number'), swap(/(config:type="integer">)(\d+)/, '$1$2s')],
	['namespace-missing', at(schema('namespaces'), /<profile/), swap(/ xmlns="[^"]*"/, '')],
	[
		'namespace-misspelt',
		at(schema('namespaces'), /<profile|xmlns/),
		swap(/xmlns="http:\/\/www.suse.com\/1.0\/yast2ns"/, 'xmlns="http://www.suse.com/1.0/yast2"'),
	],
	['namespace-https', at(schema('namespaces'), /<profile|xmlns/), swap(/xmlns="http:/, 'xmlns="https:')],
	['namespace-config-missing', at(schema('namespaces'), /<profile|config:type/), swap(/ xmlns:config="[^"]*"/, '')],
	[
		'namespace-config-misspelt',
		at(schema('namespaces'), /<profile|config:type/),
		swap(/xmlns:config="[^"]*"/, 'xmlns:config="http://www.suse.com/1.0/config"'),
	],
	['root-misspelt', at(schema('profile'), /<\/?prof/), swap(/<profile([\s\S]*)<\/profile>/, '<profil$1</profil>')],
	['confirm-true', guide('waits for a click'), value('confirm', 'true')],
	['confirm-missing', { ...at(guide('the default waits for a click'), 'anywhere') }, dropLine(/<confirm /)],
	['hwclock-unknown', schema('UTC or localtime'), value('hwclock', 'utc+1')],
	['timezone-misspelt', inferred('zone of the tz database'), swap(/<timezone>[^<#\n]+</, '<timezone>Europe/Belrin<')],
	[
		'timezone-windows',
		inferred('zone of the tz database'),
		swap(/<timezone>[^<#\n]+</, '<timezone>W. Europe Standard Time<'),
	],
	['language-hyphen', inferred('language_TERRITORY'), swap(/<language>[^<#\n]+</, '<language>en-US<')],
	['language-unknown', inferred('no such locale'), swap(/<language>[^<#\n]+</, '<language>en_SU<')],
	['keymap-misspelt', inferred('list of keyboards'), value('keymap', 'germann')],
	['keymap-locale', inferred('list of keyboards'), value('keymap', 'de_DE')],
	['product-misspelt', inferred('a product of the media'), since15(value('product', 'SLSE'))],
	[
		'product-missing',
		at(guide('SLES 15 needs a product'), /<software|<products|<patterns/),
		since15(swap(section('products'), '')),
	],
	['pattern-blank', inferred('names have no blanks'), value('pattern', 'enhanced base')],
	['package-comma', inferred('one name each'), value('package', 'vim, tmux')],
	[
		'root-user-missing',
		at(guide('root needs a password'), /<users|<user>/),
		swap(/[ \t]*<user>\r?\n[ \t]*<username>root<[\s\S]*?<\/user>\r?\n/, ''),
	],
	[
		'root-password-missing',
		at(guide('root needs a password'), /<user>|<username>root/),
		swap(/(<username>root<\/username>\r?\n)[ \t]*<user_password>.*\r?\n/, '$1'),
	],
	['password-empty', inferred('an empty password'), value('user_password', '')],
	[
		'encrypted-missing',
		at(guide('a hash needs encrypted'), /<user>|<user_password|<username/),
		swap(/(<user_password>\$6.*\r?\n)[ \t]*<encrypted .*\r?\n/, '$1'),
	],
	[
		'encrypted-false-with-hash',
		at(guide('a hash needs encrypted'), /<encrypted|<user_password>\$6/),
		(text, random, sample) =>
			/<user_password>\$6/.test(text) && !/<user_password>#/.test(text)
				? value('encrypted', 'false')(text, random, sample)
				: undefined,
	],
	[
		'encrypted-true-clear',
		at(guide('encrypted takes a hash'), /<encrypted|<user_password>/),
		value('user_password', 'Secret-2024'),
	],
	[
		'hash-cut',
		at(guide('a SHA-512 hash has 86 characters'), /<user_password>/),
		swap(/(<user_password>\$6\$\w+\$.{20})[^<]*/, '$1'),
	],
	['user-twice', at(inferred('names are unique'), /<username>/), swap(/<username>ops</, '<username>root<')],
	['username-missing', at(guide('username is required'), /<user>/), dropLine(/<username>/)],
	['home-relative', inferred('a path from the root'), value('home', 'home/ops')],
	['shell-relative', inferred('a path'), value('shell', 'bash')],
	['mount-relative', guide('mount point'), value('mount', 'boot')],
	['mount-twice', at(inferred('a mount point once'), /<mount>/), swap(/<mount>swap</, '<mount>/<')],
	['root-mount-missing', at(guide('a root file system'), 'anywhere'), swap(/<mount>\/</, '<mount>/srv<')],
	['filesystem-misspelt', guide('values of the element'), value('filesystem', 'brtfs')],
	['filesystem-windows', guide('values of the element'), value('filesystem', 'ntfs5')],
	[
		'filesystem-capital',
		guide('values of the element'),
		swap(/(<filesystem [^>]*>)([a-z])/, match => `${match[1]}${match[2]?.toUpperCase()}`),
	],
	['mountby-unknown', guide('values of the element'), value('mountby', 'uid')],
	['size-word', guide('size'), value('size', 'maximum')],
	['size-unit', guide('size'), value('size', '20Gigs')],
	['size-comma', guide('size'), value('size', '20,5G')],
	['size-negative', guide('size'), value('size', '-1')],
	['use-unknown', guide('all, linux, free or numbers'), value('use', 'everything')],
	[
		'device-missing',
		{ ...at(guide('device of the drive'), /<drive>/), least: 'information' },
		swap(/(<drive>\r?\n)[ \t]*<device>\/dev\/sda.*\r?\n/, '$1'),
	],
	['device-relative', inferred('a path below /dev'), swap(/<device>\/dev\/sda</, '<device>sda<')],
	['disklabel-unknown', guide('msdos or gpt'), value('disklabel', 'mbr')],
	['drive-type-unknown', guide('CT_…'), swap(/CT_LVM/, 'CT_LVMM')],
	[
		'lvm-group-unknown',
		at(guide('lvm_group names a volume group'), /<lvm_group|\/dev\/system|<drive>/),
		value('lvm_group', 'data'),
	],
	[
		'partitions-outside-drive',
		schema('place'),
		swap(/^([ \t]*)<drive>/m, '$1<partition>\n$1\t<mount>/opt</mount>\n$1</partition>\n$1<drive>'),
	],
	['loader-type-unknown', guide('list of loaders'), value('loader_type', 'grubb')],
	['loader-type-old', { ...guide('GRUB legacy is gone'), least: 'information' }, value('loader_type', 'lilo')],
	['bootproto-misspelt', inferred('dhcp, static, …'), value('bootproto', 'dhpc')],
	['startmode-unknown', inferred('auto, manual, hotplug, …'), value('startmode', 'always')],
	['ip-octet', inferred('IPv4 numbers end at 255'), value('ipaddr', '192.0.2.300')],
	['netmask-holes', inferred('a mask has no holes'), value('netmask', '255.0.255.0')],
	['static-no-address', at(guide('static needs ipaddr'), /<interface>|<bootproto>/), dropLine(/<ipaddr>/)],
	[
		'static-no-netmask',
		at(guide('static needs netmask or prefixlen'), /<interface>|<bootproto>|<ipaddr>/),
		swap(/(<ipaddr>.*\r?\n)[ \t]*<netmask>.*\r?\n/, '$1'),
	],
	[
		'interface-name-missing',
		{ ...at(guide('name of the interface'), /<interface>/), least: 'information' },
		dropLine(/<name>eth0</),
	],
	['hostname-underscore', inferred('RFC 952'), value('hostname', 'web_07')],
	['nameserver-name', inferred('an address'), value('nameserver', 'dns.300')],
	['hostname-outside-dns', schema('place'), swap(/^([ \t]*)<dns>/m, '$1<hostname>web07</hostname>\n$1<dns>')],
	[
		'patterns-empty',
		{ ...at(schema('a list has items'), /<patterns/), least: 'information' },
		swap(/(<patterns [^>]*>)[\s\S]*?(<\/patterns>)/, '$1$2'),
	],
	['wrong-section', schema('place'), swap(/^([ \t]*)<keyboard>/m, '$1<keyboard>\n$1\t<hwclock>UTC</hwclock>')],
	[
		'leaf-twice',
		schema('once'),
		swap(/^([ \t]*<(?:keymap|hwclock|username|loader_type|bootproto|startmode|default_target)>.*\r?\n)/m, '$1$1'),
	],
	[
		'script-no-source',
		at(guide('source or location'), /<script>/),
		swap(/^[ \t]*<source>[\s\S]*?<\/source>\r?\n/m, ''),
	],
	['script-interpreter-unknown', guide('shell, perl, python or a path'), value('interpreter', 'bsah')],
	['script-no-cdata', at(schema('XML: a raw &'), /&|<!\[|<source/), swap(/<!\[CDATA\[([\s\S]*?)\]\]>/, '$1')],
	['script-kind-unknown', schema('pre-scripts, …'), renameBlock('chroot-scripts|post-scripts', () => 'after-scripts')],
	['services-target-unknown', guide('multi-user or graphical'), value('default_target', 'runlevel5')],
	['report-timeout-negative', inferred('seconds'), swap(/(<timeout config:type="integer">)\d+/, '$1-5')],
	['file-permissions', inferred('an octal mode'), value('file_permissions', '999')],
	[
		'section-obsolete',
		{ ...guide('restore is gone'), least: 'information' },
		swap(/^([ \t]*)<keyboard>/m, '$1<inetd>\n$1\t<start_mode>auto</start_mode>\n$1</inetd>\n$1<keyboard>'),
	],
	// Its two tags differ then: either may be the wrong one.
	[
		'list-without-type-name',
		at(schema('elements'), /<user config|<\/users>/),
		swap(/<users config:type="list">/, '<user config:type="list">'),
	],
	[
		'configure-wrapper',
		at(schema('the old wrappers are gone'), /<\/?configure>/),
		swap(/(<profile[^>]*>)([\s\S]*)(<\/profile>)/, '$1<configure>$2</configure>$3'),
	],
	[
		'install-wrapper',
		at(schema('the old wrappers are gone'), /<\/?install>/),
		swap(/(<profile[^>]*>)([\s\S]*)(<\/profile>)/, '$1<install>$2</install>$3'),
	],
	[
		'required-child-missing',
		at(schema('nfs_server needs nfs_exports'), /<\/?nfs_server>/),
		swap(
			/^([ \t]*)<keyboard>/m,
			'$1<nfs_server>\n$1\t<start_nfsserver config:type="boolean">false</start_nfsserver>\n$1</nfs_server>\n$1<keyboard>',
		),
	],
	[
		'element-of-newer-schema-case',
		schema('elements are case-sensitive'),
		// A second section of the name would be a mistake of its own.
		(text, random, sample) =>
			text.includes('<security>')
				? undefined
				: swap(
						/^([ \t]*)<keyboard>/m,
						'$1<security>\n$1\t<PASS_MAX_DAYS>90</PASS_MAX_DAYS>\n$1</security>\n$1<keyboard>',
					)(text, random, sample),
	],
]);
