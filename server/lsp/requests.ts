import type { Connection } from 'vscode-languageserver';
import { declaredMacros } from '../language/config/customMacros';
import { faultDiagnostics } from '../language/config/reportedFaults';
import type { Kind } from '../language/language';
import { languageIdOf } from '../language/languageService';
import { listMacros } from '../language/macros/macroLookup';
import { configTemplates } from '../language/newFiles/configTemplates';
import { unattendTemplates } from '../language/newFiles/unattendTemplates';
import { recognise } from '../language/recognise';
import { canonicalUri, fileName } from '../workspace/fileUri';
import { planUpload } from '../workspace/uploadPlan';
import type { Workspace } from '../workspace/workspace';
import type { DocumentSettings } from './documentSettings';
import {
	type ApplianceReportParams,
	type ApplianceReportResult,
	applianceReportRequest,
	type LinkCandidatesResult,
	type LinkEditParams,
	type LinkEditResult,
	linkCandidatesRequest,
	linkEditRequest,
	type NewFileParams,
	type NewFileResult,
	newFileRequest,
	type OurFilesResult,
	ourFilesRequest,
	type RecogniseParams,
	type RecogniseResult,
	recogniseRequest,
	type UploadPlanParams,
	type UploadPlanResult,
	uploadPlanRequest,
} from './protocol';

const known = (kind: Kind, reason: RecogniseResult['reason']): RecogniseResult => ({
	kind,
	languageId: languageIdOf(kind),
	reason,
});

/** The requests beyond LSP; see `protocol.ts`. */
export function registerRequests(connection: Connection, workspace: Workspace, settings: DocumentSettings): void {
	connection.onRequest(
		recogniseRequest,
		async ({ uri, languageId, text }: RecogniseParams): Promise<RecogniseResult> => {
			const linked = await workspace.linkOf(uri);
			const kind = recognise({ path: fileName(uri), languageId, text });
			if (linked?.role === 'config') return known('config', 'listed');
			if (kind === undefined) return { kind: undefined, languageId: undefined, reason: undefined };
			return known(kind, linked || recognise({ path: fileName(uri), text: '' }) === kind ? 'listed' : 'content');
		},
	);

	connection.onRequest(
		newFileRequest,
		({ of }: NewFileParams): NewFileResult => ({
			templates: of === 'config' ? configTemplates() : unattendTemplates(),
		}),
	);

	connection.onRequest(ourFilesRequest, async (): Promise<OurFilesResult> => ({ uris: await workspace.ourFiles() }));

	connection.onRequest(uploadPlanRequest, async ({ uri }: UploadPlanParams): Promise<UploadPlanResult> => {
		const { rules } = await settings.of(uri);
		// The watcher may lag behind the disk; what goes to an appliance is read anew.
		workspace.forget();
		return planUpload(workspace, uri, { severities: rules });
	});

	connection.onRequest(linkCandidatesRequest, async ({ uri }: UploadPlanParams): Promise<LinkCandidatesResult> => {
		const document = await workspace.document(uri);
		return { candidates: document ? await workspace.candidatesOf(document) : [] };
	});

	connection.onRequest(
		applianceReportRequest,
		async ({ uri, faults, countedIn }: ApplianceReportParams): Promise<ApplianceReportResult> => {
			const document = await workspace.document(uri);
			if (!document) return { diagnostics: [], macros: [] };
			const { rules } = await settings.of(uri);
			return {
				diagnostics: faultDiagnostics(document, { faults, countedIn }, rules),
				macros: listMacros(declaredMacros(document)).map(({ name }) => name),
			};
		},
	);

	connection.onRequest(
		linkEditRequest,
		({ unattend, config, os, osrelease }: LinkEditParams): Promise<LinkEditResult> =>
			workspace.linkEdit({ unattend: canonicalUri(unattend), config: canonicalUri(config), os, osrelease }),
	);
}
