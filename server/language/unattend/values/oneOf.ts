/** `one of "a", "b"`. */
export const oneOf = (choices: readonly string[]): string =>
	choices.length === 1 ? `"${choices[0] ?? ''}"` : `one of ${choices.map(choice => `"${choice}"`).join(', ')}`;
