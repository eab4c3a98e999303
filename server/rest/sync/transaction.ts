import { inARow } from '../../texts/inARow';
import { t } from '../../texts/texts';
import { UploadError } from '../uploadError';
import { throwIfCancelled, XClarityError } from '../xclarityError';
import { carriedOf } from './certainText';
import { hiddenUsersOf, staysLinked, usersOf } from './configUsers';
import { confirm, type SyncedFile } from './confirm';
import { type ChangedLink, linkFiles, type Wanted } from './linkFiles';
import { findStored } from './listing';
import type { PlannedUpload } from './planSync';
import { type SentFile, sendFile } from './sendFile';
import type { SyncWork } from './syncWork';
import { undo } from './undo';
import { digestOf, shownName, textOf } from './uploadFile';
import { markIn } from './uploadMark';

/** What is done or undone as a whole: one file, or a configuration file and one unattend file. */
export interface Unit {
	readonly config?: PlannedUpload | undefined;
	readonly unattend?: PlannedUpload | undefined;
	/** The configuration file of the unattend file, when an earlier unit has seen to it. */
	readonly configId?: string | undefined;
	/** Ids that will be removed in the end: nothing may stay linked with them. */
	readonly leaving: ReadonlySet<string>;
	/** Units of one group change the same configuration file: its changes come one after the other. */
	readonly group: string;
	/** True when the upload has more than this. */
	readonly isPart: boolean;
}

const isSent = ({ status }: PlannedUpload): boolean => status === 'new' || status === 'replaces';

/**
 * The promise of an upload, from top to bottom:
 *
 * 1. Each file is imported under a mark that was written down before, and found again by evidence, not by its name.
 *    A file that is replaced is looked at just before: the import itself may take its place.
 * 2. One last change gives each its description, without the mark, and its link; before it comes a fresh look.
 * 3. The list is read back: all is there, linked both ways, and is what was sent. Then it is written down.
 * 4. If any of this fails, or is cancelled, what is proven to be ours is taken back, and the rest is named.
 *
 * What is replaced is removed afterwards (`removeObsolete`), when everything that takes its place was seen.
 * @throws {UploadError} which says what is left on the appliance.
 */
export async function transact(work: SyncWork, unit: Unit): Promise<readonly SyncedFile[]> {
	const planned = [unit.config, unit.unattend].filter(file => file !== undefined);
	const changed: ChangedLink[] = [];
	const sent = new Map<PlannedUpload, SentFile>();
	const send = async (upload: PlannedUpload, partnerId: string | undefined): Promise<string | undefined> => {
		if (!isSent(upload)) return upload.id;
		if (upload.status === 'replaces' && upload.id !== undefined)
			work.seen.demandUnchanged(await work.lister.fresh(), upload.id);
		const replaced = upload.status === 'replaces' ? upload.id : undefined;
		const file = await sendFile(work, upload.file, { partnerId, replaced });
		sent.set(upload, file);
		return file.id;
	};
	try {
		const configId = unit.config ? await send(unit.config, unit.config.file.partnerId) : unit.configId;
		const partnerId = configId ?? unit.unattend?.file.partnerId;
		const unattendId = unit.unattend && (await send(unit.unattend, partnerId));
		const staying = planned.filter(upload => !sent.has(upload) && upload.conflict === undefined);
		await Promise.all(staying.map(({ file }) => work.store.keepBytes(digestOf(file.bytes), file.bytes)));
		throwIfCancelled(work.signal, t('The upload'));
		work.report(stepOf(planned), planned[0]?.file.key ?? '', 1);
		// The look that has found the last file is of this moment, unless there is a wait.
		const last = planned.every(upload => sent.has(upload)) ? work.lister.latest : undefined;
		const images = await work.inTurn(unit.group, hasWaited => {
			const wanted = wantedOf(work, unit, { configId, unattendId, sent });
			return linkFiles(work, wanted, { leaving: unit.leaving, changed, look: hasWaited ? undefined : last });
		});
		return planned.map(upload => {
			const [id, other] = upload === unit.config ? [configId, unattendId] : [unattendId, configId];
			// It names the one that it named before.
			if (upload === unit.config && staysLinked(work, upload))
				return confirm(work, upload, { id, images, sent: undefined });
			return confirm(work, upload, { id, images, sent: sent.get(upload), partnerId: other ?? upload.file.partnerId });
		});
	} catch (error) {
		work.report(t('Taking back what was sent'), '', 0);
		const remainder = await undo(work, { uploads: planned.filter(isSent), changed, error });
		if (!(error instanceof XClarityError)) throw error;
		throw new UploadError(
			error,
			{ ...remainder, part: unit.isPart ? inARow(planned.map(({ file }) => shownName(file))) : undefined },
			work.client.host,
		);
	}
}

const stepOf = (planned: readonly PlannedUpload[]): string => {
	const names = planned.map(({ file }) => file.name);
	return names.length > 1
		? t('Linking {names}', { names: inARow(names.toReversed()) })
		: t('Checking {names}', { names: names.join() });
};

interface Ids {
	readonly configId: string | undefined;
	readonly unattendId: string | undefined;
	readonly sent: ReadonlyMap<PlannedUpload, SentFile>;
}

function wantedOf(work: SyncWork, { config, unattend, leaving }: Unit, { configId, unattendId, sent }: Ids): Wanted[] {
	const own = (upload: PlannedUpload, id: string, partnerId: string | undefined): Wanted => {
		const { imageType, bytes, description = '' } = upload.file;
		const entry = findStored(work.lister.latest, id);
		// A file that was kept although somebody has changed it must not get our content.
		if (entry && upload.conflict !== undefined && !sent.has(upload))
			return { imageType, id, partnerId, ...carriedOf(work.store, entry) };
		// A file that an interrupted run left in flight has its mark still.
		const record = work.store.get(upload.file.key);
		const mark = record?.pending?.mark ?? record?.stored?.mark ?? markIn(entry?.description);
		return {
			imageType,
			id,
			partnerId,
			mark,
			content: textOf(bytes),
			description,
			named: sent.get(upload)?.named,
		};
	};
	const wanted: Wanted[] = [];
	if (config && configId !== undefined && !staysLinked(work, config)) {
		const partnerId = unattendId ?? config.file.partnerId;
		wanted.push({ ...own(config, configId, partnerId), orAnyUser: config.file.partnerId === undefined });
		if (config.status === 'replaces') wanted.push(...usersOf(work, config.id, { configId, leaving }));
		else wanted.push(...hiddenUsersOf(work, configId, { leaving, but: unattendId }));
	}
	if (unattend && unattendId !== undefined) {
		wanted.push(own(unattend, unattendId, configId ?? unattend.file.partnerId));
	}
	return wanted;
}
