import { createHash } from 'node:crypto';
import { t } from '../../texts/texts';
import type { FileFacts } from '../fileImport';

export type TextType = 'CONFIG' | 'UNATTEND';

/** A file on its way up, the one shape from the disk to the appliance. */
export interface UploadFile extends FileFacts {
	/** Names the local file, the same in every run: its absolute path. */
	readonly key: string;
	/** How the person knows the file, for messages; the name unless given. */
	readonly path?: string | undefined;
	readonly imageType: TextType;
	/** As on the disk: what the appliance must hold in the end. */
	readonly bytes: Uint8Array;
	/** For an unattend file: the key of its configuration file in the same upload. */
	readonly partner?: string | undefined;
	/** A file that is on the appliance already, to link with. */
	readonly partnerId?: string | undefined;
}

/** What an upload is doing. */
export interface UploadProgress {
	readonly text: string;
	/** 0 to 100, of the whole upload. */
	readonly percent?: number;
}

export const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * The characters of a file, byte-order mark included, which written as UTF-8 give its bytes again; `undefined` when
 * there are none: the bytes are no UTF-8, or hold zeros, as UTF-16 does.
 */
export function textOf(bytes: Uint8Array): string | undefined {
	if (bytes.includes(0)) return undefined;
	try {
		return strict.decode(bytes);
	} catch (error) {
		if (error instanceof TypeError) return undefined;
		throw error;
	}
}

/** What a file that is no UTF-8 seems to be, for a sentence. */
export function encodingOf(bytes: Uint8Array): string {
	const [first, second] = bytes;
	if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || bytes.includes(0)) return 'UTF-16';
	const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
	return (
		/^<\?xml[^>]*\bencoding\s*=\s*["']([\w.-]+)["']/.exec(head)?.[1] ?? t('an encoding that the file does not name')
	);
}

/** How messages name the file. */
export const shownName = ({ path, name }: Pick<UploadFile, 'path' | 'name'>): string => path ?? name;

const withLineFeeds = (text: string): string =>
	text
		.replaceAll(/\r\n?/g, '\n')
		.replace(/^\ufeff/, '')
		.trimEnd();

/** The same for texts that are the same as `isSameText` sees them. */
export const textDigestOf = (text: string): string => digestOf(Buffer.from(withLineFeeds(text)));

/** True for texts that differ at most in what an appliance may do to them when it stores them: their line ends. */
export const isSameText = (one: string, other: string): boolean => withLineFeeds(one) === withLineFeeds(other);

const lettersOf = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');

/** True unless the appliance shows another description than what was sent: it may shorten a long one, and add to none. */
export const isSameDescription = (shown: string | undefined, sent = ''): boolean =>
	shown === undefined || sent === '' || lettersOf(sent).startsWith(lettersOf(shown));

/**
 * Numbers that an appliance may show as the size of these bytes: whole, with other line ends, or without those at the
 * end; in bytes, KiB or kB.
 */
export function shownSizes(bytes: Uint8Array): number[] {
	// One character a byte: line ends are the same in whatever encoding the file is.
	const text = Buffer.from(bytes).toString('latin1').replaceAll(/\r\n?/g, '\n');
	const stripped = text.trimEnd();
	const withReturns = (some: string): number => some.length + some.split('\n').length - 1;
	const lengths = [bytes.length, text.length, withReturns(text), stripped.length, withReturns(stripped)];
	const roundings = [Math.floor, Math.round, Math.ceil];
	const units = lengths.flatMap(size => [1000, 1024].flatMap(unit => roundings.map(round => round(size / unit))));
	return [...new Set([...lengths, ...units])];
}

/** The number in what an appliance shows as a size, unless it is a text in another unit than bytes. */
export const bytesIn = (size: unknown): number | undefined => {
	const digits = typeof size === 'string' ? /^(\d+)( ?(B|bytes))?$/i.exec(size)?.[1] : size;
	return digits === undefined || !Number.isInteger(Number(digits)) ? undefined : Number(digits);
};
