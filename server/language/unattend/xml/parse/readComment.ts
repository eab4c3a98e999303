import { t } from '../../../../texts/texts';
import { readCdata } from './readCdata';
import { appendMarkup, find, refuse, type XmlParser } from './xmlParser';
import { checkControls } from './xmlReferences';

/** Reads `<!-- … -->`. */
export function readComment(parser: XmlParser): void {
	const { text, position: offset } = parser;
	const end = find(parser, '-->', offset + 4);
	const next = find(parser, '<!--', offset + 4);
	if (next >= 0 && next < end && readNestedComment(parser, next, end)) return;
	if (end < 0 || (next >= 0 && next < end)) {
		readOpenComment(parser, next < 0 ? text.length : next);
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

/** A comment within a comment: the end of the outer one comes behind, before any other starts. */
function readNestedComment(parser: XmlParser, start: number, close: number): boolean {
	const inner = find(parser, '<!--', start + 4);
	const end = find(parser, '-->', close + 3);
	const other = find(parser, '<!--', close + 3);
	if (end < 0 || (other >= 0 && other < end) || (inner >= 0 && inner < close)) return false;
	refuse(parser, 'xml-comment-hyphens', { start, end: close + 3 }, {});
	appendMarkup(parser, 'comment', end + 3);
	return true;
}

/** A comment whose end is not found within so many characters is not looked into further. */
const longestSearch = 5000;

/** A comment that lacks its end: it goes up to what looks like one in its line, or to the next line that starts with a tag. */
function readOpenComment(parser: XmlParser, next: number): void {
	const { text, position: offset } = parser;
	const start = offset + 4;
	const rest = text.slice(start, Math.min(next, start + longestSearch));
	const mark = /^[^<\n]*?((?:--?!?[ \t]*|[–—−]+)>)/.exec(rest)?.[1] ?? '';
	const end = mark === '' ? (/\n[ \t\r]*</.exec(rest)?.index ?? rest.length) : rest.indexOf(mark);
	const at = start + rest.slice(0, end).trimEnd().length;
	const cut = mark === '' ? 0 : start + end + mark.length - at;
	const isLast = cut === 0 && text.slice(at, at + longestSearch).trim() === '';
	const facts = {
		what: t('comment'),
		close: '-->',
		...(isLast && parser.open.length > 0 ? {} : { at, cut, lead: ' ' }),
	};
	refuse(parser, 'xml-unclosed', { start: offset, end: Math.min(start, text.length) }, facts);
	if (isLast) parser.isCut = true;
	appendMarkup(parser, 'comment', at + cut);
}

const meantComment =
	/<(?:!\s{0,9}[-–—−]*|[-–—−]{1,2}(?=[^<>\n]{0,300}[-–—−]>))\s{0,9}([^<>\n]{0,300}?)\s{0,9}[-–—−!]*>/y;
const meantCdata = /<!?\s{0,9}\[?\s{0,9}cdata\s{0,9}\[/iy;

/** Markup that is nearly right: `<!- note ->`, `<-- note -->`, `<!CDATA[`. */
export function readMeantMarkup(parser: XmlParser): boolean {
	const { text, position: offset } = parser;
	meantCdata.lastIndex = offset;
	const cdata = meantCdata.exec(text);
	if (cdata) {
		const end = offset + cdata[0].length;
		refuse(
			parser,
			'xml-markup-form',
			{ start: offset, end },
			{ what: t('CDATA section'), form: '<![CDATA[', whole: '<![CDATA[…]]>' },
		);
		readCdata(parser, cdata[0].length);
		return true;
	}
	meantComment.lastIndex = offset;
	const comment = meantComment.exec(text);
	if (!comment || !/[>\n]\s*$|^\s*$/.test(text.slice(Math.max(0, offset - 200), offset))) return false;
	const end = offset + comment[0].length;
	const form = `<!-- ${comment[1]?.replaceAll('--', '- -')} -->`;
	refuse(parser, 'xml-markup-form', { start: offset, end }, { what: t('comment'), form, whole: '<!-- … -->' });
	appendMarkup(parser, 'comment', end);
	return true;
}
