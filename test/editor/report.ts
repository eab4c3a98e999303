/** What the extension host tells the process that started the run, as the scenarios go by. */
export type Report =
	| { readonly event: 'passed'; readonly name: string; readonly duration: number }
	| { readonly event: 'failed'; readonly name: string; readonly duration: number; readonly problem: string }
	| { readonly event: 'skipped'; readonly name: string; readonly reason: string }
	/** Failed, and is tried once more at the end of the run, which then says `passed late` or `failed`. */
	| { readonly event: 'failed once'; readonly name: string; readonly duration: number; readonly problem: string }
	/** Passed at the second try; `problem` is that of the first. */
	| { readonly event: 'passed late'; readonly name: string; readonly duration: number; readonly problem: string }
	| { readonly event: 'finished'; readonly count: number };
