import { getLocation } from 'jsonc-parser';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
	type CodeAction,
	CodeActionKind,
	type Diagnostic,
	type DocumentLink,
	type Hover,
} from 'vscode-languageserver-types';
import type { Language } from '../language';
import { documentationOf, toDiagnostics } from '../problem';
import { isRuleCode, rules } from '../rules';
import type { Rule } from '../rules/rule';
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
	codeActions: (document, _range, diagnostics) => diagnostics.flatMap(diagnostic => replaceText(document, diagnostic)),
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
		return `${title}.\n\nOf itself: ${severity}. [More](${documentationOf(key)})`;
	}
	return manifestKeys(parent).find(({ name }) => name === key)?.description;
}

/** Every report that knows what was meant has it in the fact `replacement`. */
function replaceText(document: TextDocument, diagnostic: Diagnostic): CodeAction[] {
	const data: unknown = diagnostic.data;
	const replacement: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, 'replacement') : undefined;
	if (typeof replacement !== 'string' || !isRuleCode(diagnostic.code)) return [];
	const edit = { range: diagnostic.range, newText: JSON.stringify(replacement) };
	return [
		{
			title: `Change to ${JSON.stringify(replacement)}`,
			kind: CodeActionKind.QuickFix,
			diagnostics: [diagnostic],
			isPreferred: true,
			edit: { changes: { [document.uri]: [edit] } },
		},
	];
}

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
