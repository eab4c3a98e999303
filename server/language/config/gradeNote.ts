import { english, translate } from '../../texts/texts';
import type { Grade } from '../rules/rule';

const notes: Readonly<Record<Grade, string>> = {
	reference: english('The format itself asks for it'),
	documented: english('Documented by the vendor'),
	example: english("Shown in the vendor's example, not stated as a rule"),
	inferred: english("Our conclusion from the vendor's examples"),
	believed: english('Hearsay: no source seen'),
};

/** How sure we are of something, and where it comes from, as a line of Markdown. */
export const gradeNote = ({ grade, source }: { readonly grade: Grade; readonly source: string }): string =>
	`_${translate(notes[grade])} (${source})._`;
