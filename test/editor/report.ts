/** What the extension host tells the process that started the run, as the scenarios go by. */
export type Report =
	| { readonly event: 'passed'; readonly name: string; readonly duration: number }
	| { readonly event: 'failed'; readonly name: string; readonly duration: number; readonly problem: string }
	| { readonly event: 'skipped'; readonly name: string; readonly reason: string }
	| { readonly event: 'finished'; readonly count: number };
