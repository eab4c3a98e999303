/** What the sources say to people. */
export interface Gathered {
	/** Each text with the files that say it. */
	readonly keys: ReadonlyMap<string, ReadonlySet<string>>;
	/** Calls whose text cannot be read. */
	readonly objections: readonly string[];
	/** What looks like a text for people and is not marked as one. */
	readonly missed: readonly { readonly file: string; readonly line: number; readonly text: string }[];
}

/** @param folder of a project with our rooms; the repository without it */
export declare function gatherTexts(folder?: string): Gathered;
