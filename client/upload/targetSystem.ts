import { type QuickPickItem, window } from 'vscode';
import type { CheckedFile } from '../../server/lsp/protocol';
import { t } from '../../server/texts/texts';
import { likelyFirst, type OperatingSystem } from './operatingSystems';
import { fileName } from './uploadMessages';

/** The two facts that the appliance asks for with an unattend file. */
export interface TargetSystem {
	readonly os: string;
	readonly osrelease: string;
}

/** The file that is asked about, as far as the question needs it. */
type AskedFile = Pick<CheckedFile, 'uri'> & Partial<Pick<CheckedFile, 'kind' | 'os' | 'osrelease'>>;

interface Choice extends QuickPickItem {
	readonly value?: string;
}

async function pick(title: string, choices: readonly Choice[], prompt: string): Promise<string | undefined> {
	const other: Choice = { label: t('Other…') };
	const picked = await window.showQuickPick([...choices, other], { title, ignoreFocusOut: true });
	if (picked !== other) return picked?.value;
	return (await window.showInputBox({ title, prompt, ignoreFocusOut: true }))?.trim() || undefined;
}

/**
 * Operating system and release of an unattend file: from the file and its link, and asked for where they are missing.
 * What the appliance itself supports is offered instead of our own list.
 */
export async function targetSystem(
	file: AskedFile,
	given: Partial<TargetSystem>,
	supported: readonly OperatingSystem[] = [],
): Promise<TargetSystem | undefined> {
	const systems = likelyFirst(file.kind, supported);
	const title = t('Operating system of {file}', { file: fileName(file.uri) });
	const os =
		given.os ??
		file.os ??
		(await pick(
			title,
			systems.map(({ os: value, label }) => ({ label, description: value, value })),
			t('Short name as the appliance spells it, for example rhels'),
		));
	if (os === undefined) return undefined;
	const releases = systems.find(system => system.os === os)?.releases ?? [];
	const osrelease =
		given.osrelease ??
		file.osrelease ??
		(await pick(
			t('Release of {os} for {file}', { os, file: fileName(file.uri) }),
			releases.map(value => ({ label: value, value })),
			t('Release as the appliance spells it, for example 9.4'),
		));
	return osrelease === undefined ? undefined : { os, osrelease };
}
