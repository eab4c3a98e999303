import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CompletionItem, Diagnostic, Position } from 'vscode-languageserver-types';
import type { Context, Language } from '../language';
import type { MacroTable } from '../macros/macroTable';
import { oncePerCause } from '../oncePerCause';
import { type Problem, problem, toDiagnostics } from '../problem';
import { quickFixes } from '../quickFix';
import { type RuleCode, rules } from '../rules';
import { applianceFixes } from './applianceFixes';
import { applianceProblems } from './applianceProblems';
import type { Dialect, DialectVerbs } from './dialect';
import { harmlessActions } from './harmlessActions';
import { tellingLostMacros } from './lostMacros';
import { linkProblems } from './macros/linkProblems';
import { completeMacro } from './macros/macroCompletion';
import { macroFixes } from './macros/macroFixes';
import { hoverMacro, macroDefinition } from './macros/macroHover';
import { macroProblems } from './macros/macroProblems';
import { type MacroScope, macroAt, macroScope } from './macros/macroScope';
import { tokensAround } from './macros/semanticTokens';
import { passwordFixes } from './passwordFixes';
import { suppressionFixes } from './suppressionFixes';
import { withoutSuppressed } from './suppressions';
import { targetSystems } from './targetSystem';
import { type UnattendSource, unattendSource } from './unattendSource';
import { outlineAsWritten, withMacrosAsWritten } from './values/macrosAsWritten';

/** The verbs of a dialect as those of a language; the compiler asks for each one. */
type UnattendLanguage = Required<Pick<Language, keyof DialectVerbs | 'codeActions'>>;

/** The custom macros of the linked configuration-settings file; `undefined` without one. */
type MacrosOf = (context: Context) => MacroTable | undefined;

/** A document as a dialect's verb needs it. */
interface Given {
	readonly scope: MacroScope;
	readonly source: UnattendSource;
}
type Giver = (document: TextDocument, context: Context) => Given;

/** Macros first, then what the dialect has to say. */
export function createUnattendLanguage(dialect: Dialect, macrosOf: MacrosOf): UnattendLanguage {
	const given: Giver = (document, context) => {
		const scope = macroScope(document, context, macrosOf(context));
		return { scope, source: unattendSource(scope) };
	};
	const validate = (document: TextDocument, context: Context): Diagnostic[] => {
		if (dialect.imageType !== undefined && document.getText().trim() === '')
			return toDiagnostics(document, [problem('unattend-empty', { start: 0, end: 0 }, {})], context.severities);
		const { scope, source } = given(document, context);
		const found = [
			...linkProblems(scope, dialect),
			...macroProblems(scope),
			...applianceProblems(scope, dialect),
			...withoutBroken(withMacrosAsWritten(dialect.validate(source), source), scope).filter(
				({ code }) => !isTargetUnsure(scope) || isLoud(code),
			),
		];
		return toDiagnostics(document, oncePerCause(document, withoutSuppressed(document, found)), context.severities);
	};
	return {
		validate,
		codeActions(document, _range, diagnostics, context) {
			const { scope, source } = given(document, context);
			const style = typeof dialect.comments === 'string' ? dialect.comments : dialect.comments(document.uri);
			const fixes = quickFixes(document, diagnostics, { fixers: dialect.fixes ?? {}, scene: source });
			return [
				...quickFixes(document, diagnostics, { fixers: macroFixes, scene: scope }),
				...quickFixes(document, diagnostics, { fixers: applianceFixes(dialect), scene: scope }),
				...harmlessActions(document, tellingLostMacros(source, fixes), changed => validate(changed, context)),
				...quickFixes(document, diagnostics, { fixers: passwordFixes(dialect), scene: source }),
				...suppressionFixes(document, style, diagnostics),
			];
		},
		...pointingVerbs(dialect, given),
		...documentVerbs(dialect, given),
	};
}

