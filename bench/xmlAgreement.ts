/** How far our checks agree with what a reference XML parser and the schemas said about real files. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { readMacros } from '../server/language/macros/macroReader';
import type { Problem } from '../server/language/problem';
import { rules } from '../server/language/rules';
import { autoyastDialect } from '../server/language/unattend/autoyast/autoyastDialect';
import type { MacroValue, UnattendSource } from '../server/language/unattend/unattendSource';
import { windowsDialect } from '../server/language/unattend/windows/windowsDialect';
import { allElements, elementsOf, textPlace, xmlOf } from '../server/language/unattend/xml/parse/xmlTree';

export const corpus = path.resolve('../shared/corpus');

interface Expected {
	readonly file: string;
	readonly wellFormed: boolean;
	readonly valid?: boolean;
	readonly rngInvalidSections?: readonly { readonly section: string; readonly line: number }[];
	readonly findings?: readonly { readonly line: number; readonly path: string; readonly kind: string }[];
}

export interface Difference {
	readonly file: string;
	readonly line: number;
	readonly what: string;
	/** Why the difference is meant to be; `undefined` when it is a miss of ours. */
	readonly reason?: string | undefined;
}

export interface Agreement {
	readonly dialect: string;
	readonly files: number;
	readonly wellFormedAgreed: number;
	/** Sections (AutoYaST) or files (Windows) that were judged, and those judged as the schema does. */
	readonly judged: number;
	readonly agreed: number;
	readonly findings: number;
	readonly findingsAtLine: number;
	readonly differences: readonly Difference[];
	/** How often a file was judged with other values as macros. */
	readonly macroTrials: number;
	/** Errors that appear only once a tenth of the values are macros. */
	readonly newWithMacros: readonly Difference[];
}

export type DialectName = 'autoyast' | 'windows';

/** Service pack of SLES 15 whose schema gave the verdicts. */
const newestSchema = '15.7';

const dialects = { autoyast: autoyastDialect, windows: windowsDialect };

/** A source as the unattend language makes it. */
export function sourceOf(
	file: string,
	text: string,
	lookUp: (name: string) => MacroValue | undefined = () => undefined,
): UnattendSource {
	const macros = readMacros(text).references;
	let masked = '';
	let from = 0;
	for (const { start, end } of macros) {
		masked += text.slice(from, start) + 'M'.repeat(end - start);
		from = end;
	}
	return {
		document: TextDocument.create(`file:///corpus/${file}`, 'xml', 1, text),
		text,
		masked: masked + text.slice(from),
		macros,
		// The verdicts are those of the newest schema.
		release: newestSchema,
		valueOf: ({ name }) => lookUp(name),
	};
}

export const isError = ({ code }: Problem): boolean => rules[code].severity === 'error';

/** Compares every file of one dialect with the verdicts beside it. */
export function measure(dialect: DialectName): Agreement {
	const folder = path.join(corpus, dialect);
	const expected = readFileSync(path.join(folder, 'expected.jsonl'), 'utf8')
		.split('\n')
		.filter(line => line !== '')
		.map(line => JSON.parse(line) as Expected);
	const present = new Set(readdirSync(folder));
	const totals = {
		wellFormedAgreed: 0,
		judged: 0,
		agreed: 0,
		findings: 0,
		findingsAtLine: 0,
		files: 0,
		macroTrials: 0,
	};
	const differences: Difference[] = [];
	const newWithMacros: Difference[] = [];
	for (const verdict of expected.filter(({ file }) => present.has(file))) {
		totals.files++;
		const text = readFileSync(path.join(folder, verdict.file), 'utf8');
		const source = sourceOf(verdict.file, text);
		const errors = dialects[dialect].validate(source).filter(isError);
		const faults = errors.filter(({ code }) => code.startsWith('xml-'));
		if ((faults.length === 0) === verdict.wellFormed) totals.wellFormedAgreed++;
		else differences.push(differenceOf(source, faults[0], 'well-formedness'));
		if (verdict.wellFormed) {
			compare(source, verdict, errors, totals, differences);
			totals.macroTrials += macroTurns * 2;
			newWithMacros.push(...withMacros(dialect, source, errors));
		}
	}
	return { dialect, ...totals, differences, newWithMacros };
}

