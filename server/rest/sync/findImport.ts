import { sentences } from '../../texts/inARow';
import { t } from '../../texts/texts';
import type { StoredFile } from '../osImages';
import { pause } from '../pause';
import { isSilentAbout, noListError } from '../silentLists';
import { XClarityError } from '../xclarityError';
import { identify, newcomers, type Verdict } from './identify';
import { isNamed } from './listing';
import { theOnlyOne } from './settleImport';
import { isShownSame, type Shown, shownOf } from './shownFacts';
import type { SyncWork } from './syncWork';
import { shownName, type UploadFile } from './uploadFile';
import type { PendingImport } from './uploadRecord';

export interface Search {
	readonly pending: PendingImport;
	/** Answers to our own requests, and our job. */
	readonly said: readonly unknown[];
	/** Writes down what the looks have shown. */
	noted(more: Pick<PendingImport, 'sighted' | 'isConfirmed'>): void;
	markedId(): string | undefined;
}

/**
 * Looks for the file until it is proven to be ours, or all looks are over.
 * @returns its id.
 * @throws {XClarityError} `conflict` when that cannot be decided; `unexpected` when the appliance does not list it.
 */
export async function findImport(
	work: SyncWork,
	file: UploadFile,
	{ pending, said, noted, markedId }: Search,
): Promise<string> {
	const host = work.client.host;
	const evidence = { said, claimed: work.claimed };
	const sighted = new Map<string, Shown>();
	const look = async (): Promise<Verdict> => {
		const verdict = identify(await work.lister.fresh(), { ...pending, markedId: markedId() }, evidence);
		const candidates = verdict.kind === 'undecided' ? verdict.candidates : [];
		const fresh = candidates.filter(({ id }) => !sighted.has(id));
		for (const entry of fresh) sighted.set(entry.id, shownOf(entry));
		if (fresh.length > 0) noted({ sighted: [...sighted.keys()] });
		return verdict;
	};
	let last = await look();
	for (const interval of work.timeouts.listIntervals) {
		if (last.kind === 'ours') return last.file.id;
		await pause(interval, t('The upload of {file}', { file: shownName(file) }), work.signal);
		last = await look();
	}
	const decided = theOnlyOne(last);
	if (decided.kind === 'ours') {
		// Looks for other files have shown more than ours.
		const met = work.lister.met(file.imageType).filter(other => isNamed(other, file.name));
		const fresh = met.filter(({ id }) => !pending.known.includes(id) && !work.claimed.has(id));
		for (const entry of fresh) if (!sighted.has(entry.id)) sighted.set(entry.id, shownOf(entry));
		const doubt = doubtOf(decided.file, sighted, host);
		if (doubt === undefined) return decided.file.id;
		// That it is alone does not prove it ours any more.
		noted({ isConfirmed: false });
		throw new XClarityError(doubt, { kind: 'conflict' });
	}
	const others = newcomers(work.lister.latest, pending, work.claimed).map(({ id }) => id);
	const facts = { host, file: shownName(file) };
	if (decided.kind === 'undecided') {
		throw new XClarityError(
			t('{host} has several files that may be {file}, and nothing tells which one is ours: {others}.', {
				...facts,
				others,
			}),
			{ kind: 'conflict' },
		);
	}
	if (isSilentAbout(work.lister.latest, file.imageType)) throw noListError({ ...file, name: shownName(file) }, host);
	const beside = others.length === 0 ? '' : t('New there of that name, but not ours: {others}.', { others });
	throw new XClarityError(sentences(t('{host} took {file}, but does not list it.', facts), beside), {
		kind: others.length === 0 ? 'unexpected' : 'conflict',
	});
}

/**
 * Only that it is alone speaks for this file: it must have been so from the first look on.
 * @returns what speaks against it: another one was there before, or this one has changed since.
 */
function doubtOf(file: StoredFile, sighted: ReadonlyMap<string, Shown>, host: string): string | undefined {
	const gone = [...sighted.keys()].filter(id => id !== file.id).join(', ');
	if (gone !== '') {
		return t('{host} has shown {gone} after the import of {name}, and now {id}: nothing tells which one is ours.', {
			host,
			gone,
			name: file.name,
			id: file.id,
		});
	}
	const first = sighted.get(file.id);
	if (!first || isShownSame(first, shownOf(file))) return undefined;
	return t('Somebody has changed {id} ({name}) on {host} since it was imported.', {
		id: file.id,
		name: file.name,
		host,
	});
}
