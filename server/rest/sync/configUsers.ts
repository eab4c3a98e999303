import { carriedOf, usersOfConfig } from './certainText';
import type { Wanted } from './linkFiles';
import { entryOf, findStored } from './listing';
import type { PlannedUpload } from './planSync';
import type { SyncWork } from './syncWork';

/**
 * Unattend files that stay and name a configuration file which is replaced: they are to name the new one. Those of
 * somebody else only where that was asked for.
 */
export function usersOf(
	{ lister, store, claimed, onConflict }: SyncWork,
	old: string | undefined,
	{ configId, leaving }: { readonly configId: string; readonly leaving: ReadonlySet<string> },
): Wanted[] {
	const users = old === undefined ? [] : usersOfConfig(lister.latest, old, store.all());
	const ours = users.filter(id => !leaving.has(id) && (claimed.has(id) || onConflict === 'overwrite'));
	return ours.flatMap(id => {
		const user = findStored(lister.latest, id);
		const yields = !claimed.has(id);
		return user ? [{ imageType: 'UNATTEND', id, partnerId: configId, yields, ...carriedOf(store, user) } as const] : [];
	});
}

/**
 * Where no list shows links, a configuration file that the plan leaves as it is must not be linked anew: the appliance
 * would take the link of the unattend file that it names, and nothing would tell.
 */
export const staysLinked = ({ lister }: SyncWork, { file, id, status }: PlannedUpload): boolean =>
	status === 'unchanged' && entryOf(lister.latest, file.imageType, id)?.showsAssociation === false;

/** Unattend files of ours that may lose their link when a configuration file is linked anew, and no list tells. */
export function hiddenUsersOf(
	work: SyncWork,
	configId: string,
	{ leaving, but }: { readonly leaving: ReadonlySet<string>; readonly but: string | undefined },
): Wanted[] {
	const { lister, claimed } = work;
	return usersOf({ ...work, onConflict: 'stop' }, configId, { configId, leaving }).filter(
		({ id }) => id !== but && claimed.has(id) && entryOf(lister.latest, 'UNATTEND', id)?.showsAssociation === false,
	);
}
