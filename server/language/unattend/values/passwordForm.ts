import { t } from '../../../texts/texts';

const hash = /^\$(?:[0-9][a-z0-9-]*|y|gy)\$.{8,}/;

/** True for what crypt(3) makes of a password: `$6$salt$…`. */
export const isPasswordHash = (text: string): boolean => hash.test(text);

/** What is wrong with a password whose form is not the one that `--iscrypted`, or its absence, announces. */
export const wrongForm = (isEncrypted: boolean): string =>
	isEncrypted
		? t('This is not a password hash, but "--iscrypted" says so: nobody can log in with it.')
		: t('This is a password hash, but "--iscrypted" is missing: it is taken for the password itself.');

/** How many characters follow the salt, by the mark in front. */
const hashLengths: Readonly<Record<string, number>> = { '1': 22, '5': 43, '6': 86 };

/** The same, and no part of it is missing. */
export const isWholeHash = (text: string): boolean => isPasswordHash(text) && hashLength(text) === undefined;

/** How many characters a password hash lacks or has too many, as `20 of 86 characters`; `undefined` for a whole one. */
export function hashLength(text: string): string | undefined {
	const [, method = '', digest = ''] = /^\$([156])\$(?:rounds=\d+\$)?[^$]*\$(.*)$/.exec(text) ?? [];
	const wanted = hashLengths[method];
	// A few letters, or others than a hash has, stand for a hash that is still to come.
	if (wanted === undefined || digest.length === wanted || !/^[./A-Za-z0-9]{12,}$/.test(digest)) return undefined;
	return t('{count} of {wanted} characters', { count: digest.length, wanted });
}
