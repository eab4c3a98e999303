import type { StoredFile } from '../osImages';

/** What the appliance itself says of a file besides its id: when this changes, somebody has changed the file. */
export type Shown = Readonly<Record<string, string | number | boolean>>;

/** Time and version may change with a change of ours, also of the file that this one is linked with. */
const volatile = /version|revision|etag|time|date|modif|changed|edited/i;

const told = /^(name|description|os|osrelease|devicetype|size|content|checksum|sha256|md5)$/i;

const isPlain = (value: unknown): value is string | number | boolean =>
	typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

/** Each list tells the same few of every file. */
const toldKeys = new Map<string, boolean>();

function isTold(key: string): boolean {
	const before = toldKeys.get(key);
	if (before !== undefined) return before;
	const is = told.test(key) || volatile.test(key);
	// What a broken appliance makes up is not kept.
	if (toldKeys.size < 200) toldKeys.set(key, is);
	return is;
}

const known = new WeakMap<StoredFile['raw'], Shown>();

/** Attributes that change with the file; links change with other files and are not among them. */
export function shownOf({ raw }: Pick<StoredFile, 'raw'>): Shown {
	const before = known.get(raw);
	if (before) return before;
	const shown: Record<string, string | number | boolean> = {};
	for (const [key, value] of Object.entries(raw)) if (isTold(key) && isPlain(value)) shown[key] = value;
	known.set(raw, shown);
	return shown;
}

/** True where the appliance tells when, or how often, the file was changed. */
export const showsChanges = (shown: Shown): boolean => Object.keys(shown).some(key => volatile.test(key));

const isSameIn = (one: Shown, other: Shown, counts: (key: string) => boolean): boolean =>
	one === other ||
	[one, other].every(shown => Object.keys(shown).every(key => one[key] === other[key] || !counts(key)));

export const isShownSame = (one: Shown, other: Shown): boolean => isSameIn(one, other, () => true);

/** True when they differ at most in what a change of a link changes as well. */
export const differsInTimeOnly = (one: Shown, other: Shown): boolean =>
	isSameIn(one, other, key => !volatile.test(key));

/** True when they differ at most in what our last change of a file in flight changes: its description, and the time. */
export const isFinishedSame = (one: Shown, other: Shown): boolean =>
	isSameIn(one, other, key => !volatile.test(key) && key !== 'description');
