/**
 * How sure we are of what a rule says.
 * - `reference`: JSON itself, XML itself or the dialect's reference parser refuses it;
 * - `documented`: the vendor states it;
 * - `example`: a vendor example shows it;
 * - `inferred`: we conclude it from the above;
 * - `believed`: general knowledge, no source seen.
 */
export type Grade = 'reference' | 'documented' | 'example' | 'inferred' | 'believed';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** One check: what it is called, how loud it is, how sure it is, and what it says about the user's file. */
export interface Rule {
	/** Default severity. Errors need grade reference, documented or example; believed is information at most. */
	readonly severity: Severity;
	readonly grade: Grade;
	/** Where the fact comes from: a page's name, a standard, a parser. */
	readonly source: string;
	/** What the rule asks for, as a heading of its documentation page. */
	readonly title: string;
	/** A sentence about the user's file; `{name}` stands for a fact of the report. Lists are joined with commas. */
	readonly message: string;
	/** Greys out or strikes through the place in editors that can. */
	readonly tag?: 'unnecessary' | 'deprecated';
	/** Name of the documentation page when several codes share one; the code itself otherwise. */
	readonly page?: string;
}
