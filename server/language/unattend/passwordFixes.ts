import { t } from '../../texts/texts';
import { hashPasswordCommand } from '../commandNames';
import { decides, type Fixer, type Fixers } from '../quickFix';
import type { Dialect } from './dialect';
import type { UnattendSource } from './unattendSource';

/** "Replace the password by its hash". A hash needs chance, so the shell makes it when the person has chosen this. */
export function passwordFixes({ hashPassword }: Dialect): Fixers<UnattendSource> {
	const offerHash: Fixer<UnattendSource> = ({ start }, source) => {
		const { document } = source;
		if ((hashPassword?.(source, start, () => '') ?? []).length === 0) return undefined;
		const title = t('Replace the password by its SHA-512 hash');
		const command = { title, command: hashPasswordCommand, arguments: [document.uri, document.positionAt(start)] };
		return { ...decides(title), command };
	};
	return {
		'kickstart-clear-text-password': offerHash,
		'esxi-clear-text-password': offerHash,
		'esxi-password-weak': offerHash,
		'autoyast-password-plain': offerHash,
	};
}
