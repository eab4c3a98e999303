import { t } from '../texts/texts';
import type { FileFacts } from './fileImport';
import type { OsImages } from './osImages';
import { otherKinds, readOtherFiles } from './otherFiles';
import { removeStored } from './sync/removeStored';
import { isShownSame, type Shown, shownOf } from './sync/shownFacts';
import type { RecordedImport, RecordStore } from './sync/uploadRecord';
import { type ImageType, isObject, isStoredFileEntry, type StoredFileEntry, storedFileIdPattern } from './wire';
import type { XClarityClient } from './xclarityClient';

/** What is to become of files that have the name of an import and did not come from it; `stop` sends nothing. */
export type NamesakeChoice = 'stop' | 'overwrite' | 'keep' | 'beside';

/** How files of a name and kind are shown, by their ids. */
export type Namesakes = Readonly<Record<string, Shown>>;

function entriesOf(images: OsImages, type: ImageType): readonly StoredFileEntry[] {
	const isEntry = (value: unknown): value is StoredFileEntry => isObject(value) && isStoredFileEntry(value);
	if (type === 'UNATTEND') return images.unattends.map(({ raw }) => raw);
	if (type === 'CONFIG' || type === 'CUSTOM_CONFIG') return images.configs.map(({ raw }) => raw);
	if (type === 'OS') return images.images.filter(isEntry);
	const others = readOtherFiles(images.raw).filter(({ kind }) => kind === otherKinds[type]);
	return others.map(({ raw }) => raw);
}

/** True for the name itself, and for the form of an id with it. */
export const isImportName = (shown: string, name: string): boolean =>
	shown === name || storedFileIdPattern.exec(shown)?.groups?.name === name;

/** All of the kind of an import that has its name. */
export const namesakesOf = (images: OsImages, { imageType, name }: FileFacts): Namesakes =>
	Object.fromEntries(
		entriesOf(images, imageType)
			.filter(({ id, name: shown }) => isImportName(String(shown ?? id), name))
			.map(raw => [String(raw.id), shownOf({ raw })]),
	);

/** Ids of those that this import has not made, or that somebody has changed since. */
export const strangersIn = (namesakes: Namesakes, earlier: RecordedImport | undefined): readonly string[] =>
	Object.entries(namesakes)
		.filter(([id, shown]) => id !== earlier?.id || (earlier.shown && !isShownSame(earlier.shown, shown)))
		.map(([id]) => id);

/**
 * Removes files in whose place an import has come, unless somebody has changed or uses them.
 * @returns a sentence for each that stays.
 * @throws {XClarityError}
 */
export async function removeNamesakes(
	client: XClarityClient,
	going: Namesakes,
	{ facts, store }: { readonly facts: FileFacts; readonly store: RecordStore },
): Promise<readonly string[]> {
	const now = namesakesOf(await client.osImages(), facts);
	const there = Object.entries(going).filter(([id]) => now[id] !== undefined);
	const same = there.filter(([id, shown]) => isShownSame(shown, now[id] ?? {})).map(([id]) => id);
	const changed = there.map(([id]) => id).filter(id => !same.includes(id));
	const { users } = same.length === 0 ? { users: [] } : await removeStored(client, same, { store, isForced: false });
	return [
		...changed.map(id =>
			t('Somebody has changed {id} in the meantime. It stays beside {name}.', { id, name: facts.name }),
		),
		...(users.length === 0
			? []
			: [
					t('{same} stays beside {name}, as it is used. {users}', {
						same: same.join(', '),
						name: facts.name,
						users: users.join(' '),
					}),
				]),
	];
}
