import type { Appliance } from './appliance';
import { partnersOf, releaseAll } from './association';
import { profilesWith, releaseFromProfiles, removeProfiles } from './profiles';
import { refusal } from './reply';
import { findFile, type StoredFile } from './repository';

/**
 * Deletes files and profiles, without saving: all of them, or none.
 * @throws {Refusal} when one of them is not there, or cannot go.
 */
export function removeFiles(named: readonly string[], appliance: Appliance): void {
	const { repository, switches } = appliance;
	const files = named.flatMap(id => {
		const file = findFile(repository, id);
		if (file) return [file];
		const isProfile = repository.state.profiles.some(profile => profile.id === id);
		if (isProfile || switches['delete-missing'] === 'ignored') return [];
		throw refusal(404, 'FQXHMFC9003M', { reason: `There is no file ‘${id}’.` });
	});
	const [used] = usedByOthers(files, named, appliance);
	if (used && switches['delete-in-use'] === 'refused') {
		throw refusal(409, 'FQXHMFC9014M', { reason: `‘${used.file.id}’ is associated with ${used.users}.` });
	}
	if (used && switches['delete-in-use'] === 'ignored') return;
	const partners = switches['delete-in-use'] === 'cascades' ? files.flatMap(file => partnersOf(file, repository)) : [];
	const ids = [...named, ...partners];
	repository.state.files = repository.state.files.filter(({ id }) => !ids.includes(id));
	removeProfiles(ids, appliance);
	if (switches['delete-in-use'] !== 'dangling') {
		releaseAll(ids, repository);
		releaseFromProfiles(ids, appliance);
	}
}

interface UsedFile {
	readonly file: StoredFile;
	/** Ids of what needs it and is not to be deleted with it. */
	readonly users: readonly string[];
}

function usedByOthers(files: readonly StoredFile[], going: readonly string[], appliance: Appliance): UsedFile[] {
	const usersOf = (file: StoredFile): string[] => [
		...partnersOf(file, appliance.repository),
		...profilesWith(file.id, appliance).map(({ id }) => id),
	];
	return files
		.map(file => ({ file, users: usersOf(file).filter(id => !going.includes(id)) }))
		.filter(({ users }) => users.length > 0);
}
