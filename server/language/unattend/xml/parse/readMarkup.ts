import { nameAt, splitName } from './xmlName';
import type { XmlMarkup } from './xmlNode';
import { append, find, refuse, type XmlParser } from './xmlParser';
import { checkControls } from './xmlReferences';

/** Reads `<!-- … -->`. */
export function readComment(parser: XmlParser): void {
	const { text, position: offset } = parser;
	const end = find(parser, '-->', offset + 4);
	if (end < 0) {
		swallow(parser, 'comment', '-->');
		return;
	}
	const hyphens = text.indexOf('--', offset + 4);
	if (hyphens >= 0 && hyphens < end) {
		refuse(parser, 'xml-comment-hyphens', { start: hyphens, end: hyphens + 2 }, {});
	} else if (text[end - 1] === '-' && end - 1 >= offset + 4) {
		refuse(parser, 'xml-comment-hyphens', { start: end - 1, end: end + 2 }, {});
	}
	checkControls(parser, offset + 4, end);
	appendMarkup(parser, 'comment', end + 3);
}

/** Reads `<![CDATA[…]]>` and `<!DOCTYPE …>`. */
export function readDeclared(parser: XmlParser): void {
	const { text, position: offset } = parser;
	if (text.startsWith('<![CDATA[', offset)) readCdata(parser);
	else if (text.startsWith('<!DOCTYPE', offset)) readDoctype(parser);
	else {
		refuse(parser, 'xml-markup-character', { start: offset, end: offset + 1 }, { character: '<', escaped: '&lt;' });
		parser.position += 2;
	}
}

function readCdata(parser: XmlParser): void {
	const { text, position: offset } = parser;
	const end = find(parser, ']]>', offset + 9);
	if (parser.open.length === 0) {
		refuse(parser, 'xml-outside-root', { start: offset, end: offset + 9 }, { what: 'A CDATA section' });
	}
	if (end < 0) {
		swallow(parser, 'CDATA section', ']]>');
		return;
	}
	checkControls(parser, offset + 9, end);
	parser.position = end + 3;
	const raw = text.slice(offset + 9, end);
	append(parser, { kind: 'cdata', offset, length: end + 3 - offset, raw, blank: raw.trim() === '' });
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
	if (!hasDoctypeForm(body)) {
		refuse(parser, 'xml-doctype', place, { problem: 'does not have the form <!DOCTYPE name>' });
		const bracket = text.indexOf('<', offset + 9);
		if (bracket >= 0 && bracket < end && !body.includes('[')) {
			appendMarkup(parser, 'doctype', bracket);
			return;
		}
	} else if (parser.root !== undefined || parser.doctype !== 'none') {
		const problem = parser.root === undefined ? 'is the second one' : 'stands behind the start of the root element';
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
	const target = nameAt(text, offset + 2);
	const isDeclaration = target.toLowerCase() === 'xml';
	const bracket = text.indexOf('>', offset);
	let end = find(parser, '?>', offset);
	if (isDeclaration && bracket >= 0 && (end < 0 || bracket < end)) {
		refuse(parser, 'xml-declaration', { start: offset, end: bracket + 1 }, {});
		appendMarkup(parser, 'declaration', bracket + 1);
		return;
	}
	if (end < 0) {
		swallow(parser, 'processing instruction', '?>');
		return;
	}
	end += 2;
	const atStart = offset === 0 || (offset === 1 && text.charCodeAt(0) === 0xfeff);
	if (!isDeclaration) {
		const after = text.slice(offset + 2 + target.length, end);
		if (target === '' || target.includes(':') || !/^(\s|\?>$)/.test(after)) {
			refuse(parser, 'xml-instruction', { start: offset, end }, {});
		}
	} else if (!atStart) refuse(parser, 'xml-declaration-place', { start: offset, end }, {});
	else if (!declaration.test(text.slice(offset, end))) refuse(parser, 'xml-declaration', { start: offset, end }, {});
	checkControls(parser, offset, end);
	appendMarkup(parser, isDeclaration ? 'declaration' : 'instruction', end);
}

function appendMarkup(parser: XmlParser, kind: XmlMarkup['kind'], end: number): void {
	append(parser, { kind, offset: parser.position, length: end - parser.position });
	parser.position = end;
}

/** What is never closed takes the rest of the text with it. */
function swallow(parser: XmlParser, what: string, close: string): void {
	const { text, position: start } = parser;
	refuse(parser, 'xml-unclosed', { start, end: Math.min(start + 4, text.length) }, { what, close });
	parser.swallowed = true;
	appendMarkup(parser, 'comment', text.length);
}
