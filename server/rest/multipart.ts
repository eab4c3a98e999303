import { randomBytes } from 'node:crypto';
import { uploadParts } from './wire';

/** Bytes to send: how many, and a way to read them from the start. */
export interface FileBody {
	readonly size: number;
	read(): AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** A request body with its length known, so that it is not sent in chunks. */
export interface StreamedBody {
	readonly contentType: string;
	readonly length: number;
	bytes(): AsyncGenerator<Uint8Array>;
}

export const bytesBody = (bytes: Uint8Array): FileBody => ({ size: bytes.length, read: () => [bytes] });

/** As HTML prescribes for names in `multipart/form-data`, so that none can end its header line. */
const quoted = (name: string): string =>
	`"${name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A')}"`;

/** The file's name without folders, whichever the separator. */
const baseName = (name: string): string => name.replace(/^.*[\\/]/s, '');

/** The body of an upload in the form in which Lenovo's own client sends it. */
export function uploadBody(name: string, file: FileBody, boundary = randomBytes(16).toString('hex')): StreamedBody {
	const head = Buffer.from(
		`--${boundary}\r\nContent-Disposition: form-data; name=${quoted(uploadParts.name)}\r\n\r\n${uploadParts.file}\r\n` +
			`--${boundary}\r\nContent-Disposition: form-data; name=${quoted(uploadParts.file)}; filename=${quoted(baseName(name))}\r\n` +
			'Content-Type: application/octet-stream\r\n\r\n',
	);
	const tail = Buffer.from(`\r\n--${boundary}--\r\n`);
	return {
		contentType: `multipart/form-data; boundary=${boundary}`,
		length: head.length + file.size + tail.length,
		async *bytes() {
			yield head;
			yield* file.read();
			yield tail;
		},
	};
}
