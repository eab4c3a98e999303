import { textOf } from '../../server/rest/sync/uploadFile';
import { XClarityError } from '../../server/rest/xclarityError';
import { t } from '../../server/texts/texts';

const bom = '\ufeff';

const refused = (sentence: string): XClarityError => new XClarityError(sentence, { kind: 'refused' });

interface ReadFile {
	/** As the file lies where it lies. */
	readonly bytes: Uint8Array;
	/** As it was checked. */
	readonly text: string;
	/** Its changes are not saved. */
	readonly isDirty: boolean;
	readonly name: string;
}

/**
 * What is sent of a file: its own bytes, and where changes are not saved, its text in the encoding that it would be
 * saved in.
 * @throws {XClarityError} `refused` when that cannot be told for certain.
 */
export function sentBytes({ bytes, text, isDirty, name }: ReadFile): Uint8Array {
	const saved = textOf(bytes);
	if (isDirty) {
		if (saved === undefined)
			throw refused(t('{name} is not UTF-8 and has changes that are not saved. Save it first.', { name }));
		return Buffer.from((saved.startsWith(bom) ? bom : '') + text);
	}
	const lenient = Buffer.from(bytes)
		.toString('utf8')
		.replace(/^\ufeff/, '');
	if (saved !== undefined && lenient !== text)
		throw refused(t('{name} was changed while it was read. Upload it again.', { name }));
	return bytes;
}