function compare(
	source: UnattendSource,
	verdict: Expected,
	errors: readonly Problem[],
	totals: { judged: number; agreed: number; findings: number; findingsAtLine: number },
	differences: Difference[],
): void {
	if (verdict.rngInvalidSections === undefined) {
		totals.judged++;
		if ((errors.length === 0) === (verdict.valid ?? true)) totals.agreed++;
		else for (const error of errors) differences.push(differenceOf(source, error, 'outer schema'));
		return;
	}
	const invalid = new Set(verdict.rngInvalidSections.map(({ line }) => line));
	const { root } = xmlOf(source);
	for (const section of root ? elementsOf(root) : []) {
		totals.judged++;
		const line = lineOf(source, section.offset);
		const inside = errors.filter(({ start }) => start >= section.offset && start < section.offset + section.length);
		if (inside.length > 0 === invalid.has(line)) totals.agreed++;
		else differences.push(differenceOf(source, inside[0] ?? { start: section.offset }, `section ${section.name}`));
	}
	for (const { line, path: at, kind } of verdict.findings ?? []) {
		totals.findings++;
		if (errors.some(({ start }) => lineOf(source, start) === line)) totals.findingsAtLine++;
		else {
			const reason = at.startsWith('runlevel/')
				? 'services of runlevel are a list in every real profile; the upstream schema refuses them'
				: meantFindings[kind];
			differences.push({ file: verdict.file, line, what: `finding ${kind} at ${at}`, reason });
		}
	}
}

/** Findings of the verdicts that we report elsewhere or with another one, in a section that both call invalid. */
const meantFindings: Readonly<Record<string, string>> = {
	missing: 'one mistake, one report: an unknown element stands in the place of the missing one',
	repeated: 'reported at the repeated element, not at its parent',
	'stray-text': 'reported at the text, not at its parent',
};

function differenceOf(
	source: UnattendSource,
	at: { readonly start: number; readonly code?: string; readonly facts?: object } | undefined,
	what: string,
): Difference {
	const file = source.document.uri.slice('file:///corpus/'.length);
	const line = at ? lineOf(source, at.start) : 0;
	const reason =
		what === 'section runlevel' || (at?.code === undefined && what.endsWith('runlevel'))
			? 'the upstream schema refuses every runlevel section'
			: at?.code?.endsWith('-repeated')
				? 'repeated elements: the schema as it was run does not see them'
				: undefined;
	return { file, line, what: `${what}: ${at?.code ?? 'nothing found'} ${JSON.stringify(at?.facts ?? {})}`, reason };
}

const lineOf = (source: UnattendSource, offset: number): number => source.document.positionAt(offset).line + 1;

const macroTurns = 10;

/** Every tenth value becomes a macro that can be what stood there, or of which nothing is known. */
function withMacros(dialect: DialectName, source: UnattendSource, before: readonly Problem[]): Difference[] {
	const values: { start: number; end: number; text: string }[] = [];
	for (const element of allElements(xmlOf(source).root)) {
		const place = textPlace(element);
		const isLeaf = elementsOf(element).length === 0 && element.children.length === 1;
		if (isLeaf && element.children[0]?.kind === 'text' && place.start > element.contentOffset - 1) {
			values.push({ ...place, text: source.text.slice(place.start, place.end) });
		}
	}
	const found: Difference[] = [];
	for (let turn = 0; turn < macroTurns; turn++) {
		const chosen = values.filter((_, index) => index % macroTurns === turn);
		for (const known of [true, false]) {
			const { text, originals } = replaced(source.text, chosen);
			const lookUp = (name: string): MacroValue | undefined =>
				known ? { type: 'string', choices: [originals.get(name) ?? ''] } : undefined;
			const changed = sourceOf(source.document.uri.slice('file:///corpus/'.length), text, lookUp);
			const after = dialects[dialect].validate(changed).filter(isError);
			const left = before.map(keyOf);
			for (const error of after) {
				const index = left.indexOf(keyOf(error));
				if (index >= 0) left.splice(index, 1);
				else found.push(differenceOf(changed, error, known ? 'known macro' : 'unknown macro'));
			}
		}
	}
	return found;
}

const keyOf = ({ code, facts }: Problem): string => `${code} ${String(facts.name)}`;

function replaced(
	text: string,
	places: readonly { readonly start: number; readonly end: number; readonly text: string }[],
): { text: string; originals: ReadonlyMap<string, string> } {
	const originals = new Map<string, string>();
	let result = '';
	let from = 0;
	for (const [index, place] of places.entries()) {
		originals.set(`settings.value${index}`, place.text);
		result += `${text.slice(from, place.start)}#settings.value${index}#`;
		from = place.end;
	}
	return { text: result + text.slice(from), originals };
}
