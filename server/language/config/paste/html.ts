import { t } from '../../../texts/texts';
import type { TextChange } from '../../textChange';
import type { Unwrapper } from './unwrapper';

/** Elements that pages show text with; a value may hold others. */
const elements =
	'a|abbr|article|b|blockquote|body|br|code|dd|details|div|dl|dt|em|figure|font|h[1-6]|head|hr|html|i|kbd|li|main|ol|p|pre|samp|script|section|small|span|strong|summary|table|tbody|td|textarea|th|thead|title|tr|tt|u|ul|var|wbr';
const tag = `</?(?:${elements})(?:\\s[^<>]*)?/?>|<!\\[CDATA\\[|\\]\\]>|<\\?xml[^<>]*>`;
const entities: Readonly<Record<string, string>> = {
	quot: '"',
	amp: '&',
	lt: '<',
	gt: '>',
	apos: "'",
	nbsp: ' ',
	lbrace: '{',
	rbrace: '}',
	lcub: '{',
	rcub: '}',
	lbrack: '[',
	rbrack: ']',
	lsqb: '[',
	rsqb: ']',
	colon: ':',
	comma: ',',
	ldquo: '“',
	rdquo: '”',
	lsquo: '‘',
	rsquo: '’',
	hellip: '…',
	ndash: '–',
	mdash: '—',
	Tab: '\t',
	NewLine: '\n',
};

const entity = `&(?:${Object.keys(entities).join('|')}|#\\d{1,7}|#[xX][0-9a-fA-F]{1,6});`;
const stringOrSign = new RegExp(`"(?:[^"\\\\\\r\\n]|\\\\.)*"|(${tag}|${entity})`, 'gi');
const anySign = new RegExp(`${tag}|${entity}`, 'gi');
const lineEnds = /^<(?:br|hr|\/(?:p|div|li|tr|h[1-6]|dd|dt))\b/i;

/**
 * The source of a page: `<pre>{<br>`, `&quot;`. Strings of a file may speak of tags, so what stands in straight
 * quotation marks tells nothing; once the text is known for a page's source, its signs are read everywhere.
 */
export const html: Unwrapper = text => {
	if (!text.includes('<') && !text.includes('&')) return undefined;
	let first: RegExpExecArray | undefined;
	for (const found of text.matchAll(stringOrSign)) {
		if (found[1] === undefined || !isBetween(text, found.index)) continue;
		first = found;
		break;
	}
	if (!first) return undefined;
	const changes: TextChange[] = [];
	for (const { index, 0: sign } of text.matchAll(anySign)) {
		changes.push({ start: index, end: index + sign.length, newText: meaningOf(sign, text[index + sign.length]) });
	}
	return {
		what: t('the source of a web page'),
		at: { start: first.index, end: first.index + first[0].length },
		changes,
	};
};

/** Whether what stands before the offset is a sign of JSON or of the page, and not a word of some sentence. */
const isBetween = (text: string, at: number): boolean =>
	/(?:^|[[\]{},:>;"”“'])\s*$/.test(text.slice(Math.max(0, at - 80), at));

function meaningOf(sign: string, next: string | undefined): string {
	if (/^[<\]]/.test(sign)) return lineEnds.test(sign) && next !== '\n' && next !== '\r' ? '\n' : '';
	const name = sign.slice(1, -1);
	if (!name.startsWith('#')) return entities[name] ?? entities[name.toLowerCase()] ?? sign;
	const isHex = /^#x/i.test(name);
	const code = Number.parseInt(name.slice(isHex ? 2 : 1), isHex ? 16 : 10);
	if (code === 160) return ' ';
	return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : sign;
}
