import type { Appliance } from './appliance';
import { refusal } from './reply';
import { type FileKind, findFile, type Repository, replaceStored, type StoredFile } from './repository';

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
export function associate(id: string, partnerId: string | undefined, { repository, switches }: Appliance): void {
	const file = findFile(repository, id);
	if (!file) return;
	if (switches.association === 'both') {
		if (file.associatedFileId !== partnerId) release(file.associatedFileId, id, repository);
		const partner = partnerId === undefined ? undefined : findFile(repository, partnerId);
		if (partner) replaceStored(repository, { ...partner, associatedFileId: id });
	}
	replaceStored(repository, { ...file, associatedFileId: partnerId });
}

/** The file no longer names `partnerId`, if it did. */
function release(id: string | undefined, partnerId: string, repository: Repository): void {
	const file = id === undefined ? undefined : findFile(repository, id);
	if (file?.associatedFileId === partnerId) replaceStored(repository, { ...file, associatedFileId: undefined });
}

/** Every file that names this one, and the one it names. */
export const partnersOf = (file: StoredFile, { state }: Repository): string[] => [
	...new Set([
		...(file.associatedFileId === undefined ? [] : [file.associatedFileId]),
		...state.files.filter(other => other.associatedFileId === file.id).map(({ id }) => id),
	]),
];

/** The ids are gone: nothing names them any more. */
export function releaseAll(ids: readonly string[], { state }: Repository): void {
	state.files = state.files.map(file =>
		file.associatedFileId !== undefined && ids.includes(file.associatedFileId)
			? { ...file, associatedFileId: undefined }
			: file,
	);
}
