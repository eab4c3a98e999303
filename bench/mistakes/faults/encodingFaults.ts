/** Files in another encoding than UTF-8, for every language. */
import { editFile, type FaultKind, type Files, type Sample, type Subject } from '../fault';

const utf16 = (text: string, bigEndian: boolean): Uint8Array => {
	const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
	return bigEndian ? bytes.swap16() : bytes;
};
const utf32 = (text: string): Uint8Array =>
	Buffer.concat(
		[...`\uFEFF${text}`].map(character => {
			const bytes = Buffer.alloc(4);
			bytes.writeUInt32LE(character.codePointAt(0) ?? 0);
			return bytes;
		}),
	);

const bytesOf = (sample: Sample, encode: (text: string) => Uint8Array): Files | undefined => {
	const text = sample.files.get(sample.main);
	return typeof text === 'string'
		? new Map<string, string | Uint8Array>(sample.files).set(sample.main, encode(text))
		: undefined;
};

/** Where an umlaut can stand: a comment, a description, a name. */
const withUmlaut = (text: string): string | undefined => {
	const places: readonly (readonly [RegExp, string])[] = [
		[/("description": ")/, '$1Größe: '],
		[/("name": "\w+",)/, '$1 "label": "Größe",'],
		[/(<(?:profile|unattend)[^>]*>)/, '$1<!-- für Köln -->'],
		[/^/, '# für Köln\n'],
	];
	const place = places.find(([pattern]) => pattern.test(text));
	return place && text.replace(...place);
};

export function encodingFaults(subject: Subject): FaultKind[] {
	const kind = (name: string, encode: (text: string) => Uint8Array | undefined): FaultKind => ({
		subject,
		name,
		source: 'RFC 8259 8.1, XML 1.0 4.3.3, pykickstart reads UTF-8',
		grade: 'reference',
		least: 'warning',
		place: 'anywhere',
		make: sample => bytesOf(sample, text => encode(text.replace(/ encoding="[\w-]+"/i, '')) ?? Buffer.from(text)),
	});
	return [
		kind('encoding-latin-1', text => {
			const marked = withUmlaut(text);
			return marked === undefined ? undefined : Buffer.from(marked, 'latin1');
		}),
		...(subject === 'autoyast' || subject === 'windows'
			? []
			: [
					kind('encoding-utf-16-le', text => utf16(text, false)),
					kind('encoding-utf-16-be', text => utf16(text, true)),
					kind('encoding-utf-32', utf32),
				]),
		{
			...kind('null-characters', () => undefined),
			make: (sample, random) =>
				editFile(sample, sample.main, text => {
					const at = random.between(0, text.length);
					return `${text.slice(0, at)}\0${text.slice(at)}`;
				}),
		},
	];
}
