import { refuse, type XmlParser } from './xmlParser';

/** What XML itself declares; nothing else is ever expanded, so no text can grow by being read. */
const predefined = new Map([
	['amp', '&'],
	['lt', '<'],
	['gt', '>'],
	['quot', '"'],
	['apos', "'"],
]);

const referenceForm = '&(?:#(\\d{1,10})|#x([\\dA-Fa-f]{1,8})|([A-Za-z_:][\\w.:-]{0,100}));';
const reference = new RegExp(referenceForm, 'g');
const referenceHere = new RegExp(referenceForm, 'y');
const suspect = /&|]]>|[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/;

/** Replaces character references and the five entities of XML; anything else stays as written. */
export function decodeReferences(raw: string): string {
	if (!raw.includes('&')) return raw;
	return raw.replace(reference, (whole, decimal?: string, hexadecimal?: string, name?: string) => {
		if (name !== undefined) return predefined.get(name) ?? whole;
		const code = codeOf(decimal, hexadecimal);
		return isCharacter(code) ? String.fromCodePoint(code) : whole;
	});
}

/** Reports what may not stand in text or in an attribute's value, `<` excepted. */
export function checkCharacters(parser: XmlParser, start: number, end: number, inText: boolean): void {
	const raw = parser.text.slice(start, end);
	if (!suspect.test(raw)) return;
	checkAmpersands(parser, raw, start);
	checkControls(parser, start, end);
	const cdataEnd = inText ? raw.indexOf(']]>') : -1;
	if (cdataEnd >= 0) refuse(parser, 'xml-cdata-end', { start: start + cdataEnd, end: start + cdataEnd + 3 }, {});
}

/** Such characters; with what a terminal writes behind an escape. */
const controls = /\x1b\[[\d;]*[A-Za-z]|[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;

/** Reports characters that may stand nowhere, not even in comments and CDATA sections. */
export function checkControls(parser: XmlParser, start: number, end: number): void {
	for (const match of parser.text.slice(start, end).matchAll(controls)) {
		const at = start + match.index;
		refuse(parser, 'xml-character', { start: at, end: at + match[0].length }, { code: hexOf(match[0].charCodeAt(0)) });
	}
}

function checkAmpersands(parser: XmlParser, raw: string, start: number): void {
	let from = raw.indexOf('&');
	while (from >= 0) {
		const match = referenceAt(raw, from);
		if (match) {
			checkReference(parser, match, start + from);
			from = raw.indexOf('&', from + match[0].length);
			continue;
		}
		let end = from + 1;
		while (raw[end] === '&' && !referenceAt(raw, end)) end++;
		refuse(
			parser,
			'xml-markup-character',
			{ start: start + from, end: start + end },
			{ character: '&', escaped: '&amp;' },
		);
		from = raw.indexOf('&', end);
	}
}

function referenceAt(raw: string, at: number): RegExpExecArray | null {
	referenceHere.lastIndex = at;
	return referenceHere.exec(raw);
}

function checkReference(parser: XmlParser, match: RegExpExecArray, start: number): void {
	const [whole, decimal, hexadecimal, name] = match;
	const place = { start, end: start + whole.length };
	if (name === undefined) {
		const code = codeOf(decimal, hexadecimal);
		if (!isCharacter(code)) refuse(parser, 'xml-character', place, { code: hexOf(code) });
	} else if (!predefined.has(name) && parser.doctype !== 'declares') {
		refuse(parser, 'xml-entity-undeclared', place, { entity: name });
	}
}

const codeOf = (decimal: string | undefined, hexadecimal: string | undefined): number =>
	decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);

const hexOf = (code: number): string => `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;

/** XML 1.0 production 2. */
const isCharacter = (code: number): boolean =>
	code === 9 ||
	code === 10 ||
	code === 13 ||
	(code >= 0x20 && code <= 0xd7ff) ||
	(code >= 0xe000 && code <= 0xfffd) ||
	(code >= 0x10000 && code <= 0x10ffff);
