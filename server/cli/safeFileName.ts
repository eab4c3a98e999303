/** Names that Windows keeps for devices, with any ending. */
const reserved = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;

/** Bytes that every usual file system takes. */
const longest = 200;

/**
 * A name in one folder for a name that an appliance gives: no separator, no control character, nothing that a file
 * system reads in a way of its own.
 */
export function safeFileName(name: string): string {
	const plain = name
		.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff<>:"/\\|?*]/g, '_')
		.replace(/^[. ~-]+|[. ]+$/g, '_');
	let short = plain;
	while (Buffer.byteLength(short) > longest) short = short.slice(0, -1);
	if (short === '') return '_';
	// The manifest steers what is checked and uploaded: no name from elsewhere may become it.
	return reserved.test(short) || short.toLowerCase() === 'xclarity.json' ? `_${short}` : short;
}
