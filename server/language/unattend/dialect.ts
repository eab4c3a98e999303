import type {
	CompletionItem,
	DocumentLink,
	DocumentSymbol,
	FoldingRange,
	Hover,
	Location,
	Range,
	TextEdit,
} from 'vscode-languageserver-types';
import type { FormattingOptions, SemanticToken } from '../language';
import type { Problem } from '../problem';
import type { Fixers } from '../quickFix';
import type { UnattendSource } from './unattendSource';

/**
 * What one dialect of unattend file knows beyond macros. Offsets are those of the document. No verb throws for any
 * text; one that a dialect leaves out has nothing to offer. Macros themselves (unknown, misspelled, completion after
 * `#`) are handled before a dialect is asked.
 */
export interface Dialect {
	validate(source: UnattendSource): Problem[];
	complete?(source: UnattendSource, offset: number): CompletionItem[];
	hover?(source: UnattendSource, offset: number): Hover | undefined;
	/** Ways out of what the dialect reports. */
	readonly fixes?: Fixers<UnattendSource>;
	definition?(source: UnattendSource, offset: number): Location[];
	references?(source: UnattendSource, offset: number): Location[];
	/** Where the name at this offset stands; `undefined` when nothing there can be renamed. */
	prepareRename?(source: UnattendSource, offset: number): Range | undefined;
	/** @throws {RangeError} with a sentence for the person when `newName` cannot be used there. */
	rename?(source: UnattendSource, offset: number, newName: string): TextEdit[];
	symbols?(source: UnattendSource): DocumentSymbol[];
	folding?(source: UnattendSource): FoldingRange[];
	links?(source: UnattendSource): DocumentLink[];
	semanticTokens?(source: UnattendSource): SemanticToken[];
	format?(source: UnattendSource, options: FormattingOptions): TextEdit[];
	/** What puts a hash in the place of the clear-text password at this offset; nothing where there is none. */
	hashPassword?(source: UnattendSource, offset: number, hash: HashPassword): TextEdit[];
}

/** Makes the hash of a password. The shell has the means for it, the core has not. */
export type HashPassword = (password: string) => string;
