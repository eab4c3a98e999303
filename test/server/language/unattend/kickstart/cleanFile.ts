import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Problem } from '../../../../../server/language/problem';
import { kickstartDialect } from '../../../../../server/language/unattend/kickstart/kickstartDialect';
import type { UnattendSource } from '../../../../../server/language/unattend/unattendSource';
import { kickstartSource } from './kickstartSource';

/** A file with nothing to say about, in parts that a test changes. */
export const cleanParts = {
	lang: 'lang en_US.UTF-8',
	keyboard: 'keyboard us',
	time: 'timezone Etc/UTC --utc',
	root: 'rootpw --lock',
	user: 'user --name=admin --groups=wheel --lock',
	network: 'network --bootproto=static --ip=192.0.2.9 --netmask=255.255.255.0 --gateway=192.0.2.1',
	clear: 'clearpart --all --initlabel',
	boot: 'part /boot --fstype=xfs --size=1024',
	pv: 'part pv.01 --size=8192',
	group: 'volgroup vg00 pv.01',
	volume: 'logvol / --vgname=vg00 --name=root --fstype=xfs --size=4096',
	other: 'logvol /var --vgname=vg00 --name=var --fstype=xfs --size=1024',
	end: 'reboot',
	packages: '%packages\n@core\n%end',
	post: '%post\nid\n%end',
};
/** The file with some of its parts changed. */
export const cleanFile = (changes: Partial<typeof cleanParts> = {}): string =>
	`${Object.values({ ...cleanParts, ...changes }).join('\n')}\n`;

/** What is said about a text for RHEL 9, or another release. */
export function reports(
	text: string,
	release = '9.4',
): { readonly source: UnattendSource; readonly problems: readonly Problem[] } {
	const source = kickstartSource(TextDocument.create('file:///site/ks.cfg', 'kickstart', 1, text), {
		os: 'rhels',
		release,
	});
	return { source, problems: kickstartDialect.validate(source) };
}
/** The same as codes with lines, from 1. */
export const told = (text: string, release?: string): string[] => {
	const { source, problems } = reports(text, release);
	return problems.map(({ code, start }) => `${code} ${source.document.positionAt(start).line + 1}`);
};
