import type { Random } from './random';

export type Subject = 'config' | 'pair' | 'kickstart' | 'esxi' | 'autoyast' | 'windows';

/** Files of one folder by name: text, or bytes where the encoding is the mistake. */
export type Files = ReadonlyMap<string, string | Uint8Array>;

/** Correct files of one folder. */
export interface Sample {
	readonly files: Files;
	/** Name of the file that the faults of this subject change, unless they say otherwise. */
	readonly main: string;
}

/** As `server/language/rules/rule.ts` has them: what a fault's source is worth, and so how loud a report may be. */
export type Grade = 'reference' | 'documented' | 'example' | 'inferred' | 'believed';
export type Level = 'error' | 'warning' | 'information';

/**
 * Where a report belongs, besides the lines that the fault changed: anywhere in the file, lines of the changed file
 * that the pattern matches, or lines of another file, where `@main` stands for the sample's main file.
 */
export type ReportPlace = 'anywhere' | RegExp | { readonly file: string; readonly lines: RegExp };

/** One kind of mistake. */
export interface FaultKind {
	readonly subject: Subject;
	/** Kebab-case, unique in its subject. */
	readonly name: string;
	/** Why it is a mistake: page, parser or schema. */
	readonly source: string;
	readonly grade: Grade;
	/** The softest level that does it justice. */
	readonly least: Level;
	readonly place?: ReportPlace;
	/** The lines among the changed ones where it belongs, when the edit brings a whole block along. */
	readonly line?: RegExp;
	/** The changed files; `undefined` when this sample has no room for the mistake. */
	make(sample: Sample, random: Random): Files | undefined;
}

/** A change of the main file's text. */
export type Edit = (text: string, random: Random, sample: Sample) => string | undefined;

export interface Evidence {
	readonly source: string;
	readonly grade: Grade;
	readonly least?: Level;
	readonly place?: ReportPlace;
	readonly line?: RegExp;
}

/** Kinds of one subject from a table: name, evidence, edit of the main file. */
export function kindsOf(
	subject: Subject,
	table: readonly (readonly [name: string, evidence: Evidence, edit: Edit])[],
): FaultKind[] {
	return table.map(([name, evidence, edit]) => ({
		subject,
		name,
		...evidence,
		least: evidence.least ?? (evidence.grade === 'believed' ? 'information' : 'warning'),
		make: (sample, random) => editFile(sample, sample.main, text => edit(text, random, sample)),
	}));
}

/** The files with one of them changed; `undefined` when the edit changes nothing. */
export function editFile(
	{ files }: Pick<Sample, 'files'>,
	name: string,
	edit: (text: string) => string | undefined,
): Files | undefined {
	const text = files.get(name);
	if (typeof text !== 'string') return undefined;
	const changed = edit(text);
	return changed === undefined || changed === text ? undefined : new Map(files).set(name, changed);
}
