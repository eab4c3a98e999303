import { predefinedMacros } from '../language/macros/predefinedMacros';

/** The macros that the language knows, as far as they were seen: with the leading `predefined.`, without hashes. */
export const predefinedMacroNames = (): readonly string[] =>
	[...predefinedMacros([]).values()].filter(({ grade }) => grade !== 'believed').map(({ name }) => name);