/** What a macro would bring that is not written as one is no second mistake. */
function withoutBroken(problems: readonly Problem[], { broken }: MacroScope): readonly Problem[] {
	if (broken.length === 0) return problems;
	return problems.filter(
		({ code, start, end }) =>
			!/-macro-(?:choice|value)$/.test(code) || !broken.some(macro => macro.start < end && macro.end > start),
	);
}

/** A mistake in the manifest, which is reported there, keeps from knowing which system and release a file is for. */
const isTargetUnsure = ({ link: { isFaultOfManifest, osrelease } }: MacroScope): boolean =>
	isFaultOfManifest === true ||
	(osrelease !== undefined && !targetSystems.some(({ isRelease }) => isRelease(osrelease)));

/** What is only information often rests on the release. */
const isLoud = (code: RuleCode): boolean => rules[code].severity === 'error' || rules[code].severity === 'warning';

/** A completion that writes over a macro would lose it. */
const keepsMacros =
	({ document, text, masked }: UnattendSource) =>
	({ textEdit }: CompletionItem): boolean => {
		if (!textEdit || !('range' in textEdit)) return true;
		const start = document.offsetAt(textEdit.range.start);
		const end = document.offsetAt(textEdit.range.end);
		return text.slice(start, end) === masked.slice(start, end);
	};

type PointingVerb = 'complete' | 'hover' | 'definition' | 'references' | 'prepareRename' | 'rename';

/** A macro under the cursor is ours; everything else is the dialect's. */
function pointingVerbs(dialect: Dialect, given: Giver): Pick<UnattendLanguage, PointingVerb> {
	const at = (document: TextDocument, position: Position, context: Context) => {
		const { scope, source } = given(document, context);
		const offset = document.offsetAt(position);
		return { scope, source, offset, macro: macroAt(scope, offset) };
	};
	return {
		complete(document, position, context) {
			const { scope, source, offset } = at(document, position, context);
			return completeMacro(scope, offset) ?? (dialect.complete?.(source, offset) ?? []).filter(keepsMacros(source));
		},
		hover(document, position, context) {
			const { scope, source, offset, macro } = at(document, position, context);
			return macro ? hoverMacro(scope, macro, offset) : dialect.hover?.(source, offset);
		},
		definition(document, position, context) {
			const { scope, source, offset, macro } = at(document, position, context);
			return macro ? macroDefinition(scope, macro, offset) : (dialect.definition?.(source, offset) ?? []);
		},
		references(document, position, context) {
			const { source, offset, macro } = at(document, position, context);
			return macro ? [] : (dialect.references?.(source, offset) ?? []);
		},
		prepareRename(document, position, context) {
			const { source, offset, macro } = at(document, position, context);
			return macro ? undefined : dialect.prepareRename?.(source, offset);
		},
		rename(document, position, newName, context) {
			const { source, offset, macro } = at(document, position, context);
			if (macro || !dialect.rename) return undefined;
			return { changes: { [document.uri]: dialect.rename(source, offset, newName) } };
		},
	};
}

type DocumentVerb = 'symbols' | 'folding' | 'links' | 'semanticTokens' | 'format' | 'hashPassword';

function documentVerbs(dialect: Dialect, given: Giver): Pick<UnattendLanguage, DocumentVerb> {
	const source = (document: TextDocument, context: Context) => given(document, context).source;
	return {
		symbols(document, context) {
			const given = source(document, context);
			return outlineAsWritten(dialect.symbols?.(given) ?? [], given);
		},
		folding: (document, context) => dialect.folding?.(source(document, context)) ?? [],
		links: (document, context) => dialect.links?.(source(document, context)) ?? [],
		semanticTokens(document, context) {
			const { scope, source } = given(document, context);
			return tokensAround(scope.references, dialect.semanticTokens?.(source) ?? []);
		},
		format: (document, options, context) => dialect.format?.(source(document, context), options) ?? [],
		hashPassword: (document, position, context, hash) =>
			dialect.hashPassword?.(source(document, context), document.offsetAt(position), hash) ?? [],
	};
}
