import { refusal } from './reply';

/** One part of a multipart/form-data body. */
export interface Part {
	readonly name: string;
	readonly filename: string | undefined;
	/** Bytes in the part. */
	readonly size: number;
	/** The bytes, up to the number that was to be kept. */
	readonly content: Buffer;
}

const headersEnd = Buffer.from('\r\n\r\n');
const longestHeaders = 16 * 1024;

/** The boundary that a Content-Type names, if it is multipart/form-data. */
export function boundaryOf(contentType: string | undefined): string | undefined {
	const match = /^multipart\/form-data\b.*?;\s*boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(contentType ?? '');
	return match?.[1] ?? match?.[2];
}

/**
 * Reads a multipart body piece by piece, so that a file of any size needs little memory: of each part only the first
 * `keep` bytes stay.
 * @throws {Refusal} 400 for a body that does not follow its boundary.
 */
export async function readMultipart(stream: AsyncIterable<Buffer>, boundary: string, keep: number): Promise<Part[]> {
	const delimiter = Buffer.from(`\r\n--${boundary}`);
	const parts: Part[] = [];
	// A line break in front makes the first delimiter look like all others.
	let pending: Buffer = Buffer.from('\r\n');
	let open: OpenPart | undefined;
	let ended = false;
	for await (const chunk of stream) {
		if (ended) continue;
		pending = Buffer.concat([pending, chunk]);
		for (let at = pending.indexOf(delimiter); at >= 0 && !ended; at = pending.indexOf(delimiter)) {
			const after = at + delimiter.length;
			const closing = pending.subarray(after, after + 2).toString('latin1');
			const headers = pending.indexOf(headersEnd, after);
			if (closing !== '--' && headers < 0) break;
			if (open) parts.push(close(open, pending.subarray(0, at)));
			ended = closing === '--';
			open = ended ? undefined : openPart(pending.subarray(after, headers).toString('utf8'), keep);
			pending = pending.subarray(ended ? pending.length : headers + headersEnd.length);
		}
		pending = passOn(pending, open, delimiter);
	}
	if (!ended) throw broken('The body ends before its last boundary.');
	return parts;
}

interface OpenPart {
	readonly name: string;
	readonly filename: string | undefined;
	readonly keep: number;
	readonly kept: Buffer[];
	size: number;
	keptSize: number;
}

function openPart(headers: string, keep: number): OpenPart {
	const disposition = /^content-disposition:\s*form-data(.*)$/im.exec(headers)?.[1] ?? '';
	const parameter = (name: string): string | undefined =>
		new RegExp(`;\\s*${name}="((?:[^"\\\\]|\\\\.)*)"`, 'i').exec(disposition)?.[1];
	const name = parameter('name');
	if (name === undefined) throw broken('A part has no name.');
	return { name, filename: parameter('filename'), keep, kept: [], size: 0, keptSize: 0 };
}

function add(part: OpenPart, bytes: Buffer): void {
	part.size += bytes.length;
	const room = part.keep - part.keptSize;
	if (room <= 0) return;
	// Copied: a view would hold on to the whole chunk.
	part.kept.push(Buffer.from(bytes.subarray(0, room)));
	part.keptSize += Math.min(room, bytes.length);
}

function close(part: OpenPart, rest: Buffer): Part {
	add(part, rest);
	return { name: part.name, filename: part.filename, size: part.size, content: Buffer.concat(part.kept) };
}

/** Gives the open part what cannot belong to a delimiter, and returns the rest. */
function passOn(pending: Buffer, open: OpenPart | undefined, delimiter: Buffer): Buffer {
	const at = pending.indexOf(delimiter);
	const safe = at >= 0 ? at : Math.max(0, pending.length - delimiter.length);
	if (open) {
		add(open, pending.subarray(0, safe));
		return pending.subarray(safe);
	}
	if (pending.length > longestHeaders) throw broken('The headers of a part are too long.');
	return pending;
}

const broken = (reason: string): Error => refusal(400, 'FQXHMFC9002M', { reason });
