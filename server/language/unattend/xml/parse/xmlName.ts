const start =
	':A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C-\\u200D\\u2070-\\u218F' +
	'\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}';
/** XML 1.0, fifth edition, productions 4 and 4a. */
const anyName = new RegExp(`[${start}][${start}\\-.0-9\\u00B7\\u0300-\\u036F\\u203F-\\u2040]*`, 'uy');

/** The XML name that starts at an offset; empty when none does. */
export const nameAt = (text: string, offset: number): string => text.slice(offset, nameEndAt(text, offset));

/** Where the XML name that starts at an offset ends; the offset itself when none does. */
export function nameEndAt(text: string, offset: number): number {
	let end = offset;
	if (startsName(text.charCodeAt(end))) {
		do end++;
		while (continuesName(text.charCodeAt(end)));
	}
	if (!(text.charCodeAt(end) >= 0x80)) return end;
	anyName.lastIndex = offset;
	return offset + (anyName.exec(text)?.[0].length ?? 0);
}

/** ASCII letters, `_` and `:`. */
const startsName = (code: number): boolean =>
	(code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code === 0x5f || code === 0x3a;

/** The same, digits, `-` and `.`. */
const continuesName = (code: number): boolean =>
	startsName(code) || (code >= 0x30 && code <= 0x39) || code === 0x2d || code === 0x2e;

/** Splits a qualified name; `undefined` when its colons do not fit (`a:b:c`, `:a`, `a:`). */
export function splitName(name: string): { prefix: string | undefined; localName: string } | undefined {
	const colon = name.indexOf(':');
	if (colon < 0) return { prefix: undefined, localName: name };
	const localName = name.slice(colon + 1);
	if (colon === 0 || localName === '' || localName.includes(':')) return undefined;
	return { prefix: name.slice(0, colon), localName };
}
