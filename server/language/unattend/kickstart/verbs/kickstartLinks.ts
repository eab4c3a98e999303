import type { DocumentLink } from 'vscode-languageserver-types';
import type { IncludedFile } from '../../../language';
import { type Value, wordValue } from '../../statements/parseArguments';
import { isOpen } from '../../statements/statementFile';
import type { UnattendSource } from '../../unattendSource';
import { includeUri } from '../includePaths';
import { kickstartFile } from '../kickstartFile';
import { includedBy } from '../wholeFile';

/** One include line, wherever it stands. */
interface IncludeLine {
	readonly path: Value;
	/** What the shell found for it; `undefined` when it did not look: the path is none of the workspace. */
	readonly file: IncludedFile | undefined;
}

/** The include lines of a file, those inside sections last. */
export function includeLines(source: UnattendSource): IncludeLine[] {
	const file = kickstartFile(source);
	const { statements, sections } = file;
	const all = [...statements, ...sections.flatMap(({ directives }) => directives)];
	return all.flatMap(statement => {
		const word = statement.kind === 'directive' ? statement.words[1] : undefined;
		if (!word) return [];
		return [{ path: wordValue(word, file.source.masked), file: includedBy(file, source.document, statement) }];
	});
}

/** Paths of included files lead to them. */
export const kickstartLinks = (source: UnattendSource): DocumentLink[] =>
	includeLines(source).flatMap(({ path, file }) => {
		const target = file ? file.document?.uri : besideIt(source, path);
		if (target === undefined) return [];
		const range = { start: source.document.positionAt(path.start), end: source.document.positionAt(path.end) };
		return [{ range, target }];
	});

/** A file below the folder of a file that belongs to no workspace; whether it exists nobody knows. */
const besideIt = (source: UnattendSource, { text, start, end }: Value): string | undefined =>
	source.included || text.includes('..') || isOpen(source, start, end)
		? undefined
		: includeUri(source.document.uri, text);

/** URI of the included file whose path covers an offset. */
export const includedFileAt = (source: UnattendSource, offset: number): string | undefined =>
	includeLines(source).find(({ path, file }) => file?.document && path.start <= offset && offset <= path.end)?.file
		?.document?.uri;
