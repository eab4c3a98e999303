import type { Problem } from '../../../problem';
import { rules } from '../../../rules';

/** Reports that only say that a release has no Btrfs, whichever line asks for it. */
const isAboutBtrfs = ({ code, facts }: Problem): boolean => {
	if (code === 'kickstart-value') return /^btrfs(?:\.|$)/.test(String(facts.value));
	return /^kickstart-command-(?:removed|deprecated)$/.test(code) && facts.name === 'btrfs';
};

const isError = ({ code }: Problem): boolean => rules[code].severity === 'error';

/** A file made for Btrfs is one mistake where the release has none: its first error stays, or its first warning. */
export function joinBtrfsReports(problems: readonly Problem[]): Problem[] {
	const about = problems.filter(isAboutBtrfs);
	const kept = about.find(isError) ?? about[0];
	return problems.filter(one => one === kept || !about.includes(one));
}
