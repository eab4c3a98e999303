import { type QuickPickItem, Range, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import {
	type MakePairParams,
	type MakePairResult,
	makePairRequest,
	type PairProposalParams,
	type PairProposalResult,
	type ProposedPairSetting,
	pairProposalRequest,
} from '../../server/lsp/pairProtocol';
import { sentences } from '../../server/texts/inARow';
import { t } from '../../server/texts/texts';
import type { LanguageServer } from '../languageServer';
import { writeWhole } from '../upload/linkCommand';

type Made = Exclude<MakePairResult, { readonly refusal: string }>;

interface SettingItem extends QuickPickItem {
	readonly setting: ProposedPairSetting;
}

/** Asks which texts of an unattend file become settings, and makes the new file, the macros and the link. */
export async function turnIntoPair(server: LanguageServer, unattend: Uri): Promise<void> {
	// Once it is open, the language server sees what is typed, saved or not.
	const document = await workspace.openTextDocument(unattend);
	const params: PairProposalParams = { uri: unattend.toString() };
	const proposal = await server.request<PairProposalResult>(pairProposalRequest, params);
	if ('refusal' in proposal) {
		void window.showInformationMessage(proposal.refusal);
		return;
	}
	const { version } = document;
	const chosen = await chooseSettings(proposal.settings, nameOf(unattend), nameOf(Uri.parse(proposal.config)));
	if (!chosen) return;
	const request: MakePairParams = {
		uri: unattend.toString(),
		version: proposal.version,
		names: chosen.map(({ name }) => name),
	};
	const made = await server.request<MakePairResult>(makePairRequest, request);
	if ('refusal' in made) {
		void window.showWarningMessage(made.refusal);
		return;
	}
	const wasDirty = document.isDirty;
	if (document.version !== version || !(await workspace.applyEdit(editOf(unattend, made))))
		throw new Error(
			t('{unattend} has changed, or {file} cannot be made.', {
				unattend: nameOf(unattend),
				file: nameOf(Uri.parse(made.config.uri)),
			}),
		);
	const config = await workspace.openTextDocument(Uri.parse(made.config.uri));
	await config.save();
	await writeWhole(Uri.parse(made.manifest.uri), made.manifest.text);
	// Text that was not saved before stays the person's to save.
	if (!wasDirty) await document.save();
	await tell(chosen, { unattend, config: config.uri, secretLines: made.secretLines });
}

const nameOf = ({ path }: Uri): string => path.slice(path.lastIndexOf('/') + 1);

function detailOf({ lines, macro, isPerServer }: ProposedPairSetting): string {
	const facts = { lines: lines.map(line => line + 1).join(', '), macro };
	return isPerServer ? t('line {lines} → #{macro}#, for each server', facts) : t('line {lines} → #{macro}#', facts);
}

async function chooseSettings(
	settings: readonly ProposedPairSetting[],
	unattend: string,
	config: string,
): Promise<readonly ProposedPairSetting[] | undefined> {
	const items = settings.map(
		(setting): SettingItem => ({
			label: setting.label,
			description: setting.text ?? t('no default: the operator enters it'),
			detail: detailOf(setting),
			picked: true,
			setting,
		}),
	);
	const picked = await window.showQuickPick(items, {
		canPickMany: true,
		matchOnDescription: true,
		matchOnDetail: true,
		ignoreFocusOut: true,
		title: t('Turn {unattend} into a pair with {config}', { unattend, config }),
		placeHolder: t('Texts that become settings; what is not checked stays as it is'),
	});
	return picked && picked.length > 0 ? picked.map(({ setting }) => setting) : undefined;
}

/** One edit, so that one undo takes all of it back; it fails as a whole where the new file exists by now. */
function editOf(unattend: Uri, { edits, config }: Made): WorkspaceEdit {
	const edit = new WorkspaceEdit();
	edit.createFile(Uri.parse(config.uri), { contents: new TextEncoder().encode(config.text), ignoreIfExists: false });
	for (const { range, newText } of edits)
		edit.replace(
			unattend,
			new Range(range.start.line, range.start.character, range.end.line, range.end.character),
			newText,
		);
	return edit;
}

interface MadePair {
	readonly unattend: Uri;
	readonly config: Uri;
	readonly secretLines: readonly number[];
}

async function tell(
	chosen: readonly ProposedPairSetting[],
	{ unattend, config, secretLines }: MadePair,
): Promise<void> {
	const secrets = chosen.filter(({ isSecret }) => isSecret).map(({ label }) => label);
	const lost = secrets.length === 0 ? '' : t('Keep this elsewhere: {secrets}.', { secrets: secrets.join(', ') });
	const lines = secretLines.map(line => line + 1).join(', ');
	const left =
		lines === ''
			? ''
			: t('{unattend} still has such a text in these lines, take it out: {lines}.', {
					unattend: nameOf(unattend),
					lines,
				});
	const done = t('{unattend} and {config} are a pair now.', { unattend: nameOf(unattend), config: nameOf(config) });
	const text = sentences(done, lost, left);
	const open = t('Open settings');
	const show = secrets.length === 0 ? window.showInformationMessage : window.showWarningMessage;
	if ((await show(text, open)) === open) await window.showTextDocument(config);
}
