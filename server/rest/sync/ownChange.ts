import type { OsImages } from '../osImages';

/** A change of ours that is about to be made. */
export interface OwnChange {
	/** The look just before. */
	readonly before: OsImages;
	/** Files that we change. */
	readonly targets: readonly string[];
	/** Files that they are linked with by it. */
	readonly partners?: readonly (string | undefined)[];
	/** Files that will be removed in the end: whoever is linked in their place takes their link. */
	readonly leaving?: ReadonlySet<string>;
	/** Of a file that is imported by it: its id is not known yet. */
	readonly name?: string;
	/** What shows that file as ours. */
	readonly mark?: string | undefined;
	/** The description that the targets get by it. */
	readonly description?: string | undefined;
}
