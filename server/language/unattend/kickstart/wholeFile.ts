import type { TextDocument } from 'vscode-languageserver-textdocument';
import { appendAll } from '../../appendAll';
import type { IncludedFile } from '../../language';
import { maskMacros, readMacros } from '../../macros/macroReader';
import { oncePerVersion } from '../../oncePerVersion';
import type { Section, Statement, StatementLines } from '../statements/readStatements';
import { isOpen, readLines } from '../statements/statementFile';
import type { UnattendSource } from '../unattendSource';
import { joinTemplateMarks } from '../values/templateMarks';
import { includeUri } from './includePaths';
import { type KickstartFile, kickstartFile, kickstartGrammar } from './kickstartFile';

/**
 * A file as the installer sees it: in the place of an include line stand the lines of that file. Their texts follow
 * the file's own, so offsets up to `ownEnd` are the document's and those behind are to be looked up in `parts`.
 */
interface WholeFile extends KickstartFile {
	readonly parts: readonly Part[];
}

/** One text of a whole: the file itself, or an included one. */
export interface Part {
	readonly document: TextDocument;
	/** Where it starts in the whole. */
	readonly start: number;
}

/** Reads a source with all that it includes from the workspace; the same source is read once. */
export const wholeFile = oncePerVersion((given: UnattendSource): WholeFile => {
	const own = kickstartFile(given);
	const isAlone = !given.included?.some(({ document }) => document);
	return isAlone ? { ...own, parts: [{ document: given.document, start: 0 }] } : new Assembly(own).whole();
});

/** The file that an include line names, when the shell looked for it. */
export function includedBy(
	{ source }: KickstartFile,
	including: TextDocument,
	{ kind, words }: Statement,
): IncludedFile | undefined {
	const path = words[1];
	if (kind !== 'directive' || !path || isOpen(source, path.start, path.end)) return undefined;
	const uri = includeUri(including.uri, path.text);
	return uri === undefined ? undefined : source.included?.find(one => one.uri === uri);
}

/** Where an offset of a whole lies. */
export function partAt({ parts }: WholeFile, offset: number): Part | undefined {
	return parts.findLast(({ start }) => start <= offset);
}

/** Files that include each other many times over must not grow without end. */
const mostTexts = 100;

/** Puts the texts of a whole together. */
class Assembly {
	readonly #own: KickstartFile;
	readonly #parts: Part[] = [];
	readonly #statements: Statement[] = [];
	readonly #sections: Section[] = [];
	#source: UnattendSource;

	constructor(own: KickstartFile) {
		this.#own = own;
		this.#source = own.source;
	}

	whole(): WholeFile {
		const { document } = this.#own.source;
		this.#parts.push({ document, start: 0 });
		this.#add(this.#own, document, [document]);
		const [statements, sections] = [this.#statements, this.#sections];
		return { ...this.#own, source: this.#source, statements, sections, parts: this.#parts };
	}

	/** `trail`: the files on the way here; one of them included again would never end. */
	#add({ statements, sections }: StatementLines, document: TextDocument, trail: readonly TextDocument[]): void {
		appendAll(this.#sections, sections);
		for (const statement of statements) {
			const included = includedBy({ ...this.#own, source: this.#source }, document, statement)?.document;
			if (!included || trail.includes(included) || this.#parts.length >= mostTexts) this.#statements.push(statement);
			else this.#add(this.#append(included), included, [...trail, included]);
		}
	}

	#append(document: TextDocument): StatementLines {
		const { text, masked, macros } = this.#source;
		const added = document.getText();
		const start = text.length + 1;
		const { references } = readMacros(added);
		this.#parts.push({ document, start });
		this.#source = {
			...this.#source,
			text: `${text}\n${added}`,
			masked: `${masked}\n${joinTemplateMarks(maskMacros(added, references))}`,
			macros: [...macros, ...references.map(one => ({ ...one, start: one.start + start, end: one.end + start }))],
		};
		return readLines(this.#source, kickstartGrammar, start);
	}
}
