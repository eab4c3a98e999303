import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic, Range } from 'vscode-languageserver-types';
import type { Context } from '../language';
import type { MacroTable } from '../macros/macroTable';
import { toDiagnostics } from '../problem';
import type { Dialect, ReferenceTool } from '../unattend/dialect';
import { configName, macroScope } from '../unattend/macros/macroScope';
import { unattendSource } from '../unattend/unattendSource';
import { type Answers, noAnswers } from './answers';
import { deployForm } from './deployForm';
import { deploy } from './deployment';
import { type FinishedFile, finishFile, sourceSpan } from './finishedFile';
import { finishedProblems } from './finishedProblems';

/** What to finish a file with. */
export interface Finishing {
	readonly answers?: Answers;
	/** Counted from 0. */
	readonly server?: number;
	/** What a connected appliance says of predefined macros, by name without hashes. */
	readonly appliance?: Readonly<Record<string, string>>;
	/** Whether values become entities where XML asks for it, which the vendor leaves open. */
	readonly escapesXml?: boolean;
}

/** An unattend file as the installer will read it, and what is wrong with it then. */
export interface FinishedUnattend extends FinishedFile {
	/** In the finished text. */
	readonly diagnostics: readonly Diagnostic[];
	/** The same, where the source says what leads to it. */
	readonly sourceDiagnostics: readonly Diagnostic[];
	/** The program of others that can judge the finished text. */
	readonly referenceTool: ReferenceTool | undefined;
	/** Where a range of the finished text stands in the source. */
	toSource(range: Range): Range;
}

/** A dialect, and how a document of it is checked. */
interface Checker {
	readonly dialect: Dialect;
	validate(document: TextDocument, context: Context): readonly Diagnostic[];
}

/** Puts values in the place of all macros of a file, and checks what comes out as a file without macros. */
export function finishUnattend(
	document: TextDocument,
	context: Context,
	table: MacroTable | undefined,
	{ dialect, validate }: Checker,
	{ answers = noAnswers, server = 0, appliance = {}, escapesXml = false }: Finishing = {},
): FinishedUnattend {
	const scope = macroScope(document, context, table);
	const deployment = deploy(deployForm(table ?? { nodes: [] }), answers, server);
	const comments = typeof dialect.comments === 'string' ? dialect.comments : dialect.comments(document.uri);
	const finished = finishFile(scope, { deployment, answers, server, appliance }, { escapesXml, comments });
	const result = TextDocument.create(document.uri, document.languageId, document.version, finished.text);
	const { os, osrelease } = context.link;
	const plain: Context = { ...context, link: { os, osrelease, matches: [], candidates: [] } };
	const diagnostics = [
		...toDiagnostics(result, finishedProblems(finished, configName(scope)), context.severities),
		...validate(result, plain).filter(({ code }) => !isAboutMacros(String(code))),
	];
	const toSource = rangeInSource(document, result, finished);
	return {
		...finished,
		diagnostics,
		sourceDiagnostics: diagnostics.map(found => inSource(document.uri, found, toSource)),
		referenceTool: dialect.referenceTool?.(unattendSource(scope)),
		toSource,
	};
}

/** The finished file has none any more; those that are left are reported as unresolved. */
const isAboutMacros = (code: string): boolean => code.startsWith('macro-') || code.startsWith('unattend-hook-');

type ToSource = (range: Range) => Range;

const rangeInSource =
	(document: TextDocument, result: TextDocument, finished: FinishedFile): ToSource =>
	({ start, end }) => {
		const span = sourceSpan(finished, { start: result.offsetAt(start), end: result.offsetAt(end) });
		return { start: document.positionAt(span.start), end: document.positionAt(span.end) };
	};

function inSource(uri: string, found: Diagnostic, toSource: ToSource): Diagnostic {
	const related = found.relatedInformation?.map(information => {
		const { location } = information;
		return location.uri === uri ? { ...information, location: { uri, range: toSource(location.range) } } : information;
	});
	return { ...found, range: toSource(found.range), ...(related ? { relatedInformation: related } : {}) };
}
