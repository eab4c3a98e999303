const backslash = 92;

/** Place of the quotation mark that closes a string; -1 without one. */
export function stringEnd(text: string, start: number): number {
	let end = text.indexOf('"', start + 1);
	while (end >= 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
	return end;
}

function isEscaped(text: string, at: number): boolean {
	let from = at;
	while (text.charCodeAt(from - 1) === backslash) from--;
	return (at - from) % 2 === 1;
}
