import type { TextDocument } from 'vscode-languageserver-textdocument';
import type {
	CodeAction,
	CodeLens,
	CompletionItem,
	Diagnostic,
	DocumentLink,
	DocumentSymbol,
	FoldingRange,
	Hover,
	InlayHint,
	Location,
	Position,
	Range,
	SelectionRange,
	TextEdit,
	WorkspaceEdit,
} from 'vscode-languageserver-types';
import type { FileEncoding } from './fileEncoding';
import type { ApplianceSystem } from './links/applianceSystem';
import type { Link } from './links/link';
import type { PredefinedMacro } from './macros/predefinedMacros';
import type { SeverityOverrides } from './rules';
import type { DialectKind } from './unattend/dialects';

/** What a file is to us; decided by `recognise`. */
export type Kind = 'config' | 'manifest' | 'values' | DialectKind;

/**
 * All that a verb may know besides the document. The shells gather it (open editors first, disk second);
 * the core never goes looking.
 */
export interface Context {
	/** Severity by rule code, from settings and `xclarity.json`; a rule that is not named keeps its own. */
	readonly severities: SeverityOverrides;
	/** For an unattend file, script or values file: the configuration-settings file it belongs to, or why there is none. */
	readonly link: Link;
	/**
	 * The unattend files and scripts linked with a configuration-settings file; for one of these, in verbs that work
	 * across files, all that are linked with its configuration-settings file.
	 */
	readonly dependents: readonly TextDocument[];
	/** Predefined macros of a connected appliance, when one was asked; added to the list in schemas/. */
	readonly applianceMacros: readonly PredefinedMacro[];
	/** How the file is written on the disk; without, nobody knows. */
	readonly encoding?: FileEncoding | undefined;
	/** What the file says on the disk, where an editor has read it in a wrong encoding. */
	readonly decoded?: string | undefined;
	/** Systems and releases that connected appliances list; without, none was asked. */
	readonly applianceSystems?: readonly ApplianceSystem[] | undefined;
	/** Files of the workspace that a kickstart file includes, directly or through others; without, nobody looked. */
	readonly included?: readonly IncludedFile[] | undefined;
	/** Another kickstart file of the workspace includes this one: what it leaves out may be said there. */
	readonly isIncluded?: boolean | undefined;
	/** For a manifest: paths of the files below its folder, relative to it, `/`-separated. */
	readonly files: readonly string[];
	/** There are more files than these. */
	readonly isFileListCut?: boolean | undefined;
	/** Manifest links as they were read, for the manifest's own verbs; see `links/manifest.ts`. */
	readonly manifestUri?: string | undefined;
	/** The nearest manifest itself, for what is written into it. */
	readonly manifest?: TextDocument | undefined;
}

/** A file that another one includes, inside the workspace. */
export interface IncludedFile {
	/** As `includeUri` gives it for the including file. */
	readonly uri: string;
	/** `undefined` when the workspace has no such file. */
	readonly document: TextDocument | undefined;
}

/**
 * What one kind of document can do. Every verb takes the document as it is now and gives LSP values; none throws
 * for any text. A verb that a kind leaves out has nothing to offer.
 */
export interface Language {
	validate(document: TextDocument, context: Context): Diagnostic[];
	complete?(document: TextDocument, position: Position, context: Context): CompletionItem[];
	hover?(document: TextDocument, position: Position, context: Context): Hover | undefined;
	codeActions?(
		document: TextDocument,
		range: Range,
		diagnostics: readonly Diagnostic[],
		context: Context,
	): CodeAction[];
	definition?(document: TextDocument, position: Position, context: Context): Location[];
	references?(document: TextDocument, position: Position, context: Context): Location[];
	prepareRename?(document: TextDocument, position: Position, context: Context): Range | undefined;
	/** @throws {RangeError} with a sentence for the person when `newName` cannot be used there. */
	rename?(document: TextDocument, position: Position, newName: string, context: Context): WorkspaceEdit | undefined;
	symbols?(document: TextDocument, context: Context): DocumentSymbol[];
	folding?(document: TextDocument, context: Context): FoldingRange[];
	selectionRanges?(document: TextDocument, positions: readonly Position[]): SelectionRange[];
	links?(document: TextDocument, context: Context): DocumentLink[];
	inlayHints?(document: TextDocument, range: Range, context: Context): InlayHint[];
	codeLenses?(document: TextDocument, context: Context): CodeLens[];
	semanticTokens?(document: TextDocument, context: Context): SemanticToken[];
	format?(document: TextDocument, options: FormattingOptions, context: Context): TextEdit[];
	/** What puts a hash in the place of the clear-text password at this position; nothing where there is none. */
	hashPassword?(
		document: TextDocument,
		position: Position,
		context: Context,
		hash: (password: string) => string,
	): TextEdit[];
}

/** One coloured stretch of text; the shell packs them as LSP wants them. */
export interface SemanticToken {
	readonly offset: number;
	readonly length: number;
	readonly type: 'macro' | 'property' | 'string' | 'enumMember' | 'regexp' | 'keyword' | 'parameter' | 'variable';
}

export interface FormattingOptions {
	readonly tabSize: number;
	readonly insertSpaces: boolean;
}
