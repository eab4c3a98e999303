import { TextDocument } from 'vscode-languageserver-textdocument';
import { readMacros } from '../../../../../server/language/macros/macroReader';
import { toDiagnostics } from '../../../../../server/language/problem';
import type { Dialect } from '../../../../../server/language/unattend/dialect';
import type { MacroValue, UnattendSource } from '../../../../../server/language/unattend/unattendSource';

/** What a test says about a source besides its text. */
export interface SourceFacts {
	readonly values?: Readonly<Record<string, MacroValue>>;
	readonly os?: string;
	readonly release?: string;
	readonly uri?: string;
}

/** A source as the unattend language makes it: macros masked, and values for some of them. */
export function sourceOf(text: string, { values = {}, os, release, uri }: SourceFacts = {}): UnattendSource {
	const known = Object.keys(values).map(name => name.split('.', 1)[0]);
	const macros = readMacros(text, first => known.includes(first)).references;
	let masked = '';
	let from = 0;
	for (const { start, end } of macros) {
		masked += text.slice(from, start) + 'M'.repeat(end - start);
		from = end;
	}
	return {
		document: TextDocument.create(uri ?? 'file:///site/file.xml', 'xml', 1, text),
		text,
		masked: masked + text.slice(from),
		macros,
		os,
		release,
		valueOf: ({ name }) => values[name],
	};
}

/** Reports as `line code: message`, in document order. */
export const reports = (dialect: Dialect, source: UnattendSource): string[] =>
	toDiagnostics(source.document, dialect.validate(source), {}).map(
		({ range, code, message }) => `${range.start.line + 1} ${code}: ${message}`,
	);

/** Codes of the reports, in document order. */
export const codes = (dialect: Dialect, source: UnattendSource): string[] =>
	toDiagnostics(source.document, dialect.validate(source), {}).map(({ code }) => String(code));
