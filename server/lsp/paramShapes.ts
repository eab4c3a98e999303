import {
	deploymentMapRequest,
	deploymentPictureRequest,
	manifestFilesRequest,
	namedServerRequest,
} from './folderProtocol';
import { makePairRequest, pairProposalRequest } from './pairProtocol';
import {
	applianceReportRequest,
	checkAnswersRequest,
	deployFormRequest,
	filesToUploadRequest,
	finishedFileRequest,
	linkCandidatesRequest,
	linkEditRequest,
	newFileRequest,
	recogniseRequest,
	repairRequest,
} from './protocol';
import { isRecord } from './settings';
import { fileStatusRequest } from './statusProtocol';

type IsRight = (value: unknown) => boolean;
type Shape = Readonly<Record<string, IsRight>>;

/**
 * The parameter without which a request cannot be answered, and that is missing or of the wrong type: `params` for all of
 * them. `undefined` where there is none, as for a request of which nothing is known.
 */
export function unreadParam(method: string, params: unknown): string | undefined {
	const shape = shapes[method] ?? (method.startsWith('textDocument/') ? inDocument : undefined);
	if (shape === undefined) return undefined;
	const isNamed = isRecord(params) && !Array.isArray(params);
	return isNamed ? Object.keys(shape).find(name => shape[name]?.(params[name]) === false) : 'params';
}

const orNothing =
	(isRight: IsRight): IsRight =>
	value =>
		value === undefined || value === null || isRight(value);
const listOf =
	(isRight: IsRight): IsRight =>
	value =>
		Array.isArray(value) && value.every(isRight);
const having =
	(shape: Shape): IsRight =>
	value =>
		isRecord(value) && Object.entries(shape).every(([name, isRight]) => isRight(value[name]));

const isText: IsRight = value => typeof value === 'string';
const isNumber: IsRight = value => typeof value === 'number';
const isPosition = having({ line: isNumber, character: isNumber });
const isRange = having({ start: isPosition, end: isPosition });
const hasUri = having({ uri: isText });

const ofFile: Shape = { uri: isText };
const inDocument: Shape = { textDocument: hasUri };
const atPosition: Shape = { ...inDocument, position: isPosition };
const map: Shape = { uploads: orNothing(listOf(hasUri)) };

const shapes: Readonly<Record<string, Shape>> = {
	// What a server cannot start without, or would fail of later.
	initialize: {
		capabilities: isRecord,
		workspaceFolders: orNothing(listOf(hasUri)),
		rootUri: orNothing(isText),
		rootPath: orNothing(isText),
		locale: orNothing(isText),
	},
	'textDocument/completion': atPosition,
	'textDocument/hover': atPosition,
	'textDocument/definition': atPosition,
	'textDocument/references': atPosition,
	'textDocument/prepareRename': atPosition,
	'textDocument/rename': { ...atPosition, newName: isText },
	'textDocument/codeAction': { ...inDocument, range: isRange, context: having({ diagnostics: listOf(isRecord) }) },
	'textDocument/selectionRange': { ...inDocument, positions: listOf(isPosition) },
	'textDocument/inlayHint': { ...inDocument, range: isRange },
	'workspace/symbol': { query: isText },
	'workspace/executeCommand': { command: isText, arguments: orNothing(Array.isArray) },
	'workspace/diagnostic': { previousResultIds: listOf(hasUri) },
	'workspace/willRenameFiles': { files: listOf(having({ oldUri: isText, newUri: isText })) },
	[applianceReportRequest]: { ...ofFile, faults: listOf(having({ text: isText })), countedIn: isText },
	[checkAnswersRequest]: {
		...ofFile,
		answers: having({ common: isRecord, predefined: isRecord, servers: listOf(isRecord) }),
	},
	[deployFormRequest]: ofFile,
	[deploymentMapRequest]: map,
	[deploymentPictureRequest]: map,
	[fileStatusRequest]: ofFile,
	[filesToUploadRequest]: ofFile,
	[finishedFileRequest]: {
		...ofFile,
		values: orNothing(isText),
		server: orNothing(isNumber),
		appliance: orNothing(isRecord),
	},
	[linkCandidatesRequest]: ofFile,
	[linkEditRequest]: { unattend: isText, config: isText, os: orNothing(isText), osrelease: orNothing(isText) },
	[makePairRequest]: { ...ofFile, names: listOf(isText) },
	[manifestFilesRequest]: ofFile,
	[namedServerRequest]: ofFile,
	[newFileRequest]: {},
	[pairProposalRequest]: ofFile,
	[recogniseRequest]: { ...ofFile, languageId: isText, text: isText },
	[repairRequest]: ofFile,
};
