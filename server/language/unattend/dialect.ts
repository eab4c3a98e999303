import type { TextDocument } from 'vscode-languageserver-textdocument';
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
import type { MacroReference } from '../macros/macroReader';
import type { Problem } from '../problem';
import type { Fixers } from '../quickFix';
import type { Span } from '../span';
import type { TargetSystem } from './targetSystem';
import type { UnattendSource } from './unattendSource';
import type { PlacedLiteral } from './values/placedLiteral';

/** By what a dialect is known before there is a file of it. */
export interface DialectIdentity<Kind extends string = string> {
	/** Unique among all kinds of documents. */
	readonly kind: Kind;
	/** As sentences call one such file: `a kickstart file for RHEL`. */
	readonly name: string;
	/** The language under which an editor shows it. */
	readonly languageId: string;
	/** Languages by which a person says that a file may be of this dialect. */
	readonly chosenAs: readonly string[];
	/** How sure the name and the text of a file are of this dialect. */
	recognise(file: UnknownFile): Certainty;
	/** What such files are called: `.ks`. */
	readonly fileEndings: readonly string[];
	/** Endings that the vendor lists for its import; without, no page says so. */
	readonly importEndings?: readonly string[];
	readonly comments: CommentStyle | ((uri: string) => CommentStyle);
	/** As what the appliance takes it; without, it is never uploaded by itself, and several links may name it. */
	readonly imageType?: 'UNATTEND';
	readonly system?: TargetSystem | undefined;
}

/**
 * One dialect of unattend file, or of scripts beside them: all that tells it from the others. Nothing elsewhere asks
 * for its name; what differs by dialect is a field here.
 */
export interface Dialect<Kind extends string = string> extends DialectIdentity<Kind>, DialectVerbs {
	readonly hooks: HookPlacement;
	/** Files to start from, ready to be deployed. */
	readonly newFiles: readonly NewFile[];
	/** Ways out of what the dialect reports. */
	readonly fixes?: Fixers<UnattendSource>;
	/** The program of others that judges a file without macros; without, we know of none. */
	referenceTool?(source: UnattendSource): ReferenceTool;
	/** URIs of the files that a document includes; the workspace then reads them into the context. */
	includes?(document: TextDocument): readonly string[];
	/** The texts that can differ from one deployment to the next, in document order. */
	literals?(source: UnattendSource): readonly PlacedLiteral[];
}

/** A program that its own people use to check files of a dialect. */
export interface ReferenceTool {
	readonly program: 'ksvalidator' | 'xmllint';
	/** Which syntax to check against, as the program calls it. */
	readonly syntax?: string | undefined;
}

/**
 * What a dialect knows about its files beyond macros. Offsets are those of the document. No verb throws for any text;
 * one that a dialect leaves out has nothing to offer. Macros themselves (unknown, misspelled, completion after `#`) are
 * handled before a dialect is asked.
 */
export interface DialectVerbs {
	validate(source: UnattendSource): Problem[];
	complete?(source: UnattendSource, offset: number): CompletionItem[];
	hover?(source: UnattendSource, offset: number): Hover | undefined;
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

/** A file to recognise. */
export interface UnknownFile {
	/** Its name in small letters, without endings of templates: `ks.cfg` for `KS.cfg.j2`. */
	readonly name: string;
	/** A person chose a language of this dialect for it. */
	readonly isChosen: boolean;
	readonly isXml: boolean;
	/** Its beginning, at least. */
	readonly text: string;
	/** The operating system that a link says it installs. */
	readonly os?: string | undefined;
}

/** The dialect with the highest number gets the file. */
export const certainty = { none: 0, byName: 1, likely: 2, certain: 3 } as const;
export type Certainty = (typeof certainty)[keyof typeof certainty];

/** How a comment is written where a fix puts one. */
export type CommentStyle = 'hash' | 'xml' | 'rem';

/** Where the macros go for which the appliance puts in its own work. */
export interface HookPlacement {
	/** The rule that asks for them; without, nobody expects them in such a file. */
	readonly missing?: 'unattend-hook-missing' | 'unattend-hook-absent';
	/** Why the appliance's work cannot go where a hook macro stands; `undefined` where it can, or where nobody knows. */
	misplacement(source: UnattendSource, macro: MacroReference): string | undefined;
	/** Whether a macro stands behind the end of what the file holds, which is reported by itself. */
	isOutside?(source: UnattendSource, macro: MacroReference): boolean;
	/** Where the file says its first thing: reports about the whole file stand there. */
	firstWord?(source: UnattendSource): Span | undefined;
	/** Where they go; `undefined` when there is no such place. */
	place?(source: UnattendSource): HookPlace | undefined;
}

/** Where hook macros go, and the text around each that makes it stand by itself. */
export interface HookPlace {
	readonly offset: number;
	readonly before: string;
	readonly after: string;
}

/** A whole file to start from. */
export interface NewFile {
	/** Stable, for scripts and keyboard shortcuts. */
	readonly id: string;
	readonly label: string;
	/** One sentence on what is in it. */
	readonly detail: string;
	/** A name that tells the kind even without looking into the file. */
	readonly fileName: string;
	readonly text: string;
}
