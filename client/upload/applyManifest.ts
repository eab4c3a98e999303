import path from 'node:path';
import { Uri, window, workspace } from 'vscode';
import { type ManifestFilesResult, manifestFilesRequest } from '../../server/lsp/folderProtocol';
import { t } from '../../server/texts/texts';
import { type UploadAnswers, uploadFiles } from './uploadCommand';
import type { UploadParts } from './uploadParts';

export const manifestName = 'xclarity.json';

const isManifest = (file: Uri | undefined): file is Uri =>
	file !== undefined && path.posix.basename(file.path) === manifestName;

/** The given manifest, or else the only one, or the one that the person picks. */
async function chooseManifest(file: Uri | undefined): Promise<Uri | undefined> {
	if (isManifest(file)) return file;
	const found = await workspace.findFiles(`**/${manifestName}`, '**/node_modules/**');
	if (found.length < 2) return found[0];
	const items = found
		.map(uri => ({ label: workspace.asRelativePath(uri), uri }))
		.sort((a, b) => (a.label < b.label ? -1 : 1));
	return (await window.showQuickPick(items, { title: t('Apply which manifest?') }))?.uri;
}

/**
 * Uploads every unattend file that a manifest names, with the linked configuration files: one plan, one upload.
 * @throws {XClarityError}
 */
export async function applyManifest(parts: UploadParts, given: Uri | undefined, answers: UploadAnswers) {
	const manifest = await chooseManifest(given);
	if (manifest === undefined) {
		if (!isManifest(given)) void window.showWarningMessage(t('There is no xclarity.json in this workspace.'));
		return undefined;
	}
	const { uris, isUnreadable, unseen } = await parts.languageServer.request<ManifestFilesResult>(manifestFilesRequest, {
		uri: manifest.toString(),
	});
	const name = { manifest: workspace.asRelativePath(manifest) };
	if (unseen !== undefined) {
		const folder = workspace.asRelativePath(Uri.parse(unseen));
		void window.showWarningMessage(
			t('{folder} could not be looked through, so nobody can tell which files the patterns of {manifest} name.', {
				...name,
				folder,
			}),
		);
		return undefined;
	}
	if (uris.length > 0) return uploadFiles(parts, { files: uris.map(uri => Uri.parse(uri)), only: false, answers });
	void window.showWarningMessage(
		isUnreadable
			? t('{manifest} is not JSON, so nobody can tell which files it names. Correct it first.', name)
			: t('{manifest} names no unattend file that exists.', name),
	);
	return undefined;
}
