import type { TextDocument } from 'vscode-languageserver-textdocument';
import type {
	CodeAction,
	CompletionItem,
	Diagnostic,
	DocumentLink,
	DocumentSymbol,
	FoldingRange,
	Hover,
	Location,
	Position,
	Range,
	TextEdit,
	WorkspaceEdit,
} from 'vscode-languageserver-types';
import type { FormattingOptions, Kind, SemanticToken } from '../language';
import { toDiagnostics } from '../problem';
import { quickFixes } from '../quickFix';
import { applianceFixes } from './applianceFixes';
import { applianceProblems } from './applianceProblems';
import type { Dialect, HashPassword } from './dialect';
import { linkProblems } from './macros/linkProblems';
import { completeMacro } from './macros/macroCompletion';
import { macroFixes } from './macros/macroFixes';
import { hoverMacro, macroDefinition } from './macros/macroHover';
import { macroProblems } from './macros/macroProblems';
import { macroAt, macroScope, type UnattendContext } from './macros/macroScope';
import { tokensAround } from './macros/semanticTokens';
import { passwordFixes } from './passwordFixes';
import { type CommentStyle, suppressionFixes } from './suppressionFixes';
import { withoutSuppressed } from './suppressions';
import { unattendSource } from './unattendSource';

export type { UnattendContext } from './macros/macroScope';

/** `Language` for unattend files and scripts, whose verbs need to know the kind and the linked file's macros. */
interface UnattendLanguage {
	validate(document: TextDocument, context: UnattendContext): Diagnostic[];
	complete(document: TextDocument, position: Position, context: UnattendContext): CompletionItem[];
	hover(document: TextDocument, position: Position, context: UnattendContext): Hover | undefined;
	codeActions(
		document: TextDocument,
		range: Range,
		diagnostics: readonly Diagnostic[],
		context: UnattendContext,
	): CodeAction[];
	definition(document: TextDocument, position: Position, context: UnattendContext): Location[];
	references(document: TextDocument, position: Position, context: UnattendContext): Location[];
	prepareRename(document: TextDocument, position: Position, context: UnattendContext): Range | undefined;
	/** @throws {RangeError} with a sentence for the person when `newName` cannot be used there. */
	rename(
		document: TextDocument,
		position: Position,
		newName: string,
		context: UnattendContext,
	): WorkspaceEdit | undefined;
	symbols(document: TextDocument, context: UnattendContext): DocumentSymbol[];
	folding(document: TextDocument, context: UnattendContext): FoldingRange[];
	links(document: TextDocument, context: UnattendContext): DocumentLink[];
	semanticTokens(document: TextDocument, context: UnattendContext): SemanticToken[];
	format(document: TextDocument, options: FormattingOptions, context: UnattendContext): TextEdit[];
	hashPassword(document: TextDocument, position: Position, context: UnattendContext, hash: HashPassword): TextEdit[];
}

/** Macros first, then what the dialect of the document's kind has to say. A script has no dialect. */
export function createUnattendLanguage(dialects: Partial<Readonly<Record<Kind, Dialect>>>): UnattendLanguage {
	const at = (document: TextDocument, context: UnattendContext) => {
		const scope = macroScope(document, context);
		return { scope, source: unattendSource(scope), dialect: dialects[context.kind] };
	};
	return {
		validate(document, context) {
			const { scope, source, dialect } = at(document, context);
			const found = [
				...linkProblems(scope, context.kind),
				...macroProblems(scope),
				...applianceProblems(scope, context.kind),
				...(dialect?.validate(source) ?? []),
			];
			return toDiagnostics(document, withoutSuppressed(document, found), context.severities);
		},
		codeActions(document, _range, diagnostics, context) {
			const { scope, source, dialect } = at(document, context);
			return [
				...quickFixes(document, diagnostics, { fixers: macroFixes, scene: scope }),
				...quickFixes(document, diagnostics, { fixers: applianceFixes(context.kind), scene: scope }),
				...quickFixes(document, diagnostics, { fixers: dialect?.fixes ?? {}, scene: source }),
				...quickFixes(document, diagnostics, { fixers: passwordFixes(dialect), scene: source }),
				...suppressionFixes(document, commentStyle(document, context.kind), diagnostics),
			];
		},
		...pointingVerbs(at),
		...documentVerbs(at),
	};
}

type At = (
	document: TextDocument,
	context: UnattendContext,
) => {
	readonly scope: ReturnType<typeof macroScope>;
	readonly source: ReturnType<typeof unattendSource>;
	readonly dialect: Dialect | undefined;
};

/** A macro under the cursor is ours; everything else is the dialect's. */
function pointingVerbs(
	at: At,
): Pick<UnattendLanguage, 'complete' | 'hover' | 'definition' | 'references' | 'prepareRename' | 'rename'> {
	return {
		complete(document, position, context) {
			const { scope, source, dialect } = at(document, context);
			const offset = document.offsetAt(position);
			return completeMacro(scope, offset) ?? dialect?.complete?.(source, offset) ?? [];
		},
		hover(document, position, context) {
			const { scope, source, dialect } = at(document, context);
			const offset = document.offsetAt(position);
			const macro = macroAt(scope, offset);
			return macro ? hoverMacro(scope, macro, offset) : dialect?.hover?.(source, offset);
		},
		definition(document, position, context) {
			const { scope, source, dialect } = at(document, context);
			const offset = document.offsetAt(position);
			const macro = macroAt(scope, offset);
			return macro ? macroDefinition(scope, macro, offset) : (dialect?.definition?.(source, offset) ?? []);
		},
		references(document, position, context) {
			const { scope, source, dialect } = at(document, context);
			const offset = document.offsetAt(position);
			return macroAt(scope, offset) ? [] : (dialect?.references?.(source, offset) ?? []);
		},
		prepareRename(document, position, context) {
			const { scope, source, dialect } = at(document, context);
			const offset = document.offsetAt(position);
			return macroAt(scope, offset) ? undefined : dialect?.prepareRename?.(source, offset);
		},
		rename(document, position, newName, context) {
			const { scope, source, dialect } = at(document, context);
			const offset = document.offsetAt(position);
			if (macroAt(scope, offset) || !dialect?.rename) return undefined;
			return { changes: { [document.uri]: dialect.rename(source, offset, newName) } };
		},
	};
}

function documentVerbs(
	at: At,
): Pick<UnattendLanguage, 'symbols' | 'folding' | 'links' | 'semanticTokens' | 'format' | 'hashPassword'> {
	return {
		symbols(document, context) {
			const { source, dialect } = at(document, context);
			return dialect?.symbols?.(source) ?? [];
		},
		folding(document, context) {
			const { source, dialect } = at(document, context);
			return dialect?.folding?.(source) ?? [];
		},
		links(document, context) {
			const { source, dialect } = at(document, context);
			return dialect?.links?.(source) ?? [];
		},
		semanticTokens(document, context) {
			const { scope, source, dialect } = at(document, context);
			return tokensAround(scope.references, dialect?.semanticTokens?.(source) ?? []);
		},
		format(document, options, context) {
			const { source, dialect } = at(document, context);
			return dialect?.format?.(source, options) ?? [];
		},
		hashPassword(document, position, context, hash) {
			const { source, dialect } = at(document, context);
			return dialect?.hashPassword?.(source, document.offsetAt(position), hash) ?? [];
		},
	};
}

function commentStyle({ uri }: TextDocument, kind: Kind): CommentStyle {
	if (kind === 'autoyast' || kind === 'windows') return 'xml';
	return /\.(?:cmd|bat)$/i.test(uri) ? 'rem' : 'hash';
}
