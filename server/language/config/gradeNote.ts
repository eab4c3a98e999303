import type { Grade } from '../rules/rule';

const notes: Readonly<Record<Grade, string>> = {
	reference: 'The format itself asks for it',
	documented: 'Documented by the vendor',
	example: "Shown in the vendor's example, not stated as a rule",
	inferred: "Our conclusion from the vendor's examples",
	believed: 'Hearsay: no source seen',
};

/** How sure we are of something, and where it comes from, as a line of Markdown. */
export const gradeNote = ({ grade, source }: { readonly grade: Grade; readonly source: string }): string =>
	`_${notes[grade]} (${source})._`;
