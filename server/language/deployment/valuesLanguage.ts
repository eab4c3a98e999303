import type { TextDocument } from 'vscode-languageserver-textdocument';
import { t } from '../../texts/texts';
import { declaredMacros } from '../config/customMacros';
import type { Context, Language } from '../language';
import { normalPath } from '../links/matching';
import { toDiagnostics } from '../problem';
import { type Fixer, type Fixers, quickFixes } from '../quickFix';
import { replace } from '../textChange';
import { completeValues } from './valuesCompletion';
import { valuesFile } from './valuesFile';
import { hoverValues } from './valuesHover';
import { type AnsweredConfig, valuesProblems } from './valuesProblems';

/** The verbs for values files. */
export const valuesLanguage: Language = {
	validate: (document, context) =>
		toDiagnostics(document, valuesProblems(document, answeredConfig(context)), context.severities),
	complete: (document, position, context) =>
		completeValues(document, document.offsetAt(position), { ...answeredConfig(context), files: context.files }),
	hover: (document, position, context) => hoverValues(document, document.offsetAt(position), answeredConfig(context)),
	codeActions: (document, _range, diagnostics) => quickFixes(document, diagnostics, { fixers, scene: undefined }),
	links: document => configLink(document),
};

const answeredConfig = ({ link }: Context): AnsweredConfig => ({
	path: link.configPath,
	table: link.config && declaredMacros(link.config),
});

const changeKey: Fixer<undefined> = problem => {
	const { replacement } = problem.facts;
	if (typeof replacement !== 'string') return undefined;
	const text = JSON.stringify(replacement);
	return { title: t('Change to {text}', { text }), effect: 'safe', changes: [replace(problem, text)] };
};

const fixers: Fixers<undefined> = {
	'values-key-unknown': changeKey,
	'values-setting-unknown': changeKey,
};

/** The configuration-settings file that a values file names, as a path from its own folder; `undefined` for none. */
export function answeredPath(document: TextDocument): string | undefined {
	const path = valuesFile(document).config?.text.replaceAll('\\', '/') ?? '';
	return path === '' || path.startsWith('/') || /^[A-Za-z][\w+.-]*:/.test(path) ? undefined : path;
}

function configLink(document: TextDocument) {
	const { config } = valuesFile(document);
	const path = config && normalPath(config.text);
	if (!config || path === undefined) return [];
	const range = { start: document.positionAt(config.start + 1), end: document.positionAt(config.end - 1) };
	const folder = document.uri.slice(0, document.uri.lastIndexOf('/') + 1);
	return [{ range, target: folder + path.split('/').map(encodeURIComponent).join('/') }];
}
