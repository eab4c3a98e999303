/** At most so many characters of a text for a line that people read: of a longer one its beginning and an ellipsis. */
export const shortened = (text: string, most: number): string =>
	text.length > most ? `${text.slice(0, most - 1).replace(halfCharacter, '')}…` : text;

/** What a cut through a character beyond 16 bits, such as an emoji, leaves of it. */
const halfCharacter = /[\uD800-\uDBFF]$/;
