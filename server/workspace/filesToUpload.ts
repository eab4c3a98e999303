import type { TextDocument } from 'vscode-languageserver-textdocument';
import { DiagnosticSeverity } from 'vscode-languageserver-types';
import { atWorkOn } from '../language/atWorkOn';
import type { Kind } from '../language/language';
import { imageTypeOf, languageFor } from '../language/languageService';
import { manifestTree } from '../language/links/manifest';
import { syntaxFault } from '../language/links/manifestShape';
import { linkedFileOf } from './linkedFiles';
import type { Preferences, Workspace } from './workspace';

/** One file of an upload as the appliance will get it, with what the check says about it. */
export interface CheckedFile {
	readonly uri: string;
	readonly kind: Kind;
	readonly imageType: 'CONFIG' | 'UNATTEND' | undefined;
	/** As open in the editor, or as on disk. */
	readonly text: string;
	readonly os: string | undefined;
	readonly osrelease: string | undefined;
	readonly description: string | undefined;
	readonly errors: number;
	readonly warnings: number;
}

export interface FilesToUpload {
	/** The file asked for; `undefined` when it cannot be read or is none of ours. */
	readonly file: CheckedFile | undefined;
	/** The linked configuration-settings file of an unattend file. */
	readonly config: CheckedFile | undefined;
	/** What the link of an unattend file names as that, where there is no such file. */
	readonly missing?: string | undefined;
	/** URI of a manifest that may say what the file is linked with, and is no JSON. */
	readonly unreadable?: string | undefined;
	/** Unattend files linked with a configuration-settings file. */
	readonly unattends: readonly CheckedFile[];
}

/** Collects what an upload of one file involves, read the same way the checks read it. */
export async function filesToUpload(
	workspace: Workspace,
	uri: string,
	preferences: Preferences,
): Promise<FilesToUpload> {
	const document = await workspace.document(uri);
	const file = document && (await checkFile(workspace, document, preferences));
	if (!document || !file) return { file: undefined, config: undefined, unattends: [] };
	const unreadable = await unreadableManifest(workspace, document.uri);
	if (file.kind === 'config') {
		const dependents = await workspace.dependentsOf(document.uri);
		const checked = await Promise.all(dependents.map(dependent => checkFile(workspace, dependent, preferences)));
		const unattends = checked.filter(found => found !== undefined).filter(isUnattend);
		return { file, config: undefined, unreadable, unattends };
	}
	const linked = await workspace.linkOf(document.uri);
	const config = linked?.configUri === undefined ? undefined : await workspace.document(linked.configUri);
	const checked = config && (await checkFile(workspace, config, preferences));
	const missing = checked?.imageType === 'CONFIG' ? undefined : linked?.configPath;
	return { file, config: checked, missing, unreadable, unattends: [] };
}

async function unreadableManifest(workspace: Workspace, uri: string): Promise<string | undefined> {
	for (const placed of await workspace.manifestsAbove(uri)) {
		if (await isUnreadable(workspace, placed.uri)) return placed.uri;
		if (linkedFileOf(placed, uri)) return undefined;
	}
	return undefined;
}

/** What is read of a manifest that is no JSON is not what was meant. An empty one says nothing. */
export async function isUnreadable(workspace: Workspace, manifest: string): Promise<boolean> {
	const document = await workspace.document(manifest);
	const text = document?.getText() ?? '';
	return document !== undefined && text.trim() !== '' && syntaxFault(text, manifestTree(document)) !== undefined;
}

const isUnattend = ({ imageType }: CheckedFile): boolean => imageType === 'UNATTEND';

async function checkFile(
	workspace: Workspace,
	document: TextDocument,
	preferences: Preferences,
): Promise<CheckedFile | undefined> {
	const kind = await workspace.kindOf(document);
	if (!kind) return undefined;
	const context = await workspace.contextOf(document, kind, preferences);
	const diagnostics = atWorkOn(document, () => languageFor(kind).validate(document, context));
	const count = (severity: DiagnosticSeverity): number =>
		diagnostics.filter(found => found.severity === severity).length;
	return {
		uri: document.uri,
		kind,
		imageType: imageTypeOf(kind),
		text: document.getText(),
		os: context.link.os,
		osrelease: context.link.osrelease,
		description: context.link.description,
		errors: count(DiagnosticSeverity.Error),
		warnings: count(DiagnosticSeverity.Warning),
	};
}
