import { configLanguage } from './config/configLanguage';
import { declaredMacros } from './config/customMacros';
import { encodingProblems } from './fileEncoding';
import type { Context, Kind, Language } from './language';
import { manifestLanguage } from './links/manifestLanguage';
import { toDiagnostics } from './problem';
import { withReadingAids } from './reading/withReadingAids';
import { withRefactoring } from './refactor/withRefactoring';
import { autoyastDialect } from './unattend/autoyast/autoyastDialect';
import { esxiDialect } from './unattend/esxi/esxiDialect';
import { kickstartDialect } from './unattend/kickstart/kickstartDialect';
import { createUnattendLanguage, type UnattendContext } from './unattend/unattendLanguage';
import { windowsDialect } from './unattend/windows/windowsDialect';

/** The verbs for one kind of document: the whole product in one function. */
export function languageFor(kind: Kind): Language {
	return languages[kind];
}

/** What is said about a file's encoding stands before everything else. */
function withEncoding(kind: Kind, language: Language): Language {
	return {
		...language,
		validate: (document, context) => {
			const found = language.validate(document, context);
			const problems = encodingProblems(document, kind, context.encoding);
			return problems.length === 0 ? found : [...toDiagnostics(document, problems, context.severities), ...found];
		},
	};
}

const verbs = createUnattendLanguage({
	kickstart: kickstartDialect,
	esxi: esxiDialect,
	autoyast: autoyastDialect,
	windows: windowsDialect,
});

/** The unattend verbs for one kind; the macros of the linked file join the context here, where both rooms are known. */
function unattendLanguage(kind: UnattendContext['kind']): Language {
	const full = (context: Context): UnattendContext => ({
		...context,
		kind,
		macros: context.link.config && declaredMacros(context.link.config),
	});
	return {
		validate: (document, context) => verbs.validate(document, full(context)),
		complete: (document, position, context) => verbs.complete(document, position, full(context)),
		hover: (document, position, context) => verbs.hover(document, position, full(context)),
		codeActions: (document, range, diagnostics, context) =>
			verbs.codeActions(document, range, diagnostics, full(context)),
		definition: (document, position, context) => verbs.definition(document, position, full(context)),
		references: (document, position, context) => verbs.references(document, position, full(context)),
		prepareRename: (document, position, context) => verbs.prepareRename(document, position, full(context)),
		rename: (document, position, newName, context) => verbs.rename(document, position, newName, full(context)),
		symbols: (document, context) => verbs.symbols(document, full(context)),
		folding: (document, context) => verbs.folding(document, full(context)),
		links: (document, context) => verbs.links(document, full(context)),
		semanticTokens: (document, context) => verbs.semanticTokens(document, full(context)),
		format: (document, options, context) => verbs.format(document, options, full(context)),
		hashPassword: (document, position, context, hash) => verbs.hashPassword(document, position, full(context), hash),
	};
}

const languages: Readonly<Record<Kind, Language>> = {
	config: withEncoding('config', withReadingAids('config', withRefactoring('config', configLanguage))),
	manifest: withEncoding('manifest', withReadingAids('manifest', manifestLanguage)),
	kickstart: withEncoding(
		'kickstart',
		withReadingAids('kickstart', withRefactoring('unattend', unattendLanguage('kickstart'))),
	),
	esxi: withEncoding('esxi', withReadingAids('esxi', withRefactoring('unattend', unattendLanguage('esxi')))),
	autoyast: withEncoding(
		'autoyast',
		withReadingAids('autoyast', withRefactoring('unattend', unattendLanguage('autoyast'))),
	),
	windows: withEncoding(
		'windows',
		withReadingAids('windows', withRefactoring('unattend', unattendLanguage('windows'))),
	),
	script: withEncoding('script', withReadingAids('script', withRefactoring('unattend', unattendLanguage('script')))),
};
