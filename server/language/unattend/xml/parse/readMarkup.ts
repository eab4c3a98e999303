import { nameAt, splitName } from './xmlName';
import type { XmlMarkup } from './xmlNode';
import { append, find, refuse, type XmlReading } from './xmlReading';
import { checkControls } from './xmlReferences';

/** Reads `<!-- … -->`. */
export function readComment(reading: XmlReading): void {
	const { text, position: offset } = reading;
	const end = find(reading, '-->', offset + 4);
	if (end < 0) {
		swallow(reading, 'comment', '-->');
		return;
	}
	const hyphens = text.indexOf('--', offset + 4);
	if (hyphens >= 0 && hyphens < end) {
		refuse(reading, 'xml-comment-hyphens', { start: hyphens, end: hyphens + 2 }, {});
	} else if (text[end - 1] === '-' && end - 1 >= offset + 4) {
		refuse(reading, 'xml-comment-hyphens', { start: end - 1, end: end + 2 }, {});
	}
	checkControls(reading, offset + 4, end);
	appendMarkup(reading, 'comment', end + 3);
}

/** Reads `<![CDATA[…]]>` and `<!DOCTYPE …>`. */
export function readDeclared(reading: XmlReading): void {
	const { text, position: offset } = reading;
	if (text.startsWith('<![CDATA[', offset)) readCdata(reading);
	else if (text.startsWith('<!DOCTYPE', offset)) readDoctype(reading);
	else {
		refuse(reading, 'xml-markup-character', { start: offset, end: offset + 1 }, { character: '<', escaped: '&lt;' });
		reading.position += 2;
	}
}

function readCdata(reading: XmlReading): void {
	const { text, position: offset } = reading;
	const end = find(reading, ']]>', offset + 9);
	if (reading.open.length === 0) {
		refuse(reading, 'xml-outside-root', { start: offset, end: offset + 9 }, { what: 'A CDATA section' });
	}
	if (end < 0) {
		swallow(reading, 'CDATA section', ']]>');
		return;
	}
	checkControls(reading, offset + 9, end);
	reading.position = end + 3;
	const raw = text.slice(offset + 9, end);
	append(reading, { kind: 'cdata', offset, length: end + 3 - offset, raw, blank: raw.trim() === '' });
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
function readDoctype(reading: XmlReading): void {
	const { text, position: offset } = reading;
	const end = doctypeEnd(text, offset + 9);
	if (end < 0) {
		swallow(reading, 'DOCTYPE', '>');
		return;
	}
	const body = text.slice(offset + 9, end);
	const place = { start: offset, end: offset + 9 };
	if (!hasDoctypeForm(body)) {
		refuse(reading, 'xml-doctype', place, { problem: 'does not have the form <!DOCTYPE name>' });
		const bracket = text.indexOf('<', offset + 9);
		if (bracket >= 0 && bracket < end && !body.includes('[')) {
			appendMarkup(reading, 'doctype', bracket);
			return;
		}
	} else if (reading.root !== undefined || reading.doctype !== 'none') {
		const problem = reading.root === undefined ? 'is the second one' : 'stands behind the start of the root element';
		refuse(reading, 'xml-doctype', place, { problem });
	}
	const declares = body.includes('[');
	reading.doctype = declares || /\b(SYSTEM|PUBLIC)\b/.test(body) ? 'declares' : 'plain';
	if (declares) refuse(reading, 'xml-doctype-ignored', place, {});
	appendMarkup(reading, 'doctype', end + 1);
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
export function readInstruction(reading: XmlReading): void {
	const { text, position: offset } = reading;
	const target = nameAt(text, offset + 2);
	const isDeclaration = target.toLowerCase() === 'xml';
	const bracket = text.indexOf('>', offset);
	let end = find(reading, '?>', offset);
	if (isDeclaration && bracket >= 0 && (end < 0 || bracket < end)) {
		refuse(reading, 'xml-declaration', { start: offset, end: bracket + 1 }, {});
		appendMarkup(reading, 'declaration', bracket + 1);
		return;
	}
	if (end < 0) {
		swallow(reading, 'processing instruction', '?>');
		return;
	}
	end += 2;
	const atStart = offset === 0 || (offset === 1 && text.charCodeAt(0) === 0xfeff);
	if (!isDeclaration) {
		const after = text.slice(offset + 2 + target.length, end);
		if (target === '' || target.includes(':') || !/^(\s|\?>$)/.test(after)) {
			refuse(reading, 'xml-instruction', { start: offset, end }, {});
		}
	} else if (!atStart) refuse(reading, 'xml-declaration-place', { start: offset, end }, {});
	else if (!declaration.test(text.slice(offset, end))) refuse(reading, 'xml-declaration', { start: offset, end }, {});
	checkControls(reading, offset, end);
	appendMarkup(reading, isDeclaration ? 'declaration' : 'instruction', end);
}

function appendMarkup(reading: XmlReading, kind: XmlMarkup['kind'], end: number): void {
	append(reading, { kind, offset: reading.position, length: end - reading.position });
	reading.position = end;
}

/** What is never closed takes the rest of the text with it. */
function swallow(reading: XmlReading, what: string, close: string): void {
	const { text, position: start } = reading;
	refuse(reading, 'xml-unclosed', { start, end: Math.min(start + 4, text.length) }, { what, close });
	reading.swallowed = true;
	appendMarkup(reading, 'comment', text.length);
}
