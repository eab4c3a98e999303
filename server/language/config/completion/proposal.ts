import type { CompletionItemKind } from 'vscode-languageserver-types';
import type { SchemaKey } from '../schemaKeys';

/** What may be written at a place, before it is fitted into the text. */
export interface Proposal {
	/** What stands in the list. */
	readonly label: string;
	/** JSON with tab stops. */
	readonly snippet: string;
	readonly key?: SchemaKey | undefined;
	readonly meaning?: string | undefined;
	/** Markdown, in place of the key's own. */
	readonly documentation?: string | undefined;
	/** Words that a person may type to find it, when they are not the label. */
	readonly filter?: string | undefined;
	readonly sort: string;
	/** Once it is accepted, there is a next thing to choose at its first tab stop. */
	readonly offersNext?: boolean;
	readonly kind: CompletionItemKind;
}
