import library from '../../../schemas/regex-patterns.json';

/** A tested regular expression for a common kind of value. */
interface RegexPattern {
	readonly id: string;
	readonly title: string;
	readonly description: string;
	/** Anchored, without JSON's escapes. */
	readonly regex: string;
	readonly matches: readonly string[];
	readonly misses: readonly string[];
}

export const regexPatterns: readonly RegexPattern[] = library.patterns;
