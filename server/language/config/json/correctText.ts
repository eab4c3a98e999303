/** The next place in correct JSON of what is neither a blank nor a comma. */
export function nextSign(text: string, start: number): number {
	let at = start;
	for (;;) {
		const code = text.charCodeAt(at);
		if (!(code <= 32 || code === 44)) return at;
		at++;
	}
}

/** Where a number, `true`, `false` or `null` of correct JSON ends. */
export function wordEnd(text: string, start: number): number {
	let end = start;
	for (;;) {
		const code = text.charCodeAt(end);
		// A blank, a comma, a closer, or the end of the text.
		if (!(code > 32) || code === 44 || code === 125 || code === 93) return end;
		end++;
	}
}
