import { t } from '../../../../texts/texts';
import { readCdata } from './readCdata';
import { readComment, readMeantMarkup } from './readComment';
import { nameAt, splitName } from './xmlName';
import { appendMarkup, find, refuse, swallow, type XmlParser } from './xmlParser';
import { checkControls } from './xmlReferences';

/** Reads what starts with `<!`: comments, CDATA sections, the DOCTYPE, and what was meant for one of them. */
export function readDeclared(parser: XmlParser): void {
	const { text, position: offset } = parser;
	if (text.startsWith('<!--', offset)) readComment(parser);
	else if (text.startsWith('<![CDATA[', offset)) readCdata(parser);
	else if (/^<!doctype/i.test(text.slice(offset, offset + 9))) readDoctype(parser);
	else if (!readMeantMarkup(parser)) {
		refuse(parser, 'xml-markup-character', { start: offset, end: offset + 1 }, { character: '<', escaped: '&lt;' });
		parser.position += 2;
	}
}

const quoted = `("[^"]*"|'[^']*')`;
const doctypeForm = new RegExp(
	`^(\\s+(SYSTEM\\s+${quoted}|PUBLIC\\s+${quoted}\\s+${quoted}))?\\s*(\\[[\\s\\S]*\\]\\s*)?$`,
);

function hasDoctypeForm(body: string): boolean {
	const start = body.search(/\S/);
	if (start < 1) return false;
	const name = nameAt(body, start);
	return name !== '' && splitName(name) !== undefined && doctypeForm.test(body.slice(start + name.length));
}

/** A DOCTYPE is skipped: nothing in it is looked up, fetched or expanded. */
function readDoctype(parser: XmlParser): void {
	const { text, position: offset } = parser;
	const end = doctypeEnd(text, offset + 9);
	if (end < 0) {
		swallow(parser, 'DOCTYPE', '>');
		return;
	}
	const body = text.slice(offset + 9, end);
	const place = { start: offset, end: offset + 9 };
	if (!text.startsWith('<!DOCTYPE', offset)) {
		refuse(parser, 'xml-doctype', place, { problem: t('This DOCTYPE is not written in capitals.') });
	} else if (!hasDoctypeForm(body)) {
		refuse(parser, 'xml-doctype', place, { problem: t('This DOCTYPE does not have the form <!DOCTYPE name>.') });
		const bracket = text.indexOf('<', offset + 9);
		if (bracket >= 0 && bracket < end && !body.includes('[')) {
			appendMarkup(parser, 'doctype', bracket);
			return;
		}
	} else if (parser.root !== undefined || parser.doctype !== 'none') {
		const problem =
			parser.root === undefined
				? t('This DOCTYPE is the second one.')
				: t('This DOCTYPE stands behind the start of the root element.');
		refuse(parser, 'xml-doctype', place, { problem });
	}
	const declares = body.includes('[');
	parser.doctype = declares || /\b(SYSTEM|PUBLIC)\b/.test(body) ? 'declares' : 'plain';
	if (declares) refuse(parser, 'xml-doctype-ignored', place, {});
	appendMarkup(parser, 'doctype', end + 1);
}

/** Offset of the `>` that ends a DOCTYPE: brackets and quotes may hold others. */
function doctypeEnd(text: string, from: number): number {
	let depth = 0;
	for (let at = from; at < text.length; at++) {
		const character = text[at];
		if (character === '"' || character === "'") {
			const close = text.indexOf(character, at + 1);
			if (close < 0) return -1;
			at = close;
		} else if (text.startsWith('<!--', at)) {
			const close = text.indexOf('-->', at + 4);
			if (close < 0) return -1;
			at = close + 2;
		} else if (character === '[') depth++;
		else if (character === ']') depth--;
		else if (character === '>' && depth <= 0) return at;
	}
	return -1;
}

const declaration =
	/^<\?xml\s+version\s*=\s*(["'])1\.\d+\1(\s+encoding\s*=\s*(["'])[A-Za-z][\w.-]*\3)?(\s+standalone\s*=\s*(["'])(yes|no)\5)?\s*\?>$/;

/** Reads `<?target … ?>` and the XML declaration. */
export function readInstruction(parser: XmlParser): void {
	const { text, position: offset } = parser;
	if (/^<\?\s*xml\b/i.test(text.slice(offset, offset + 20))) {
		readDeclaration(parser);
		return;
	}
	const target = nameAt(text, offset + 2);
	const close = find(parser, '?>', offset);
	if (close < 0) {
		swallow(parser, t('processing instruction'), '?>');
		return;
	}
	const end = close + 2;
	const after = text.slice(offset + 2 + target.length, end);
	if (target === '' || target.includes(':') || !/^(\s|\?>$)/.test(after)) {
		refuse(parser, 'xml-instruction', { start: offset, end }, {});
	}
	checkControls(parser, offset, end);
	appendMarkup(parser, 'instruction', end);
}

/** A declaration ends with the next bracket, whatever stands before it. */
function readDeclaration(parser: XmlParser): void {
	const { text, position: offset } = parser;
	const bracket = text.slice(offset + 1).search(/[<>]/);
	const stop = bracket < 0 ? text.length : offset + 1 + bracket;
	const end = text[stop] === '>' ? stop + 1 : text.slice(0, stop).trimEnd().length;
	if (!declaration.test(text.slice(offset, end))) refuse(parser, 'xml-declaration', { start: offset, end }, {});
	else if (offset !== parser.start) refuse(parser, 'xml-declaration-place', { start: offset, end }, {});
	checkControls(parser, offset, end);
	appendMarkup(parser, 'declaration', end);
}

const meantDeclaration = /<[\s!?]*xml\s+(?:version|encoding)\b[^<>\n]*>/iy;

/** Before the root element: a declaration without its question marks. */
export function readMeantDeclaration(parser: XmlParser): boolean {
	const { text, position: offset } = parser;
	if (parser.root !== undefined) return false;
	meantDeclaration.lastIndex = offset;
	const match = meantDeclaration.exec(text);
	if (match === null) return false;
	const end = offset + match[0].length;
	refuse(parser, 'xml-declaration', { start: offset, end }, {});
	appendMarkup(parser, 'declaration', end);
	return true;
}
