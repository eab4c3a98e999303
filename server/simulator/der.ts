/**
 * The few ASN.1 values an X.509 certificate is made of, written in DER. Each function gives the finished bytes:
 * tag, length, content.
 */

const tags = {
	boolean: 0x01,
	integer: 0x02,
	bitString: 0x03,
	octetString: 0x04,
	objectIdentifier: 0x06,
	utf8String: 0x0c,
	utcTime: 0x17,
	generalizedTime: 0x18,
	sequence: 0x30,
	set: 0x31,
} as const;

/** Any value by its tag byte; `0x80 | n` and `0xa0 | n` are the context-specific ones. */
export function tagged(tag: number, ...parts: readonly Uint8Array[]): Buffer {
	const content = Buffer.concat(parts);
	return Buffer.concat([Buffer.from([tag]), lengthOf(content), content]);
}

function lengthOf(content: Uint8Array): Buffer {
	if (content.length < 0x80) return Buffer.from([content.length]);
	const bytes = bigEndian(content.length);
	return Buffer.from([0x80 | bytes.length, ...bytes]);
}

function bigEndian(value: number): number[] {
	const bytes: number[] = [];
	for (let rest = value; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
	return bytes;
}

export const sequence = (...parts: readonly Uint8Array[]): Buffer => tagged(tags.sequence, ...parts);
export const set = (...parts: readonly Uint8Array[]): Buffer => tagged(tags.set, ...parts);
export const octetString = (content: Uint8Array): Buffer => tagged(tags.octetString, content);
export const utf8String = (text: string): Buffer => tagged(tags.utf8String, Buffer.from(text));
export const boolean = (value: boolean): Buffer => tagged(tags.boolean, Buffer.from([value ? 0xff : 0]));

/** A positive number, given as big-endian bytes. */
export function integer(bytes: Uint8Array): Buffer {
	const first = bytes.findIndex(byte => byte !== 0);
	const significant = first < 0 ? Buffer.from([0]) : bytes.subarray(first);
	const sign = (significant[0] ?? 0) & 0x80 ? [0] : [];
	return tagged(tags.integer, Buffer.from(sign), significant);
}

/** `unusedBits` is the count of padding bits at the end of the last byte. */
export const bitString = (content: Uint8Array, unusedBits = 0): Buffer =>
	tagged(tags.bitString, Buffer.from([unusedBits]), content);

/** From dotted notation. */
export function objectIdentifier(dotted: string): Buffer {
	const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
	return tagged(tags.objectIdentifier, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

function base128(value: number): number[] {
	const bytes = [value % 128];
	for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128)) bytes.unshift((rest % 128) | 0x80);
	return bytes;
}

/** To the second, UTC; RFC 5280 wants two digits of the year up to 2049 and four from then on. */
export function time(value: Date): Buffer {
	const digits = `${value.toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`;
	return value.getUTCFullYear() < 2050
		? tagged(tags.utcTime, Buffer.from(digits.slice(2)))
		: tagged(tags.generalizedTime, Buffer.from(digits));
}
