import { type Certainty, certainty, type UnknownFile } from '../dialect';
import { mayHoldStatements } from '../statements/recogniseStatements';
import { targetSystems } from '../targetSystem';

/** Each of these lines stands in no other kind of file that bears such a name. */
const esxiLines: readonly RegExp[] = [
	/^[ \t]*(?:vm)?accepteula\b/m,
	/^[ \t]*%firstboot\b/m,
	/^[ \t]*(?:install|upgrade|installorupgrade)\b.*--(?:firstdisk|disk|drive|overwritevmfs|preservevmfs|ignoressd|novmfsondisk)\b/m,
	/^[ \t]*installorupgrade\b/m,
	/^[ \t]*(?:vmserialnum\b|serialnum[ \t]+--esx\b)/m,
	/^[ \t]*network\b.*--(?:(?:device=)?vmnic\d|addvmportgroup\b)/m,
];

/** One of these words is in each of those lines: a quick look. */
const esxiWord =
	/accepteula|%firstboot|installorupgrade|serialnum|vmnic|addvmportgroup|--(?:firstdisk|disk|drive|overwritevmfs|preservevmfs|ignoressd|novmfsondisk)\b/;

/** Lines of Linux kickstart files that mean nothing to ESXi. */
const linuxLines: readonly RegExp[] = [
	/^[ \t]*(?:text|graphical|cmdline|zerombr)[ \t\r]*$/m,
	/^[ \t]*(?:lang|timezone)[ \t]+\S/m,
	/^[ \t]*(?:selinux|firewall|firstboot|services)[ \t]+--/m,
	/^[ \t]*(?:autopart|bootloader|ignoredisk|reqpart)\b/m,
	/^[ \t]*(?:part|partition|logvol|volgroup|raid)[ \t]+\S/m,
	/^[ \t]*(?:url|repo|user|sshkey|timesource|authselect)[ \t]+--/m,
	/^[ \t]*%packages\b/m,
	/^[ \t]*%end\b/m,
];

/** What a listing, a mail or a merge may have put before each line. */
const lead = /^[ \t]*(?:\d{1,5}(?:[.:)|]|[ \t])|[>+*|]+)[ \t]*/gm;

const count = (lines: readonly RegExp[], text: string): number => lines.filter(line => line.test(text)).length;

/** What a link says about the system weighs as much as two lines. */
const weightOfLink = 2;

/** Lines of a related format can stand in a file by mistake: what is more in it, with what its link says, decides. */
export function recogniseEsxi(file: UnknownFile): Certainty {
	const { os } = file;
	const named = os === undefined ? undefined : targetSystems.find(system => system.isNamed(os))?.kind;
	if (named !== 'esxi' && !esxiWord.test(file.text)) return certainty.none;
	const text = file.text.replace(lead, '');
	const own = mayHoldStatements(file) ? count(esxiLines, text) : 0;
	if (own === 0 && named !== 'esxi') return certainty.none;
	const foreign = count(linuxLines, text);
	if (own === 0) return foreign === 0 && mayHoldStatements(file) ? certainty.likely : certainty.none;
	const isEsxi = own + (named === 'esxi' ? weightOfLink : 0) >= foreign + (named === 'kickstart' ? weightOfLink : 0);
	return isEsxi ? certainty.certain : certainty.none;
}
