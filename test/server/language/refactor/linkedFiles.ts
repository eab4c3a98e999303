import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction, Diagnostic, WorkspaceEdit } from 'vscode-languageserver-types';
import type { Context, Kind } from '../../../../server/language/language';
import { languageFor } from '../../../../server/language/languageService';
import { noLink } from '../../../../server/language/links/link';
import { appliedTo, marked } from '../../../support/markers';

export const configUri = 'file:///site/site.xclarity.json';

/** A configuration file and the files linked with it; one of all texts may have a cursor or a range. */
export interface LinkedFiles {
	readonly config: string;
	readonly [file: string]: string;
}

const kindOf = (name: string): Kind =>
	name === 'config' ? 'config' : name.endsWith('.xml') ? 'autoyast' : name.endsWith('.sh') ? 'script' : 'kickstart';

/** The files as documents, and the verbs where the mark is. */
export function opened(files: LinkedFiles) {
	const all = Object.entries(files).map(([name, text]) => {
		const kind = kindOf(name);
		const uri = name === 'config' ? configUri : `file:///site/${name}`;
		return { name, kind, ...splitMarked(text, kind, uri) };
	});
	const config = all.find(({ name }) => name === 'config')?.document;
	const dependents = all.filter(({ name }) => name !== 'config').map(({ document }) => document);
	const current = all.find(({ range }) => range !== undefined);
	assert.ok(config && current?.range, 'one file has a mark');
	const context: Context = {
		severities: {},
		link: current.name === 'config' ? noLink : { ...noLink, config, configPath: 'site.xclarity.json' },
		dependents,
		applianceMacros: [],
		files: [],
	};
	return { all, context, current: { ...current, range: current.range }, language: languageFor(current.kind) };
}

function splitMarked(text: string, kind: Kind, uri: string) {
	const { document, cursors, ranges } = marked(text, kind === 'config' ? 'xclarity-config' : kind, uri);
	const [cursor] = cursors;
	const [range] = ranges;
	return { document, range: range ?? (cursor && { start: cursor, end: cursor }) };
}

/** The texts of all files after an edit, by name. */
export const after = ({ all }: ReturnType<typeof opened>, edit: WorkspaceEdit | undefined): Record<string, string> =>
	Object.fromEntries(all.map(({ name, document }) => [name, appliedTo(document, edit)]));

export function renamed(files: LinkedFiles, newName: string): Record<string, string> {
	const open = opened(files);
	const { document, range } = open.current;
	return after(open, open.language.rename?.(document, range.start, newName, open.context));
}

export function actionsAt(files: LinkedFiles, diagnostics: (found: Diagnostic) => boolean = () => false): CodeAction[] {
	const { current, context, language } = opened(files);
	const { document, range } = current;
	const shown = language.validate(document, context).filter(diagnostics);
	return language.codeActions?.(document, range, shown, context) ?? [];
}

/** The files after the action whose title matches; the configuration file is JSON then. */
export function refactored(files: LinkedFiles, title: RegExp, diagnostics?: (found: Diagnostic) => boolean) {
	const actions = actionsAt(files, diagnostics);
	const action = actions.find(found => title.test(found.title));
	assert.ok(action, `${title} is among ${actions.map(found => found.title).join('; ')}`);
	const result = after(opened(files), action.edit);
	JSON.parse(result.config ?? '');
	return result;
}

/** Texts of a file at the places found, by file. */
export function referenced(files: LinkedFiles): string[] {
	const { all, current, context, language } = opened(files);
	const found = language.references?.(current.document, current.range.start, context) ?? [];
	return found.map(({ uri, range }) => {
		const file = all.find(({ document }) => document.uri === uri);
		return `${file?.name}:${range.start.line}: ${file?.document.getText(range)}`;
	});
}

export const documentOf = (text: string, name: string): TextDocument =>
	TextDocument.create(`file:///site/${name}`, name.endsWith('.json') ? 'xclarity-config' : 'kickstart', 1, text);
