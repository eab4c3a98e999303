/** Slips in macros, written down from the macro grammar before anybody looked at what the product reports. */
import { addAfter, dropLine, misspell, oneOf, swap } from '../edits';
import { type Edit, type Evidence, type FaultKind, kindsOf } from '../fault';

const custom: Evidence = { source: 'LXCA: custom macros', grade: 'documented' };
const predefined: Evidence = { source: 'LXCA: predefined macros', grade: 'documented' };
const meant: Evidence = { source: 'LXCA: macros, read from the grammar', grade: 'inferred' };
const hooks: Evidence = { source: 'LXCA: importing unattend files, the recommended macros', grade: 'documented' };

const any = /#(?!predefined)([A-Za-z][\w-]*(?:\.[\w-]+)*)#/;
const dotted = /#(server-settings\.server0|site)\.(\w+)#/;
const ofServer = /#server-settings\.server0\.(\w+)#/;
const single = /#(?!predefined)([A-Za-z]\w*)#/;
const network = /#predefined\.hostPlatforms\.networkSettings\.(\w+)#/;
const address = /#predefined\.hostPlatforms\.networkSettings\.ipAddress#/;
const mask = /#predefined\.hostPlatforms\.networkSettings\.subnetMask#/;
const hook = /#predefined\.unattendSettings\.(pre|post)installConfig#/;

const written = (text: string): Edit => swap(any, text);
const lastPart = (by: (name: string) => string): Edit => swap(dotted, match => `#${match[1]}.${by(match[2] ?? '')}#`);

