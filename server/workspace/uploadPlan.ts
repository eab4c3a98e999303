import type { TextDocument } from 'vscode-languageserver-textdocument';
import { DiagnosticSeverity } from 'vscode-languageserver-types';
import type { Kind } from '../language/language';
import { imageTypeOf, languageFor } from '../language/languageService';
import type { Preferences, Workspace } from './workspace';

/** One file of an upload as the appliance will get it, with what the check says about it. */
export interface PlannedFile {
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

export interface UploadPlan {
	/** The file asked for; `undefined` when it cannot be read or is none of ours. */
	readonly file: PlannedFile | undefined;
	/** The linked configuration-settings file of an unattend file. */
	readonly config: PlannedFile | undefined;
	/** Unattend files linked with a configuration-settings file. */
	readonly unattends: readonly PlannedFile[];
}

/** Collects what an upload of one file involves, read the same way the checks read it. */
export async function planUpload(workspace: Workspace, uri: string, preferences: Preferences): Promise<UploadPlan> {
	const document = await workspace.document(uri);
	const file = document && (await planFile(workspace, document, preferences));
	if (!document || !file) return { file: undefined, config: undefined, unattends: [] };
	if (file.kind === 'config') {
		const dependents = await workspace.dependentsOf(document.uri);
		const plans = await Promise.all(dependents.map(dependent => planFile(workspace, dependent, preferences)));
		return { file, config: undefined, unattends: plans.filter(plan => plan !== undefined).filter(isUnattend) };
	}
	const linked = await workspace.linkOf(document.uri);
	const config = linked?.configUri === undefined ? undefined : await workspace.document(linked.configUri);
	return { file, config: config && (await planFile(workspace, config, preferences)), unattends: [] };
}

const isUnattend = ({ imageType }: PlannedFile): boolean => imageType === 'UNATTEND';

async function planFile(
	workspace: Workspace,
	document: TextDocument,
	preferences: Preferences,
): Promise<PlannedFile | undefined> {
	const kind = await workspace.kindOf(document);
	if (!kind) return undefined;
	const context = await workspace.contextOf(document, kind, preferences);
	const diagnostics = languageFor(kind).validate(document, context);
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
