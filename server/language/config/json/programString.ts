/** A string of a program: its place, and what it says. */
interface ProgramString {
	readonly start: number;
	readonly end: number;
	readonly value: string;
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v', '0': '\0' };

/** A string of Python that JSON reads as something else: with a letter in front (`r'\d'`), or in three quotation marks. */
export function programString(text: string, start: number): ProgramString | undefined {
	const opening = /([rRbBuUfF]{0,2})('''|"""|'|")/y;
	opening.lastIndex = start;
	const [whole = '', letters = '', quote = ''] = opening.exec(text) ?? [];
	if (quote === '' || (letters === '' && quote.length < 3)) return undefined;
	const from = start + whole.length;
	const limit = quote.length === 3 ? text.length : Math.min(text.length, from + 4000);
	for (let at = from; at < limit; at++) {
		const character = text[at];
		if (quote.length < 3 && (character === '\n' || character === '\r')) return undefined;
		if (character === '\\') at++;
		else if (text.startsWith(quote, at)) {
			const content = text.slice(from, at);
			const value = /r/i.test(letters) ? content : unescaped(content);
			return { start, end: at + quote.length, value };
		}
	}
	return undefined;
}

const unescaped = (content: string): string =>
	content.replace(/\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([\s\S]))/g, (written, four, two, one) => {
		if (four ?? two) return String.fromCharCode(Number.parseInt(String(four ?? two), 16));
		if ('\'"\\/'.includes(one)) return one;
		return escapes[one] ?? written;
	});
