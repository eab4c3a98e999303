/** Evidence and edits that the tables about files of commands share. */
import { addAfter } from '../edits';
import type { Edit, Evidence } from '../fault';

const evidence =
	(grade: Evidence['grade'], page: string) =>
	(why: string, place?: Evidence['place']): Evidence => ({
		source: `${page}: ${why}`,
		grade,
		...(place ? { place } : {}),
	});

/** pykickstart refuses it. */
export const pk = evidence('reference', 'pykickstart');
/** The installation guide of the distribution says so. */
export const guide = evidence('documented', 'Red Hat, Kickstart commands and options reference');
/** pykickstart takes it, the installer stops or does something else. */
export const anaconda = evidence('inferred', 'the installer, behind its parser');
/** VMware's page of the commands says so. */
export const vmware = evidence('documented', 'VMware, Installation and Upgrade Script Commands');
/** What VMware's page lists leaves no room for it. */
export const unlisted = evidence('inferred', 'not on VMware’s page');
/** A habit that hardly can be meant. */
export const slipOf = evidence('inferred', 'a slip');

/** Puts lines after the language, where every command may stand. */
export const command = (lines: string): Edit => addAfter(/lang /, lines);

/** Only where the release is in a range; major numbers, both included. */
export const between =
	(low: number, high: number, edit: Edit): Edit =>
	(text, random, sample) => {
		const manifest = sample.files.get('xclarity.json');
		const release = typeof manifest === 'string' ? /"osrelease": *"(\d+)/.exec(manifest)?.[1] : undefined;
		const major = Number(release ?? Number.NaN);
		return major >= low && major <= high ? edit(text, random, sample) : undefined;
	};
