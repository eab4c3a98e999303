import type { Connection } from 'vscode-languageserver';
import { declaredMacros } from '../language/config/customMacros';
import { faultDiagnostics } from '../language/config/reportedFaults';
import type { Kind } from '../language/language';
import { languageIdOf } from '../language/languageService';
import { listMacros } from '../language/macros/macroLookup';
import { configTemplates } from '../language/newFiles/configTemplates';
import { unattendTemplates } from '../language/newFiles/unattendTemplates';
import { recognise } from '../language/recognise';
import { filesToUpload } from '../workspace/filesToUpload';
import { canonicalUri, fileName } from '../workspace/fileUri';
import { linkEdit } from '../workspace/linkEdit';
import type { Workspace } from '../workspace/workspace';
import type { Find } from './ask';
import { asRefusal } from './asRefusal';
import { checkAnswers, shownForm } from './deployDialog';
import { drawMap, readMap } from './deploymentMap';
import type { DocumentSettings } from './documentSettings';
import { fileStatus } from './fileStatus';
import { finishedFile } from './finishedFile';
import {
	type DeploymentMapParams,
	type DeploymentPictureParams,
	deploymentMapRequest,
	deploymentPictureRequest,
} from './folderProtocol';
import {
	type MakePairParams,
	type MakePairResult,
	makePairRequest,
	type PairProposalParams,
	type PairProposalResult,
	pairProposalRequest,
} from './pairProtocol';
import { madePair, pairProposal } from './pairRequests';
import {
	type ApplianceReportParams,
	type ApplianceReportResult,
	applianceReportRequest,
	type CheckAnswersParams,
	checkAnswersRequest,
	type DeployFormParams,
	deployFormRequest,
	type FilesToUploadParams,
	type FilesToUploadResult,
	type FinishedFileParams,
	filesToUploadRequest,
	finishedFileRequest,
	type LinkCandidatesResult,
	type LinkEditParams,
	type LinkEditResult,
	linkCandidatesRequest,
	linkEditRequest,
	type NewFileParams,
	type NewFileResult,
	newFileRequest,
	type RecogniseParams,
	type RecogniseResult,
	recogniseRequest,
} from './protocol';
import { type FileStatusParams, fileStatusRequest } from './statusProtocol';

const known = (kind: Kind, reason: RecogniseResult['reason']): RecogniseResult => ({
	kind,
	languageId: languageIdOf(kind),
	reason,
});

export interface RequestParts {
	readonly find: Find;
	readonly workspace: Workspace;
	readonly settings: DocumentSettings;
	/** URIs of the folders that are worked on. */
	readonly roots: () => readonly string[];
}

/** The requests beyond LSP; see `protocol.ts`. */
export function registerRequests(connection: Connection, { find, workspace, settings, roots }: RequestParts): void {
	connection.onRequest(finishedFileRequest, (params: FinishedFileParams) => finishedFile(find, workspace, params));

	connection.onRequest(fileStatusRequest, (params: FileStatusParams) => fileStatus(find, params));

	// The watcher may lag behind the disk; what decides whether something is replaced is read anew.
	connection.onRequest<PairProposalResult, void>(pairProposalRequest, (params: PairProposalParams) => {
		workspace.forget();
		return pairProposal(workspace, settings, params);
	});
	connection.onRequest<MakePairResult, void>(makePairRequest, (params: MakePairParams) => {
		workspace.forget();
		return madePair(workspace, settings, params);
	});

	connection.onRequest(deployFormRequest, ({ uri }: DeployFormParams) => shownForm(workspace, uri));
	connection.onRequest(checkAnswersRequest, (params: CheckAnswersParams) => checkAnswers(workspace, params));

	connection.onRequest(deploymentMapRequest, (params: DeploymentMapParams) => readMap(workspace, roots(), params));
	connection.onRequest(deploymentPictureRequest, (params: DeploymentPictureParams) =>
		drawMap(workspace, roots(), params),
	);

	connection.onRequest(
		recogniseRequest,
		async ({ uri, languageId, text }: RecogniseParams): Promise<RecogniseResult> => {
			const linked = await workspace.linkOf(uri);
			// By its text also where a server has stopped: only a file of ours is opened, and gets its report.
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

	connection.onRequest(filesToUploadRequest, async ({ uri }: FilesToUploadParams): Promise<FilesToUploadResult> => {
		const { rules } = await settings.of(uri);
		// The watcher may lag behind the disk; what goes to an appliance is read anew.
		workspace.forget();
		return filesToUpload(workspace, uri, { severities: rules });
	});

	connection.onRequest(linkCandidatesRequest, async ({ uri }: FilesToUploadParams): Promise<LinkCandidatesResult> => {
		const document = await workspace.document(uri);
		return { candidates: document ? await workspace.candidatesOf(document, 'all') : [] };
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
		async ({ unattend, config, os, osrelease }: LinkEditParams): Promise<LinkEditResult> => {
			try {
				return await linkEdit(workspace, {
					unattend: canonicalUri(unattend),
					config: canonicalUri(config),
					os,
					osrelease,
				});
			} catch (error) {
				throw asRefusal(error);
			}
		},
	);
}
