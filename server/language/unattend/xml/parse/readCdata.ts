import { t } from '../../../../texts/texts';
import { append, find, innermost, refuse, swallow, type XmlParser } from './xmlParser';
import { checkControls } from './xmlReferences';

const opening = '<![CDATA[';
const closing = ']]>';

/** Reads a CDATA section; the position stands on `<![CDATA[`, or on what was meant for it, which is `length` long. */
export function readCdata(parser: XmlParser, length = opening.length): void {
	const { position: offset } = parser;
	const start = offset + length;
	if (parser.open.length === 0) {
		refuse(parser, 'xml-outside-root', { start: offset, end: start }, { what: t('A CDATA section') });
	}
	const close = find(parser, closing, start);
	const end = endOfOpenCdata(parser, start, close);
	if (end !== undefined) {
		const { at, cut } = end;
		const facts = { what: t('CDATA section'), close: closing, at: at - cut, cut, lead: '' };
		refuse(parser, 'xml-unclosed', { start: offset, end: start }, facts);
		place(parser, { start, content: at - cut, end: at });
	} else if (close < 0) swallow(parser, t('CDATA section'), closing);
	else place(parser, { start, content: close, end: close + closing.length });
}

function place(parser: XmlParser, { start, content, end }: { start: number; content: number; end: number }): void {
	const { text, position: offset } = parser;
	checkControls(parser, start, content);
	parser.position = end;
	const raw = text.slice(start, content);
	append(parser, { kind: 'cdata', offset, length: end - offset, raw, blank: raw.trim() === '' });
}

/**
 * Where a section ends that lacks its `]]>`: at the end tag of the element that it stands in. A later section may lend
 * its own, and then the element is not closed behind it.
 */
function endOfOpenCdata(parser: XmlParser, start: number, close: number): { at: number; cut: number } | undefined {
	const { text } = parser;
	const element = innermost(parser);
	if (element === undefined) return undefined;
	const tag = `</${element.name}>`;
	const at = find(parser, tag, start);
	if (at < 0 || (close >= 0 && close < at)) return undefined;
	if (close >= 0) {
		const nested = find(parser, opening, start);
		if (nested < 0 || nested > close || at > nested) return undefined;
	}
	const rest = /\s*[\]>\s]*$/.exec(text.slice(Math.max(start, at - 20), at))?.[0] ?? '';
	const marks = /[\]>][\]>\s]*$/.exec(rest)?.[0].length ?? 0;
	return { at, cut: marks };
}
