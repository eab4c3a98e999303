/** How many closers more than openers a text has; below zero: how many are missing. */
export interface Surplus {
	braces: number;
	brackets: number;
}

/** Counts brackets outside strings in straight quotation marks that end on their line. */
export function surplusOf(text: string): Surplus {
	const surplus = { braces: 0, brackets: 0 };
	const token = /"(?:[^"\\\r\n]|\\.)*"|[{}[\]]/g;
	while (token.test(text)) {
		const last = text[token.lastIndex - 1];
		if (last === '{') surplus.braces--;
		else if (last === '}') surplus.braces++;
		else if (last === '[') surplus.brackets--;
		else if (last === ']') surplus.brackets++;
	}
	return surplus;
}
