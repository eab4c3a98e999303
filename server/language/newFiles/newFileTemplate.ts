import type { Kind } from '../language';

/** A whole file to start from. */
export interface NewFileTemplate {
	/** Stable, for scripts and keyboard shortcuts. */
	readonly id: string;
	readonly kind: Kind;
	readonly label: string;
	/** One sentence on what is in it. */
	readonly detail: string;
	/** A name that tells the kind even without looking into the file. */
	readonly fileName: string;
	readonly text: string;
}
