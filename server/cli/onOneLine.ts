const escapes: Readonly<Record<string, string>> = { '\r': '\\r', '\n': '\\n', '\t': '\\t' };

/** A name from elsewhere, which must not write lines of its own. */
export const onOneLine = (text: string): string =>
	text.replace(/[\r\n\t\u0085\u2028\u2029]/g, character => escapes[character] ?? ' ');
