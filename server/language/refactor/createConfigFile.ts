import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
	type CodeAction,
	CodeActionKind,
	type CreateFile,
	type Diagnostic,
	type Range,
	type TextDocumentEdit,
} from 'vscode-languageserver-types';
import { t } from '../../texts/texts';
import type { JsonObject } from '../config/json/jsonNode';
import type { Context } from '../language';
import type { Link } from '../links/link';
import { addLink } from '../links/linkEdit';
import { isPredefined } from '../macros/predefinedMacros';
import { macrosOf } from '../macros/uses';
import { decides, fixActions } from '../quickFix';
import { fileNameOf } from '../unattend/fileNameOf';
import { configText, configUriBeside, folderOf } from './newConfigFile';
import { newSettings, settingObject } from './newSettings';

/**
 * For an unattend file or script without a configuration file: one that declares the macros it uses, and the link.
 * An existing manifest is changed by the client's command; where none is in reach, it is made as well.
 */
export function createConfigFile(
	document: TextDocument,
	range: Range,
	diagnostics: readonly Diagnostic[],
	{ link, manifestUri }: Context,
): CodeAction[] {
	if (link.config) return [];
	const reported = diagnostics.filter(({ code }) => code === 'macro-unlinked');
	const custom = macrosOf(document, undefined).references.filter(
		({ name, segments }) => !isPredefined(name) && segments.length <= mostNames,
	);
	const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
	const isAsked = reported.length > 0 || custom.some(macro => macro.start <= end && start <= macro.end);
	if (custom.length === 0 || !isAsked) return [];
	const macros = [...new Set(custom.map(({ name }) => name))].slice(0, mostMacros);
	const target = targetOf(document.uri, link, manifestUri ?? link.manifestUri);
	const operations = [
		...newFile(target.config, configText(fileNameOf(document.uri), contentFor(macros))),
		...(target.manifest ? newFile(target.manifest.uri, target.manifest.text) : []),
	];
	const command = { title: t('Link'), command: 'xclarity.linkTo', arguments: [document.uri, target.config] };
	const title = t('Create {config} from the macros of this file', { config: fileNameOf(target.config) });
	const changes = { documentChanges: operations };
	const alsoLink = target.needsLink ? { command } : {};
	if (reported.length > 0) return fixActions(document, reported, [{ ...decides(title), changes, ...alsoLink }]);
	return [{ title, kind: CodeActionKind.RefactorExtract, edit: changes, ...alsoLink }];
}

/** Deeper macros, and more of them, than any person writes. */
const mostNames = 50;
const mostMacros = 500;

interface Target {
	readonly config: string;
	readonly manifest?: { readonly uri: string; readonly text: string };
	/** A manifest exists and does not name the new file yet. */
	readonly needsLink: boolean;
}

/** A file that the manifest names already is made where it is missed; any other lies beside the unattend file. */
function targetOf(uri: string, { configPath }: Link, manifestUri: string | undefined): Target {
	if (configPath !== undefined && manifestUri !== undefined && !/(?:^|[\\/])\.\.(?:[\\/]|$)|:/.test(configPath)) {
		const path = configPath.split(/[\\/]/).filter(part => part !== '' && part !== '.');
		return { config: folderOf(manifestUri) + path.map(encodeURIComponent).join('/'), needsLink: false };
	}
	const config = configUriBeside(uri);
	if (manifestUri !== undefined) return { config, needsLink: true };
	const text = addLink(undefined, { unattend: fileNameOf(uri), config: fileNameOf(config) }) ?? '';
	return { config, manifest: { uri: `${folderOf(uri)}xclarity.json`, text }, needsLink: false };
}

const contentFor = (macros: readonly string[]): JsonObject[] =>
	newSettings(macros.map(macro => macro.split('.'))).map(one => settingObject(one, { common: undefined }));

function newFile(uri: string, newText: string): [CreateFile, TextDocumentEdit] {
	const start = { line: 0, character: 0 };
	return [
		{ kind: 'create', uri, options: { overwrite: false, ignoreIfExists: false } },
		{ textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText }] },
	];
}
