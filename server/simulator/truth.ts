import type { Appliance } from './appliance';
import type { HappenedThing, History } from './history';
import type { Job, StoredFile } from './repository';

/** A stored file as it really is, whatever the lists show of it. */
export interface TrueFile
	extends Pick<
		StoredFile,
		'id' | 'kind' | 'name' | 'description' | 'os' | 'osrelease' | 'associatedFileId' | 'importedBy'
	> {
	/** Absent for what is too large to be kept. */
	readonly bytes: Buffer | undefined;
}

/** How the appliance stands: what a test compares an answer with. */
export interface Truth {
	/** Oldest first. */
	readonly files: readonly TrueFile[];
	/** Jobs that have not ended. */
	readonly openJobs: readonly Job[];
	/** Names of the users of open sessions. */
	readonly openSessions: readonly string[];
	readonly history: readonly HappenedThing[];
}

export const truthOf = ({ repository, sessions, now }: Appliance, history: History): Truth => ({
	files: repository.state.files.map(file => ({
		id: file.id,
		kind: file.kind,
		name: file.name,
		description: file.description,
		os: file.os,
		osrelease: file.osrelease,
		importedBy: file.importedBy,
		associatedFileId: file.associatedFileId,
		bytes: repository.contentOf(file),
	})),
	openJobs: repository.state.jobs.filter(({ state }) => state === 'waiting' || state === 'running'),
	openSessions: sessions.all(now()).map(({ user }) => user.name),
	history: history.things,
});
