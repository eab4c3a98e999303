import { isTextKind } from './admission';
import type { Appliance } from './appliance';
import type { FileKind } from './repository';

/** The bytes of a file as this appliance stores them: some make the line ends of texts all the same. */
export function storedBytes(bytes: Buffer, kind: FileKind, { switches }: Pick<Appliance, 'switches'>): Buffer {
	const wanted = switches['stored-line-ends'];
	if (wanted === 'kept' || !isTextKind(kind)) return bytes;
	// One character a byte: nothing else of the text is touched, whatever its encoding.
	const text = bytes.toString('latin1').replace(/\r\n?/g, '\n');
	const stored = { lf: text, crlf: text.replaceAll('\n', '\r\n'), 'not-last': text.trimEnd() }[wanted];
	return Buffer.from(stored, 'latin1');
}
