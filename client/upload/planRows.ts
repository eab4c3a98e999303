import type { PlannedUpload, SyncPlan } from '../../server/rest/sync/planSync';
import type { RecordedFile } from '../../server/rest/sync/uploadRecord';
import { inARow } from '../../server/texts/inARow';
import { t } from '../../server/texts/texts';
import { documentName, shownName } from '../view/shownName';

/** What is remembered of local files, by their key. */
export type Records = ReadonlyMap<string, Pick<RecordedFile, 'stored'>>;

/** One file of a plan as a row. */
export interface PlanRow {
	readonly key: string;
	/** A name of the editor's icons. */
	readonly icon: string;
	readonly label: string;
	readonly description: string;
	/** What a person would not expect; '' for nothing. */
	readonly detail: string;
	/** The file on the server that would go or stay. */
	readonly id: string | undefined;
}

const icons: Readonly<Record<PlannedUpload['status'], string>> = {
	new: 'add',
	replaces: 'arrow-swap',
	unchanged: 'check',
	're-link': 'link',
	conflict: 'warning',
};

/** Why a file is in conflict, as a sentence. */
function conflictSentence(upload: PlannedUpload, server: string): string {
	const { conflict, users = [] } = upload;
	const facts = { file: nameOf(upload), server };
	if (conflict === 'in-use')
		return t('{file} is used on {server} by {users}, which was not uploaded from here.', {
			...facts,
			users: users.map(shownName),
		});
	if (conflict === 'changed') return t('{file} was changed on {server} since it was last uploaded from here.', facts);
	if (conflict === 'superseded') return t('{file} was replaced on {server} by another file with the same name.', facts);
	if (conflict === 'undecided')
		return t('{file} may already be on {server}, from an interrupted upload or from somebody else.', facts);
	if (upload.isMarked)
		return t(
			'{file} is already on {server}, and carries the mark of an upload that was interrupted. Nothing here remembers that upload.',
			facts,
		);
	return t('{file} is already on {server}, and was not uploaded from here.', facts);
}

/**
 * The status as a person sees it: where only the partner is replaced, the link follows it and the file itself stays
 * as it is.
 */
function shownStatus({ status, file }: PlannedUpload, { files }: SyncPlan): PlannedUpload['status'] {
	if (status !== 're-link') return status;
	const partners = files.filter(({ file: other }) => other.key === file.partner || other.partner === file.key);
	return partners.some(partner => partner.status === 'replaces') ? 'unchanged' : status;
}

/** A file of ours that is there no longer, although nobody removed it from here. */
const wasDeleted = ({ status, file }: PlannedUpload, records: Records): boolean =>
	status === 'new' && records.get(file.key)?.stored !== undefined;

function statusText(upload: PlannedUpload, status: PlannedUpload['status'], records: Records): string {
	const { id = '' } = upload;
	if (wasDeleted(upload, records)) return t('created again');
	if (status === 'new') return t('new on the server');
	if (status === 'replaces') return t('replaces {id}', { id: shownName(id) });
	if (status === 'unchanged') return t('unchanged, skipped');
	if (status === 're-link') return t('unchanged, linked again');
	if (upload.conflict === 'undecided') return t('may already be on the server');
	if (upload.isMarked) return t('already on the server, from an interrupted upload');
	if (upload.conflict === 'unknown') return t('already on the server, not uploaded from here');
	if (upload.conflict === 'in-use') return t('used on the server by another unattend file');
	return t('changed on the server in the meantime');
}

const nameOf = ({ file }: PlannedUpload): string => documentName(file.name);

/** What happens to a file, and what it is linked with. */
function describe(status: string, upload: PlannedUpload, { files }: SyncPlan): string {
	const partner = files.find(({ file }) => file.key === upload.file.partner);
	return partner === undefined ? status : t('{status}, linked with {partner}', { status, partner: nameOf(partner) });
}

function surprise(upload: PlannedUpload, records: Records): string {
	const others = upload.others.map(shownName).join(', ');
	return [
		...(wasDeleted(upload, records) ? [t('It was deleted on the server since it was last uploaded from here.')] : []),
		...(others === '' ? [] : [t('There is also {others}, which was not uploaded from here and stays.', { others })]),
	].join(' ');
}

/** What an upload is going to do, one row a file. */
export const planRows = (plan: SyncPlan, records: Records): readonly PlanRow[] =>
	plan.files.map(upload => {
		const status = shownStatus(upload, plan);
		return {
			key: upload.file.key,
			icon: icons[status],
			label: nameOf(upload),
			description: describe(statusText(upload, status, records), upload, plan),
			detail: surprise(upload, records),
			id: upload.id,
		};
	});

/** True when something that is on the server would go, is in doubt, or has gone without us: the person is always asked. */
export const needsQuestion = ({ files }: SyncPlan, records: Records): boolean =>
	files.some(upload => upload.status === 'replaces' || upload.status === 'conflict' || wasDeleted(upload, records));

/** True when something would be sent or linked. */
export const hasWork = ({ files }: SyncPlan): boolean => files.some(({ status }) => status !== 'unchanged');

/** The sentences above the answers when nothing is in conflict. `unsaved` are names of files. */
export function planSentences({ files }: SyncPlan, unsaved: readonly string[]): string {
	const isReplaced = files.some(({ status }) => status === 'replaces');
	return [
		...(unsaved.length === 0 ? [] : [t('Saves {unsaved} first.', { unsaved: inARow(unsaved) })]),
		isReplaced ? t('Choose a replaced file to compare it.') : t('Nothing on the server is replaced.'),
	].join(' ');
}

/** The sentence above the answers to a conflict. */
export function conflictQuestion({ files }: SyncPlan, serverName: string): string {
	const sentences = files
		.filter(({ status }) => status === 'conflict')
		.map(upload => conflictSentence(upload, serverName));
	return sentences.join(' ');
}

/** The same text for the same plan: a yes to one plan is no yes to another. */
export const planSignature = ({ files }: SyncPlan): string =>
	JSON.stringify(files.map(({ file, status, id, conflict }) => [file.key, status, id, conflict]));

/** Why an upload that nobody has asked for must not be made; '' when all that it replaces is ours, and as we left it. */
export function refusalOf(plan: SyncPlan, serverName: string): string {
	const added = plan.files.find(({ status }) => status === 'new');
	const conflict = conflictQuestion(plan, serverName);
	if (conflict !== '' || added === undefined) return conflict;
	return t('{file} is not on {server}.', { file: nameOf(added), server: serverName });
}
