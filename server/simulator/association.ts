import type { Appliance } from './appliance';
import { refusal } from './reply';
import { changeStored, type FileKind, findFile, type Repository, type StoredFile } from './repository';

const partnerKind: Partial<Record<FileKind, FileKind>> = { CONFIG: 'UNATTEND', UNATTEND: 'CONFIG' };

/**
 * The id to store as association of a file of this kind: `undefined` where the name leads nowhere and that is ignored.
 * @throws {Refusal} where it is refused.
 */
export function checkPartner(id: string | undefined, kind: FileKind, appliance: Appliance): string | undefined {
	if (id === undefined || id === '') return undefined;
	const wanted = partnerKind[kind];
	if (wanted !== undefined && findFile(appliance.repository, id)?.kind === wanted) return id;
	if (appliance.switches['unknown-association'] === 'kept') return id;
	if (appliance.switches['unknown-association'] === 'ignored') return undefined;
	throw refusal(appliance.switches['refusal-status'], 'FQXHMFC9003M', {
		reason: wanted
			? `associatedFileId ‘${id}’ is not the id of a file of type ${wanted}.`
			: `Files of type ${kind} have no associated file.`,
	});
}

/** Makes `partnerId` the partner of the file, or takes the partner away. */
export function associate(id: string, partnerId: string | undefined, appliance: Appliance): void {
	const { repository, switches } = appliance;
	const old = findFile(repository, id);
	if (!old) return;
	if (switches.association !== 'one') {
		if (old.associatedFileId !== partnerId) release(old.associatedFileId, id, appliance);
		if (switches.association === 'exclusive' && partnerId !== undefined) {
			for (const rival of rivalsFor(partnerId, id, repository)) release(rival, partnerId, appliance);
		}
		name(partnerId, id, appliance);
	}
	name(id, partnerId, appliance);
}

/** The files that have this partner, besides the one that is to have it. */
const rivalsFor = (partnerId: string, id: string, { state }: Repository): string[] =>
	state.files.filter(file => file.associatedFileId === partnerId && file.id !== id).map(file => file.id);

/** Makes the file name its partner; what names it already is not changed. */
function name(id: string | undefined, partnerId: string | undefined, { repository, now }: Appliance): void {
	const file = id === undefined ? undefined : findFile(repository, id);
	if (file && file.associatedFileId !== partnerId) {
		changeStored(repository, { ...file, associatedFileId: partnerId }, now());
	}
}

/** The file no longer names `partnerId`, if it did. */
function release(id: string | undefined, partnerId: string | undefined, appliance: Appliance): void {
	const file = id === undefined ? undefined : findFile(appliance.repository, id);
	if (file && file.associatedFileId === partnerId) name(file.id, undefined, appliance);
}

/** Every file that names this one, and the one it names, in the order of their import; last one that is not there. */
export function partnersOf({ id, associatedFileId: own }: StoredFile, { state }: Repository): string[] {
	const partners = state.files.filter(other => other.id === own || other.associatedFileId === id);
	return [...new Set([...partners.map(partner => partner.id), ...(own === undefined ? [] : [own])])];
}

/** The ids are gone: nothing names them any more. */
export function releaseAll(ids: readonly string[], { state }: Repository): void {
	state.files = state.files.map(file =>
		file.associatedFileId !== undefined && ids.includes(file.associatedFileId)
			? { ...file, associatedFileId: undefined }
			: file,
	);
}
