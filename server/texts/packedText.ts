/** Node and browsers have it; the core is compiled without the types of either. */
declare const TextDecoder: new () => { decode(bytes: Uint8Array): string };

/** Stands between the phrases of a packed text, twice behind the last one, and in none of them. */
export const phraseEnd = '\0';

/**
 * A text that the build has packed (`build/packedText.mjs`): first its phrases, then which of them stand in a row. An
 * archive looks for repetitions 32 KB back only and spends up to three bytes on a character, so that phrases come first.
 * @throws {Error} for bytes that are none
 */
export function unpacked(bytes: Uint8Array): string {
	let end = bytes.indexOf(0);
	while (end >= 0 && bytes[end + 1] !== 0) end = bytes.indexOf(0, end + 1);
	if (end < 0) throw new Error('A packed text has no end: a file of this program is damaged.');
	const phrases = new TextDecoder().decode(bytes.subarray(0, end)).split(phraseEnd);
	const short = shortCodes(phrases.length);
	let text = '';
	for (let at = end + 2; at < bytes.length; at += 1) {
		const code = bytes[at] ?? 0;
		if (code < short) text += phrases[code];
		else {
			at += 1;
			text += phrases[short + (code - short) * 256 + (bytes[at] ?? 0)];
		}
	}
	return text;
}

/** How many phrases have a code of one byte; the bytes above begin codes of two. */
export const shortCodes = (phrases: number): number => 256 - Math.max(0, Math.ceil((phrases - 256) / 255));
