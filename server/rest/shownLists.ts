import { t } from '../texts/texts';
import { type OsImages, readOsImages } from './osImages';
import { isObject, type JsonObject } from './wire';

/** The lists of a session as they were last shown, by their names. */
export interface ShownLists {
	/**
	 * Takes the lists of an answer, unless one that had entries is not there any more, or null: an appliance may show so
	 * that there are none, but then we have removed them, or what it says cannot be relied on.
	 * @returns the name of such a list
	 */
	take(body: JsonObject): string | undefined;
	/** These are being removed from here. */
	removed(ids: readonly string[]): void;
}

export function shownLists(): ShownLists {
	const last = new Map<string, readonly unknown[]>();
	const gone = new Set<string>();
	const isGone = (entry: unknown): boolean => isObject(entry) && gone.has(String(entry.id));
	return {
		take(body) {
			for (const [name, list] of last) if (!Array.isArray(body[name]) && !list.every(isGone)) return name;
			for (const [name, value] of Object.entries(body))
				if (Array.isArray(value) && name !== 'messages') last.set(name, value);
			return undefined;
		},
		removed: ids => {
			for (const id of ids) gone.add(id);
		},
	};
}

/** The lists in an answer; or why it cannot be relied on, as a sentence ends. */
export function readShownLists(
	body: unknown,
	lists: ShownLists,
	earlier: Parameters<typeof readOsImages>[1],
): OsImages | string {
	if (!isObject(body)) return t('the answer is not an object');
	const images = readOsImages(body, earlier);
	if (images.unread !== undefined)
		return t('"{name}" holds something that cannot be read as a file', { name: images.unread });
	if (!images.hasLists) return t('the answer has no lists');
	const missing = lists.take(body);
	return missing === undefined ? images : t('"{name}" had entries before, and is no list now', { name: missing });
}
