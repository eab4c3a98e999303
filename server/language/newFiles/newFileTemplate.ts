import type { Kind } from '../language';
import type { NewFile } from '../unattend/dialect';

/** A whole file to start from, and what it is. */
export interface NewFileTemplate extends NewFile {
	readonly kind: Kind;
	/** The language under which an editor shows it. */
	readonly languageId: string;
}
