const hash = /^\$(?:[0-9][a-z0-9-]*|y|gy)\$.{8,}/;

/** True for what crypt(3) makes of a password: `$6$salt$…`. */
export const isPasswordHash = (text: string): boolean => hash.test(text);

/** What is wrong with a password whose form is not the one that `--iscrypted`, or its absence, announces. */
export const wrongForm = (isEncrypted: boolean): string =>
	isEncrypted
		? 'This is not a password hash, but "--iscrypted" says so: nobody can log in with it.'
		: 'This is a password hash, but "--iscrypted" is missing: it is taken for the password itself.';
