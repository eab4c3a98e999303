import { getLocation } from 'jsonc-parser';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { DocumentLink, Hover } from 'vscode-languageserver-types';
import { t, translate } from '../../texts/texts';
import type { Language } from '../language';
import { documentationOf, toDiagnostics } from '../problem';
import { type Effect, type Fixer, type Fixers, quickFixes } from '../quickFix';
import { isRuleCode, rules } from '../rules';
import type { Rule } from '../rules/rule';
import { replace } from '../textChange';
import { isTooDeep, readManifest } from './manifest';
import { completeManifest } from './manifestCompletion';
import { manifestKeys } from './manifestKeys';
import { manifestProblems } from './manifestProblems';
import { isGlob, normalPath } from './matching';

/** The verbs for `xclarity.json`. */
export const manifestLanguage: Language = {
	validate: (document, context) => toDiagnostics(document, manifestProblems(document, context), context.severities),
	complete: (document, position, context) => completeManifest(document, document.offsetAt(position), context),
	hover: (document, position) => hoverKey(document, document.offsetAt(position)),
	codeActions: (document, _range, diagnostics) => quickFixes(document, diagnostics, { fixers, scene: undefined }),
	links: document => fileLinks(document),
};

function hoverKey(document: TextDocument, offset: number): Hover | undefined {
	const text = document.getText();
	if (isTooDeep(text)) return undefined;
	const { path, isAtPropertyKey, previousNode } = getLocation(text, offset);
	if (!isAtPropertyKey || !previousNode || offset < previousNode.offset) return undefined;
	const value = describeKey(path);
	if (value === undefined) return undefined;
	const range = {
		start: document.positionAt(previousNode.offset),
		end: document.positionAt(previousNode.offset + previousNode.length),
	};
	return { contents: { kind: 'markdown', value }, range };
}

function describeKey(path: readonly (string | number)[]): string | undefined {
	const key = path.at(-1);
	const parent = path.slice(0, -1);
	if (parent[0] === 'rules' && isRuleCode(key)) {
		const { title, severity }: Rule = rules[key];
		return t('{title}.\n\nOf itself: {severity}. [More]({page})', { title, severity, page: documentationOf(key) });
	}
	const known = manifestKeys(parent).find(({ name }) => name === key);
	return known && translate(known.description);
}

/** Writes what was meant, which is the fact `replacement`. */
const changeText =
	(effect: Effect): Fixer<undefined> =>
	problem => {
		const { replacement } = problem.facts;
		if (typeof replacement !== 'string') return undefined;
		const text = JSON.stringify(replacement);
		return { title: t('Change to {text}', { text }), effect, changes: [replace(problem, text)] };
	};

/** A file with a similar name may be another one. */
const fixers: Fixers<undefined> = {
	'link-key-unknown': changeText('safe'),
	'link-rule-unknown': changeText('safe'),
	'link-config-missing': changeText('decides'),
	'link-no-match': changeText('decides'),
	'link-system-spelling': changeText('decides'),
	'link-system-form': changeText('decides'),
};

/** Paths that are no patterns lead to their files. */
function fileLinks(document: TextDocument): DocumentLink[] {
	const folder = document.uri.slice(0, document.uri.lastIndexOf('/') + 1);
	return readManifest(document).links.flatMap(({ unattend, config, scripts }) =>
		[...unattend, ...(config ? [config] : []), ...scripts].flatMap(({ text, start, end }) => {
			const path = normalPath(text);
			if (path === undefined || isGlob(path)) return [];
			const range = { start: document.positionAt(start + 1), end: document.positionAt(end - 1) };
			return [{ range, target: folder + path.split('/').map(encodePart).join('/') }];
		}),
	);
}

/** Lone halves of characters cannot be encoded; they are in no file name either. */
const encodePart = (part: string): string => encodeURIComponent(part.replace(/\p{Surrogate}/gu, ''));
