import type { TextDocumentIdentifier } from 'vscode-languageserver';
import type { Subject, subjectFinder } from './subjects';

export type Find = ReturnType<typeof subjectFinder>;

/**
 * Makes request handlers out of verbs: for a document of ours they answer with the verb, for any other with nothing.
 * The answer is about the text that the editor had when it asked.
 */
export const askWith =
	(find: Find) =>
	<Params extends { readonly textDocument: TextDocumentIdentifier }, Result>(
		verb: (subject: Subject, params: Params) => Result | undefined,
		options?: { readonly acrossFiles: boolean },
	) =>
	async (params: Params): Promise<Result | null> => {
		const subject = await find(params.textDocument.uri, { ...options, asAsked: true });
		return (subject && verb(subject, params)) ?? null;
	};
