import { admit, checkDraft } from './admission';
import type { Appliance } from './appliance';
import { associate } from './association';
import { removeFiles } from './deletion';
import type { ActOutcome, History } from './history';
import { settleJobs } from './jobs';
import { storedBytes } from './lineEnds';
import { Refusal } from './reply';
import { changeStored, findFile, type StoredFile } from './repository';
import { type PlacedRequest, placeCounter } from './requestPlace';
import type { Act, Deed, FileChoice, TheirFile } from './secondPersonScript';

/** The user as whom the second person works: another than those who can log in. */
export const secondPersonName = 'SECONDPERSON';

/** Somebody else who works on the same appliance, following a script. */
export interface SecondPerson {
	/** Replaces the script; counting starts again. */
	set(acts: readonly Act[]): void;
	/** Does what is to be done before this request, and gives what is to be done after it. */
	meet(request: PlacedRequest): () => void;
	/** Does this now. */
	act(act: Act): ActOutcome;
}

export function createSecondPerson(acts: readonly Act[], appliance: Appliance, history: History): SecondPerson {
	const plan = (wanted: readonly Act[]) => wanted.map(act => ({ act, isMet: placeCounter(act.place) }));
	let planned = plan(acts);
	const perform = (act: Act): ActOutcome => {
		const outcome = outcomeOf(act.deed, appliance);
		history.acted(act, outcome);
		return outcome;
	};
	return {
		set: wanted => {
			planned = plan(wanted);
		},
		meet: request => {
			const due = planned.filter(({ isMet }) => isMet(request)).map(({ act }) => act);
			settleJobs(appliance);
			history.settled();
			for (const act of due) if (act.when === 'before') perform(act);
			return () => {
				for (const act of due) if (act.when === 'after') perform(act);
			};
		},
		act: perform,
	};
}

function outcomeOf(deed: Deed, appliance: Appliance): ActOutcome {
	try {
		const ids = perform(deed, appliance);
		appliance.repository.save();
		return ids ? { result: 'done', ids } : { result: 'missed', ids: [] };
	} catch (error) {
		if (error instanceof Refusal) return { result: 'refused', ids: [] };
		throw error;
	}
}

/** Ids of the files concerned; `undefined` when the file that is to be worked on is not there. */
function perform(deed: Deed, appliance: Appliance): readonly string[] | undefined {
	if (deed.do === 'import') return [importFile(deed.file, appliance)];
	if (deed.do === 'import-pair') {
		const [config, unattend] = [importFile(deed.config, appliance), importFile(deed.unattend, appliance)];
		associate(config, unattend, appliance);
		associate(unattend, config, appliance);
		return [config, unattend];
	}
	const file = chosen(deed.file, appliance);
	if (!file) return undefined;
	if (deed.do === 'delete') {
		removeFiles([file.id], appliance);
		return [file.id];
	}
	if (deed.do === 'relink') {
		const partner = deed.with && chosen(deed.with, appliance);
		if (deed.with && !partner) return undefined;
		associate(file.id, partner?.id, appliance);
		if (partner && appliance.switches.association === 'one') associate(partner.id, file.id, appliance);
		return [file.id, ...(partner ? [partner.id] : [])];
	}
	change(file, deed, appliance);
	return [file.id];
}

function importFile({ content, ...facts }: TheirFile, appliance: Appliance): string {
	const bytes = storedBytes(content, facts.kind, appliance);
	const digest = appliance.repository.keep(bytes);
	const draft = { ...facts, deviceType: '', size: bytes.length, digest };
	checkDraft(draft, appliance);
	return admit(draft, secondPersonName, appliance).id;
}

function change(
	file: StoredFile,
	deed: Extract<Deed, { do: 'edit' | 'describe' | 'rename' }>,
	appliance: Appliance,
): void {
	const { repository, switches, now } = appliance;
	const changed = (): StoredFile => {
		if (deed.do === 'rename') return { ...file, name: deed.name };
		if (deed.do === 'describe') {
			return { ...file, description: switches['list-description'] === 'dropped' ? '' : deed.description };
		}
		const bytes = storedBytes(deed.content, file.kind, appliance);
		return { ...file, digest: repository.keep(bytes), size: bytes.length };
	};
	changeStored(repository, changed(), now());
}

function chosen({ id, name, kind, of, which }: FileChoice, { repository }: Appliance): StoredFile | undefined {
	if (id !== undefined) return findFile(repository, id);
	const fitting = repository.state.files.filter(
		file =>
			file.name === name &&
			(kind === undefined || file.kind === kind) &&
			(of === 'anybody' || (of === 'them') === (file.importedBy === secondPersonName)),
	);
	return fitting.at(which === 'newest' ? -1 : 0);
}
