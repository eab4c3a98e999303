/** Every language but English. */
export declare const languages: readonly string[];
/** The translations into a language by their English texts. */
export declare function bundlePath(language: string): string;
/** The texts of `package.json`; the English ones without a language. */
export declare function manifestPath(language?: string): string;
/** The object in a JSON file; an empty one when there is no file. */
export declare function readJson(file: string): Record<string, string>;
/** What is wrong with a translation of an English text. */
export declare function objectionsTo(english: string, wording: unknown, language: string): string[];
