import { either, inARow } from '../../texts/inARow';
import { t } from '../../texts/texts';
import type { OsImages, StoredFile } from '../osImages';
import { XClarityError } from '../xclarityError';
import type { SyncedFile } from './confirm';
import { lostLinks } from './foreignLinks';
import { entryOf, namedFiles } from './listing';
import { type PlannedUpload, partnersOf, type SyncPlan } from './planSync';
import { isShownSame, shownOf } from './shownFacts';
import type { Sightings } from './sightings';
import { type SyncWork, steadily } from './syncWork';
import { type RecordStore, recordOfStored } from './uploadRecord';

/**
 * Looks once more when all is done: what came later may have undone what came earlier, and so may other people. Gives a
 * sentence for each thing that is not as it was left.
 */
export async function lastLook(
	work: SyncWork,
	plan: SyncPlan,
	{ files, before }: { readonly files: readonly SyncedFile[]; readonly before: OsImages },
): Promise<readonly string[]> {
	const { host } = work.client;
	if (!files.some(({ status }) => status !== 'unchanged')) return [];
	const images = await look(work);
	if (!images)
		return [
			t('{host} could not be looked at once more, so it is not known whether all is still as it was left.', { host }),
		];
	const uploads = new Map(plan.files.map(upload => [upload.file.key, upload]));
	const said = files.flatMap(file => {
		const upload = uploads.get(file.key);
		const entry = entryOf(images, file.imageType, file.id);
		if (!upload) return [];
		if (!entry) return [t('{host} no longer lists {file} ({id}).', { host, file: file.file, id: file.id })];
		return [
			...changeConflicts(work, entry, file),
			...linkConflicts(entry, { file, upload, images, files, plan }),
			...rivalConflicts(work, { file, upload, images }),
		];
	});
	const partnerIds = files.flatMap(({ key, status }) =>
		status === 'unchanged' ? [] : (uploads.get(key)?.file.partnerId ?? []),
	);
	const lost = lostLinks({ before, after: images, host }, new Set(partnerIds), work.claimed);
	return [...said, ...lost, ...doubtConflicts(work.seen, work.store, host)];
}

/**
 * A sentence for each file whose version tells of more changes than ours. What was recorded of it is put back to what was
 * seen before: it stays a conflict until a person has decided.
 */
export function doubtConflicts(
	seen: Pick<Sightings, 'doubts'>,
	store: Pick<RecordStore, 'about' | 'put'>,
	host: string,
): string[] {
	return seen.doubts().map(({ id, before, versions: [from, to], changes }) => {
		const record = recordOfStored(store, id);
		const { stored } = record ?? {};
		if (record && stored) store.put({ ...record, stored: { ...stored, shown: { ...stored.shown, ...before } } });
		const facts = { id, host, from, to };
		return changes === 1
			? t(
					'Somebody has changed {id} on {host} at the same time: its version went from {from} to {to}, and one change of it came from here. Look whether it is what you want.',
					facts,
				)
			: t(
					'Somebody has changed {id} on {host} at the same time: its version went from {from} to {to}, and {changes} changes of it came from here. Look whether it is what you want.',
					{ ...facts, changes },
				);
	});
}

async function look(work: SyncWork): Promise<OsImages | undefined> {
	try {
		return await steadily(work).lister.fresh();
	} catch (error) {
		if (error instanceof XClarityError) return undefined;
		throw error;
	}
}

interface Looked {
	readonly file: SyncedFile;
	readonly upload: PlannedUpload;
	readonly images: OsImages;
}

function changeConflicts({ store, client }: SyncWork, entry: StoredFile, { file, key }: SyncedFile): string[] {
	const stored = store.get(key)?.stored;
	if (!stored || stored.id !== entry.id || isShownSame(stored.shown, shownOf(entry))) return [];
	const facts = { file, id: entry.id, host: client.host };
	return [t('{file} ({id}) was uploaded, but somebody has changed it on {host} since.', facts)];
}

function linkConflicts(
	entry: StoredFile,
	{ file, upload, images, files, plan }: Looked & { readonly files: readonly SyncedFile[]; readonly plan: SyncPlan },
): string[] {
	const keys = partnersOf(upload, plan.files).map(partner => partner.file.key);
	const partners = [
		...files.filter(({ key }) => keys.includes(key)).map(({ id }) => id),
		...(upload.file.partnerId === undefined ? [] : [upload.file.partnerId]),
	];
	const { partners: shown } = entry;
	if (partners.length === 0 || !entry.showsAssociation || shown.some(id => partners.includes(id))) return [];
	const isNamedBack = shown.some(id => entryOf(images, 'UNATTEND', id)?.partners.includes(file.id));
	if (file.imageType === 'CONFIG' && isNamedBack) return [];
	const facts = { file: file.file, id: file.id, shown: inARow(shown), wanted: either(partners) };
	return [
		shown.length === 0
			? t(
					'{file} ({id}) is linked with nothing now, instead of {wanted}: somebody has changed it, or the appliance keeps one partner for each file.',
					facts,
				)
			: t(
					'{file} ({id}) is linked with {shown} now, instead of {wanted}: somebody has changed it, or the appliance keeps one partner for each file.',
					facts,
				),
	];
}

function rivalConflicts({ client, claimed }: SyncWork, { file, upload, images }: Looked): string[] {
	const expected = [...upload.others, ...upload.obsolete, upload.id, file.id];
	const rivals = namedFiles(images, file.imageType, upload.file.name)
		.map(({ id }) => id)
		.filter(id => !expected.includes(id) && !claimed.has(id));
	if (rivals.length === 0) return [];
	return [
		t(
			'{file} is on {host} as {id}; meanwhile somebody else has put there, under the same name: {rivals}. Decide which is to stay; xclarity delete ID removes the others.',
			{ file: file.file, host: client.host, id: file.id, rivals },
		),
	];
}
