/** Characters of a header; the protocol needs a hundredth of them. */
const longestHeader = 10_000;

/** Bytes of a message: no text of this engine is longer. */
const longestBody = 2 ** 29;

const headerEnd = '\r\n\r\n';
const latin = new TextDecoder('latin1');

/**
 * Follows a stream of messages by their headers, and tells what is wrong with the first one that cannot be followed:
 * where the next message begins is not known then, and no later one would ever be answered.
 */
export function frameCheck(): (bytes: Uint8Array) => string | undefined {
	let header = '';
	let left = 0;
	return bytes => {
		for (let at = 0; at < bytes.length; ) {
			const skipped = Math.min(left, bytes.length - at);
			left -= skipped;
			at += skipped;
			if (at === bytes.length) return undefined;
			const before = header.length;
			header += latin.decode(bytes.subarray(at, at + longestHeader));
			const end = header.indexOf(headerEnd);
			if (end < 0) return header.length < longestHeader ? undefined : 'a header does not end';
			const length = lengthIn(header.slice(0, end));
			if (typeof length === 'string') return length;
			at += end + headerEnd.length - before;
			left = length;
			header = '';
		}
		return undefined;
	};
}

/** Bytes of the body, or what is wrong with the header. */
function lengthIn(header: string): number | string {
	const length = [...header.matchAll(/^content-length:[ \t]*(\d{1,15})[ \t]*\r?$/gim)].at(-1)?.[1];
	if (length === undefined) return 'a header has no Content-Length';
	return Number(length) < longestBody ? Number(length) : 'a message is too long';
}
