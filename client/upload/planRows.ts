import type { PlannedUpload, SyncPlan } from '../../server/rest/sync/planSync';
import type { RecordedFile } from '../../server/rest/sync/uploadRecord';
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

function conflictText({ conflict, users = [] }: PlannedUpload): string {
	if (conflict === 'in-use')
		return `is used on the server by ${users.map(shownName).join(', ')}, which was not uploaded from here`;
	if (conflict === 'changed') return 'was changed on the server since it was last uploaded from here';
	if (conflict === 'superseded') return 'was replaced on the server by another file with the same name';
	if (conflict === 'undecided') return 'may already be on the server, from an interrupted upload or from somebody else';
	return 'is already on the server, and was not uploaded from here';
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
	if (wasDeleted(upload, records)) return 'created again';
	if (status === 'new') return 'new on the server';
	if (status === 'replaces') return `replaces ${shownName(id)}`;
	if (status === 'unchanged') return 'unchanged, skipped';
	if (status === 're-link') return 'unchanged, linked again';
	if (upload.conflict === 'undecided') return 'may already be on the server';
	if (upload.conflict === 'unknown') return 'already on the server, not uploaded from here';
	if (upload.conflict === 'in-use') return 'used on the server by another unattend file';
	return 'changed on the server in the meantime';
}

const nameOf = ({ file }: PlannedUpload): string => documentName(file.name);

const linkText = (upload: PlannedUpload, { files }: SyncPlan): string => {
	const partner = files.find(({ file }) => file.key === upload.file.partner);
	return partner === undefined ? '' : `, linked with ${nameOf(partner)}`;
};

function surprise(upload: PlannedUpload, records: Records): string {
	const others = upload.others.map(shownName).join(', ');
	return [
		...(wasDeleted(upload, records) ? ['It was deleted on the server since it was last uploaded from here.'] : []),
		...(others === '' ? [] : [`There is also ${others}, which was not uploaded from here and stays.`]),
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
			description: statusText(upload, status, records) + linkText(upload, plan),
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
		...(unsaved.length === 0 ? [] : [`Saves ${unsaved.join(' and ')} first.`]),
		isReplaced ? 'Choose a replaced file to compare it.' : 'Nothing on the server is replaced.',
	].join(' ');
}

/** The sentence above the answers to a conflict. */
export function conflictQuestion({ files }: SyncPlan, serverName: string): string {
	const sentences = files
		.filter(({ status }) => status === 'conflict')
		.map(upload => `${nameOf(upload)} ${conflictText(upload).replaceAll('the server', serverName)}.`);
	return sentences.join(' ');
}

/** The same text for the same plan: a yes to one plan is no yes to another. */
export const planSignature = ({ files }: SyncPlan): string =>
	JSON.stringify(files.map(({ file, status, id, conflict }) => [file.key, status, id, conflict]));

/**
 * Why an upload that nobody has asked for must not be made; '' when all that it replaces is ours, and as we left it.
 */
export function refusalOf(plan: SyncPlan, serverName: string): string {
	const added = plan.files.find(({ status }) => status === 'new');
	const conflict = conflictQuestion(plan, serverName);
	if (conflict !== '' || added === undefined) return conflict;
	return t('{file} is not on {server}.', { file: nameOf(added), server: serverName });
}
