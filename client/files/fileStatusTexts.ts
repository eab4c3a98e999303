import type { FileStatusResult } from '../../server/lsp/statusProtocol';
import { t } from '../../server/texts/texts';

/** A line beside the language of a file. */
export interface StatusText {
	readonly text: string;
	readonly detail: string;
}

type NameOf = (uri: string) => string;

/** The release that a file is for, and where it is said; `undefined` for files that install nothing. */
export function releaseText({ system, release, manifest }: FileStatusResult, nameOf: NameOf): StatusText | undefined {
	if (system === undefined) return undefined;
	const file = manifest === undefined ? 'xclarity.json' : nameOf(manifest);
	return release === undefined
		? {
				text: t('{system}, release not named', { system }),
				detail: t('name it in {file}', { file }),
			}
		: { text: `${system} ${release}`, detail: t('from {file}', { file }) };
}

/** The files that a file is linked with; `undefined` for those that are not linked in this way. */
export function linkText({ kind, system, linked }: FileStatusResult, nameOf: NameOf): StatusText | undefined {
	const [first] = linked;
	const names = linked.map(nameOf).join(', ');
	if (kind === 'config') {
		if (first === undefined) return { text: t('Used by no unattend file'), detail: '' };
		return linked.length === 1
			? { text: t('Used by {file}', { file: names }), detail: '' }
			: { text: t('Used by {count} files', { count: linked.length }), detail: names };
	}
	if (first !== undefined) return { text: t('Linked with {file}', { file: names }), detail: '' };
	return system === undefined ? undefined : { text: t('Not linked with a configuration-settings file'), detail: '' };
}
