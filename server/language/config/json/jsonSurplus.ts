/** How many closers more than openers a text has; below zero: how many are missing. */
export interface Surplus {
	braces: number;
	brackets: number;
}

/** Counts brackets outside strings in straight quotation marks that end on their line. */
export function surplusOf(text: string): Surplus {
	const surplus = { braces: 0, brackets: 0 };
	for (const [token] of text.matchAll(/"(?:[^"\\\r\n]|\\.)*"|[{}[\]]/g)) {
		if (token === '{') surplus.braces--;
		else if (token === '}') surplus.braces++;
		else if (token === '[') surplus.brackets--;
		else if (token === ']') surplus.brackets++;
	}
	return surplus;
}
