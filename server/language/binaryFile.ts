/** Characters that are looked at. */
const looked = 4096;
const fewest = 4;
/** Of a text that is damaged in a place or two far fewer are control characters. */
const leastShare = 0.02;

/** Control characters that no text has; those that colour a terminal and end an old text file are others. */
const controls = /[\u0001-\u0007\u000e-\u0019\u001c-\u001f]/g;

/**
 * Whether a file is no text but a program, an archive or a picture, or was left full of zeros by a crash. Zeros alone
 * do not tell: a text in UTF-16 that was read as UTF-8 has one beside each letter.
 */
export function isBinary(text: string): boolean {
	const start = text.slice(0, looked);
	const rest = start.replaceAll('\0', '');
	if (rest.trim() === '') return rest.length < start.length;
	const found = rest.match(controls)?.length ?? 0;
	return found >= fewest && found >= rest.length * leastShare;
}
