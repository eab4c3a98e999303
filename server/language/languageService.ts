import type { TextDocument } from 'vscode-languageserver-textdocument';
import { atWorkOn } from './atWorkOn';
import { isBinary } from './binaryFile';
import { configLanguage } from './config/configLanguage';
import { declaredMacros } from './config/customMacros';
import { type FinishedUnattend, type Finishing, finishUnattend } from './deployment/finishedUnattend';
import { type PairProposal, proposePair } from './deployment/pair/proposePair';
import { valuesLanguage } from './deployment/valuesLanguage';
import {
	declarationFixes,
	declarationProblems,
	type EncodedForm,
	encodingFixes,
	encodingProblems,
	isUnreadable,
} from './fileEncoding';
import type { Context, Kind, Language } from './language';
import { manifestLanguage } from './links/manifestLanguage';
import { problem, toDiagnostics } from './problem';
import { withConfigAids, withJsonAids, withManifestAids, withUnattendAids } from './readingAids/withReadingAids';
import { withRefactoring } from './refactor/withRefactoring';
import type { Dialect, DialectIdentity } from './unattend/dialect';
import { dialects, type ListedDialect } from './unattend/dialects';
import { createUnattendLanguage } from './unattend/unattendLanguage';

/** The verbs for one kind of document: the whole product in one function. */
export function languageFor(kind: Kind): Language {
	const known = languages.get(kind);
	if (known) return known;
	const dialect = dialectOf(kind);
	if (!dialect) throw new Error(`There is no language for ${kind}.`);
	const language = languageOf(dialect);
	languages.set(kind, language);
	return language;
}

/** All that a dialect's files can do; the macros of the linked file join in here, where both rooms are known. */
export const languageOf = (dialect: Dialect): Language =>
	withEncoding(
		{ kind: dialect.kind, isXml: dialect.comments === 'xml' },
		withUnattendAids(
			dialect,
			withRefactoring(
				'unattend',
				createUnattendLanguage(dialect, ({ link }) => link.config && declaredMacros(link.config)),
			),
		),
	);

/** What is said about a file's encoding stands before everything else. */
function withEncoding(form: EncodedForm, language: Language): Language {
	return {
		...language,
		validate: (document, context) => {
			if (isOfBytes(document, context))
				return toDiagnostics(document, [problem('file-binary', { start: 0, end: 0 }, {})], context.severities);
			const problems = encodingProblems(document, form, context.encoding);
			const found = problems.length > 0 && isUnreadable(context) ? [] : language.validate(document, context);
			const all = [...problems, ...declarationProblems(document, form, context.encoding)];
			return all.length === 0 ? found : [...toDiagnostics(document, all, context.severities), ...found];
		},
		codeActions: (document, range, diagnostics, context) =>
			isOfBytes(document, context)
				? []
				: [
						...encodingFixes(document, diagnostics, context),
						...declarationFixes(document, diagnostics),
						...(language.codeActions?.(document, range, diagnostics, context) ?? []),
					],
	};
}

const isOfBytes = (document: TextDocument, { decoded }: Context): boolean => isBinary(decoded ?? document.getText());

/** A dialect's is added with the first of its files. */
const languages = new Map<Kind, Language>([
	['config', withEncoding({ kind: 'config', isXml: false }, withConfigAids(withRefactoring('config', configLanguage)))],
	['manifest', withEncoding({ kind: 'manifest', isXml: false }, withManifestAids(manifestLanguage))],
	['values', withEncoding({ kind: 'values', isXml: false }, withJsonAids(valuesLanguage))],
]);

/** By what unattend files of one kind are known; `undefined` for the other files of ours. */
export const identityOf = (kind: Kind): DialectIdentity | undefined => listedAs(kind);

/** What tells unattend files of one kind from others; `undefined` for the other files of ours. */
export const dialectOf = (kind: Kind): Dialect | undefined => listedAs(kind)?.whole();

const listedAs = (kind: Kind): ListedDialect | undefined => dialects.find(dialect => dialect.kind === kind);

/**
 * An unattend file as the installer will read it, with the macros of its linked file; `undefined` for other kinds.
 * Without answers the defaults count.
 */
export function finish(
	kind: Kind,
	document: TextDocument,
	context: Context,
	finishing?: Finishing,
): FinishedUnattend | undefined {
	const dialect = dialectOf(kind);
	if (!dialect) return undefined;
	const { validate } = languageFor(kind);
	const table = context.link.config && declaredMacros(context.link.config);
	return atWorkOn(document, () => finishUnattend(document, context, table, { dialect, validate }, finishing));
}

/** What an unattend file without macros could be turned into; `undefined` for other kinds. */
export function pairProposal(kind: Kind, document: TextDocument, context: Context): PairProposal | undefined {
	const dialect = dialectOf(kind);
	if (!dialect?.imageType) return undefined;
	const { validate } = languageFor(kind);
	return atWorkOn(document, () => proposePair(document, context, dialect, validate(document, context)));
}

/** Whether a file should be saved as UTF-8, which its encoding is not. */
export const isToBeUtf8 = (kind: Kind, document: TextDocument, { encoding }: Context): boolean =>
	encoding !== undefined &&
	encoding !== 'UTF-8' &&
	!isBinary(document.getText()) &&
	encodingProblems(document, { kind, isXml: identityOf(kind)?.comments === 'xml' }, encoding).length > 0;

/** As what the appliance takes a file of this kind; `undefined` when it takes none. */
export const imageTypeOf = (kind: Kind): 'CONFIG' | 'UNATTEND' | undefined =>
	kind === 'config' ? 'CONFIG' : identityOf(kind)?.imageType;

/** The language under which an editor shows a file of this kind. */
export const languageIdOf = (kind: Kind): string =>
	kind === 'config' ? 'xclarity-config' : (identityOf(kind)?.languageId ?? 'json');

const isUploaded = ({ imageType }: DialectIdentity): boolean => imageType !== undefined;

/** Kinds whose files are fixed, in order: what others are checked against comes first. */
export const kindsInOrder: readonly Kind[] = [
	'manifest',
	'config',
	'values',
	...dialects.filter(isUploaded).map(({ kind }) => kind),
];

const endingsOf = (known: readonly DialectIdentity[]): readonly string[] => [
	...new Set(['.json', ...known.flatMap(({ fileEndings }) => fileEndings)]),
];

/** Endings of all files that can be ours, with their dots. */
export const ourEndings = endingsOf(dialects);

/** Endings of the files that an appliance takes, with their dots. */
export const uploadedEndings = endingsOf(dialects.filter(isUploaded));

/** The kind of an unattend file that nothing but a manifest tells: by its form, and by the system that it is for. */
export function kindByTarget(path: string, os: string | undefined): Kind | undefined {
	const ofForm = dialects.filter(
		(dialect: DialectIdentity) => isUploaded(dialect) && (dialect.comments === 'xml') === /\.xml$/i.test(path),
	);
	return (ofForm.find(({ system }) => os !== undefined && system?.isNamed(os)) ?? ofForm[0])?.kind;
}
