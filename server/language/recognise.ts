import { looksLikeConfig } from './config/looksLikeConfig';
import type { Kind } from './language';
import { xmlRoot } from './unattend/xml/parse/xmlRoot';

/** A file to recognise; `path` may be a name only, and `text` its beginning. */
interface UnknownFile {
	readonly path: string;
	readonly languageId?: string | undefined;
	readonly text: string;
}

/**
 * What a file is to us, by its name and content; `undefined` when it is none of ours. Other people's JSON, XML and
 * `.cfg` files are recognised by what only ours have. Scripts are named by a manifest, never recognised.
 */
export function recognise({ path, languageId = '', text }: UnknownFile): Kind | undefined {
	const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1).toLowerCase();
	if (name === 'xclarity.json') return 'manifest';
	if (name.endsWith('.xclarity.json')) return 'config';
	const chosen = kindOfLanguage[languageId];
	if (chosen === 'kickstart') return looksLikeEsxi(text) ? 'esxi' : 'kickstart';
	if (chosen) return chosen;
	const plainName = name.replace(templateEnding, '');
	if (/\.jsonc?$/.test(plainName)) return looksLikeConfig(text) ? 'config' : undefined;
	if (plainName.endsWith('.xml') || /^\uFEFF?\s*</.test(text)) return kindOfXml(text);
	if (/\.ks$|\.ks\./.test(plainName)) return looksLikeEsxi(text) ? 'esxi' : 'kickstart';
	return mayBeKickstart.test(plainName) ? kindOfLines(text) : undefined;
}

/** Languages that a person chose in the editor. */
const kindOfLanguage: Readonly<Record<string, Kind | undefined>> = {
	'xclarity-config': 'config',
	'xclarity-manifest': 'manifest',
	kickstart: 'kickstart',
	'esxi-kickstart': 'esxi',
	autoyast: 'autoyast',
	'windows-unattend': 'windows',
};

/** `ks.cfg.j2` is judged as `ks.cfg`. */
const templateEnding = /(?:\.(?:in|template|tmpl|tpl|hcl|pkrtpl|j2|jinja2|erb|example|sample))+$/;
const mayBeKickstart = /^[^.]*$|\.(?:cfg|conf|txt|kickstart)$/;

function kindOfXml(text: string): Kind | undefined {
	const root = xmlRoot(text);
	if (root?.name === 'unattend') {
		return /urn:schemas-microsoft-com:unattend/.test(root.attributes) || /<settings\b[^<>]*\bpass\s*=/.test(text)
			? 'windows'
			: undefined;
	}
	if (root?.name !== 'profile') return undefined;
	const isYast = /yast2ns|suse\.com\/1\.0\/configns/.test(root.attributes) || /\bconfig:type\s*=/.test(text);
	return isYast ? 'autoyast' : undefined;
}

function kindOfLines(text: string): Kind | undefined {
	if (/^(?:d-i[ \t]|#cloud-config|autoinstall:)/m.test(text)) return undefined;
	if (looksLikeEsxi(text)) return 'esxi';
	return looksLikeKickstart(text) ? 'kickstart' : undefined;
}

/** Each of these lines stands in no other kind of file that bears such a name. */
const esxiLines =
	/^[ \t]*(?:(?:vm)?accepteula\b|%firstboot\b|(?:install|upgrade|installorupgrade)\b.*--(?:firstdisk|disk|drive|overwritevmfs|preservevmfs|ignoressd|novmfsondisk)\b|installorupgrade\b|vmserialnum\b|serialnum[ \t]+--esx\b|network\b.*--(?:device=)?vmnic\d|network\b.*--addvmportgroup\b)/m;

const looksLikeEsxi = (text: string): boolean => esxiLines.test(text);

const kickstartLines: readonly RegExp[] = [
	/^rootpw[ \t]+[-\w$#'"{]/m,
	/^(?:clearpart|zerombr|autopart|ignoredisk|bootloader|reqpart)(?:[ \t]+[-#]|[ \t]*$)/m,
	/^(?:part|partition|raid|volgroup|logvol|btrfs)[ \t]+\S.*--\w/m,
	/^(?:network|firewall|selinux|firstboot|timezone|timesource|services|user|repo|url|auth|authconfig|authselect|sshkey|bootloader|liveimg|ostreesetup)\b.*[ \t]--\w/m,
	/^lang[ \t]+(?:[a-z]{2,3}_[A-Z]{2}|#[\w-]+\.)/m,
	/^%packages\b/m,
	/^%end\b/m,
	/^%(?:pre|post|addon|pre-install|onerror|traceback|anaconda|include|ksappend)\b/m,
];
const plainKickstartLines: readonly RegExp[] = [
	/^(?:text|graphical|cmdline|skipx|cdrom|reboot|poweroff|halt|shutdown|install)[ \t]*$/m,
	/^(?:keyboard|timezone|firewall|selinux|firstboot|eula|url|nfs|module)[ \t]+[-\w#'"]/m,
	/^#version=(?:RHEL|DEVEL|F)\d*/m,
];

/** One telling line and one more of another sort: a word like `text` alone stands in many files. */
function looksLikeKickstart(text: string): boolean {
	const telling = kickstartLines.filter(line => line.test(text)).length;
	if (telling === 0) return false;
	return telling + plainKickstartLines.filter(line => line.test(text)).length >= 2;
}
