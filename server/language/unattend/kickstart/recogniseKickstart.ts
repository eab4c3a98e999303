import { type Certainty, certainty, type UnknownFile } from '../dialect';
import { isNamedForStatements, mayHoldStatements } from '../statements/recogniseStatements';

/** Each of these lines stands in few files of other kinds. */
const tellingLines: readonly RegExp[] = [
	/^rootpw[ \t]+[-\w$#'"{]/m,
	/^(?:clearpart|zerombr|autopart|ignoredisk|bootloader|reqpart)(?:[ \t]+[-#]|[ \t]*$)/m,
	/^(?:part|partition|raid|volgroup|logvol|btrfs)[ \t]+\S.*--\w/m,
	/^(?:network|firewall|selinux|firstboot|timezone|timesource|services|user|repo|url|auth|authconfig|authselect|sshkey|bootloader|liveimg|ostreesetup)\b.*[ \t]--\w/m,
	/^lang[ \t]+(?:[a-z]{2,3}_[A-Z]{2}|#[\w-]+\.)/m,
	/^%packages\b/m,
	/^%end\b/m,
	/^%(?:pre|post|addon|pre-install|onerror|traceback|anaconda|include|ksappend)\b/m,
];
const plainLines: readonly RegExp[] = [
	/^(?:text|graphical|cmdline|skipx|cdrom|reboot|poweroff|halt|shutdown|install)[ \t]*$/m,
	/^(?:keyboard|timezone|firewall|selinux|firstboot|eula|url|nfs|module)[ \t]+[-\w#'"]/m,
];
const versionLine = /^#version=(?:RHEL\d*|DEVEL|F\d+)\b/m;
const usualName = /^(?:ks|kickstart)\b/;

/**
 * One telling line and one more of another sort: a word like `text` alone stands in many files. Beside the line that
 * names the release the name is enough: a slip in a short file leaves no other sign.
 */
function looksLikeKickstart({ name, text }: UnknownFile): boolean {
	let telling = 0;
	for (const line of tellingLines) if (line.test(text) && ++telling === 2) return true;
	const hasVersion = versionLine.test(text);
	if (telling === 0 && !hasVersion) return false;
	const others = plainLines.filter(line => line.test(text)).length + (hasVersion ? 1 : 0);
	return telling + others >= 2 || (hasVersion && usualName.test(name));
}

export function recogniseKickstart(file: UnknownFile): Certainty {
	if (file.isChosen || isNamedForStatements(file)) return certainty.byName;
	return mayHoldStatements(file) && looksLikeKickstart(file) ? certainty.likely : certainty.none;
}