export const unseenMacroFaults: readonly FaultKind[] = kindsOf('pair', [
	[
		'm-first-part-misspelt',
		custom,
		swap(/#(server-settings|site)\./, (m, random) => `#${misspell(m[1] ?? '', random)}.`),
	],
	['m-last-part-misspelt', custom, swap(dotted, (m, random) => `#${m[1]}.${misspell(m[2] ?? '', random)}#`)],
	['m-single-misspelt', meant, swap(single, (m, random) => `#${misspell(m[1] ?? '', random)}#`)],
	['m-underscore-for-hyphen', custom, swap(ofServer, '#server_settings.server0.$1#')],
	['m-hyphen-lost', custom, swap(ofServer, '#serverSettings.server0.$1#')],
	['m-capital-first', custom, swap(dotted, m => `#${m[1]?.replace(/^./, one => one.toUpperCase())}.${m[2]}#`)],
	['m-all-capitals', custom, swap(dotted, m => m[0].toUpperCase())],
	['m-all-lower', custom, swap(/#(server-settings\.server0|site)\.(\w*[A-Z]\w*)#/, m => m[0].toLowerCase())],
	['m-last-capital', custom, lastPart(name => name.replace(/^./, one => one.toUpperCase()))],
	['m-plural', custom, lastPart(name => `${name}s`)],
	['m-number-lost', custom, swap(ofServer, '#server-settings.server.$1#')],
	['m-number-in-brackets', custom, swap(ofServer, '#server-settings.server[0].$1#')],
	['m-number-apart', custom, swap(ofServer, '#server-settings.server.0.$1#')],
	['m-number-after-hyphen', custom, swap(ofServer, '#server-settings.server-0.$1#')],
	['m-number-letter-o', custom, swap(ofServer, '#server-settings.serverO.$1#')],
	['m-number-two-digits', custom, swap(ofServer, '#server-settings.server00.$1#')],
	['m-number-on-the-group', custom, swap(ofServer, '#server-settings0.server.$1#')],
	['m-number-on-the-setting', custom, lastPart(name => `${name}0`)],
	['m-instance-left-out', custom, swap(ofServer, '#server-settings.$1#')],
	['m-group-left-out', custom, swap(ofServer, '#server0.$1#')],
	['m-name-alone', meant, swap(dotted, '#$2#')],
	['m-top-name-first', custom, written('#siteDeploy.$1#')],
	['m-custom-first', custom, written('#custom.$1#')],
	['m-predefined-first', custom, written('#predefined.$1#')],
	['m-value-last', custom, written('#$1.value#')],
	['m-group-only', custom, swap(dotted, m => (m[1] === 'site' ? '#site#' : '#server-settings.server0#'))],
	['m-dot-last', custom, written('#$1.#')],
	['m-dot-first', custom, written('#.$1#')],
	['m-dot-twice', custom, swap(dotted, '#$1..$2#')],
	['m-comma-for-dot', custom, swap(dotted, '#$1,$2#')],
	['m-slash-for-dot', custom, swap(dotted, '#$1/$2#')],
	['m-hyphen-for-dot', custom, swap(dotted, '#$1-$2#')],
	['m-colon-for-dot', custom, swap(dotted, '#$1:$2#')],
	['m-arrow-for-dot', custom, swap(dotted, '#$1->$2#')],
	['m-space-for-dot', custom, swap(dotted, '#$1 $2#')],
	['m-space-after-dot', meant, swap(dotted, '#$1. $2#')],
	['m-space-first', meant, written('# $1#')],
	['m-space-last', meant, written('#$1 #')],
	['m-no-break-space', meant, written('#\u00a0$1#')],
	['m-zero-width-space', custom, swap(dotted, '#$1.\u200b$2#')],
	['m-split-by-line', custom, swap(dotted, '#$1.\n$2#')],
	['m-opening-lost', custom, written('$1#')],
	['m-closing-lost', custom, written('#$1')],
	['m-opening-twice', custom, written('##$1#')],
	['m-closing-twice', custom, written('#$1##')],
	['m-both-twice', custom, written('##$1##')],
	['m-dollar-braces', custom, written('${$1}')],
	['m-double-braces', custom, written('{{$1}}')],
	['m-double-braces-spaced', custom, written('{{ $1 }}')],
	['m-percent', custom, written('%$1%')],
	['m-at-signs', custom, written('@$1@')],
	['m-dollars', custom, written('$$$1$$')],
	['m-angle-brackets', { ...custom, place: 'anywhere' }, written('<$1>')],
	['m-square-brackets', custom, written('[$1]')],
	['m-hash-braces', custom, written('#{$1}')],
	['m-hash-braces-hash', custom, written('#{$1}#')],
	['m-escaped-hashes', custom, written('\\#$1\\#')],
	['m-hash-and-dollar', custom, written('#$1$$')],
	['m-full-width-hash', custom, written('＃$1＃')],
	['m-quotes-inside', custom, written('#"$1"#')],
	['m-cyrillic-letter', custom, swap(/#(server-settings|site)\.(\w*)o(\w*)#/, '#$1.$2о$3#')],
	['m-hashes-as-references', custom, written('&#35;$1&#35;')],
	['m-pound-sign', custom, written('£$1£')],
	[
		'm-prefix-misspelt',
		predefined,
		swap(/#(predefined)\.(?!unattend)/, (m, random) => `#${misspell(m[1] ?? '', random)}.`),
	],
	['m-prefix-capital', predefined, swap(/#predefined\.(?!unattend)/, '#Predefined.')],
	['m-prefix-dropped', predefined, swap(network, '#hostPlatforms.networkSettings.$1#')],
	[
		'm-host-platforms-misspelt',
		predefined,
		swap(/\.(hostPlatforms)\./, (m, random) => `.${misspell(m[1] ?? '', random)}.`),
	],
	['m-host-platforms-singular', predefined, swap(network, '#predefined.hostPlatform.networkSettings.$1#')],
	['m-host-platforms-left-out', predefined, swap(network, '#predefined.networkSettings.$1#')],
	['m-network-left-out', predefined, swap(network, '#predefined.hostPlatforms.$1#')],
	['m-global-for-host', predefined, swap(network, '#predefined.globalSettings.networkSettings.$1#')],
	['m-ip-for-ip-address', predefined, swap(address, '#predefined.hostPlatforms.networkSettings.ip#')],
	['m-ip-address-capital', predefined, swap(address, '#predefined.hostPlatforms.networkSettings.IPAddress#')],
	['m-netmask-for-subnet-mask', predefined, swap(mask, '#predefined.hostPlatforms.networkSettings.netmask#')],
	['m-network-only', predefined, swap(network, '#predefined.hostPlatforms.networkSettings#')],
	['m-predefined-dot-lost', predefined, swap(network, '#predefined.hostPlatformsnetworkSettings.$1#')],
	['m-predefined-closing-lost', predefined, swap(network, '#predefined.hostPlatforms.networkSettings.$1')],
	['m-predefined-underscored', predefined, swap(network, '#predefined.host_platforms.network_settings.$1#')],
	[
		'm-hook-misspelt',
		hooks,
		swap(
			/unattendSettings\.((?:pre|post)installConfig)/,
			(m, random) => `unattendSettings.${misspell(m[1] ?? '', random)}`,
		),
	],
	['m-hook-capital', hooks, swap(hook, '#predefined.unattendSettings.$1InstallConfig#')],
	['m-hook-other-group', hooks, swap(hook, '#predefined.otherSettings.$1installConfig#')],
	['m-hook-lost', { ...hooks, least: 'information', place: 'anywhere' }, dropLine(hook)],
	['m-hook-twice', { ...meant, least: 'information' }, addAfter(hook, match => match[0].trim())],
	['m-hook-opening-lost', hooks, swap(hook, 'predefined.unattendSettings.$1installConfig#')],
	['m-hook-closing-lost', hooks, swap(hook, '#predefined.unattendSettings.$1installConfig')],
	[
		'm-hook-commented-out',
		{ ...hooks, place: 'anywhere' },
		oneOf(
			swap(/^(#predefined\.unattendSettings\.\w+#)$/m, '# $1'),
			swap(/^\s+(#predefined\.unattendSettings\.\w+#)/m, '<!-- $1 -->'),
		),
	],
	['m-two-share-a-hash', meant, swap(dotted, '#$1.$2#$1.$2#')],
]);
