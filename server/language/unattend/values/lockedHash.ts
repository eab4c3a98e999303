/**
 * Has the form of a SHA-512 crypt hash, and no password is known to give it: with a file that was not edited nobody
 * can log in, instead of everybody.
 */
export const lockedHash = `$6$replaceThisHash$${'.'.repeat(86)}`;
