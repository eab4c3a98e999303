import { refuse, type XmlParser } from './xmlParser';

const tag = /<(?![!?])[^<>]*>/g;

/** The text with null characters inside tags moved out of the way as blanks at their ends: a name goes on behind one. */
export function withoutNulls(text: string): string {
	if (!text.includes('\0')) return text;
	return text.replace(tag, whole => {
		const close = whole.endsWith('/>') ? '/>' : '>';
		const words = whole.slice(0, -close.length).replaceAll('\0', '');
		return words.padEnd(whole.length - close.length) + close;
	});
}

/** Reports the null characters inside tags. */
export function checkNulls(parser: XmlParser, text: string): void {
	if (parser.text === text) return;
	for (const { 0: whole, index } of text.matchAll(tag))
		for (const { index: at } of whole.matchAll(/\0/g))
			refuse(parser, 'xml-character', { start: index + at, end: index + at + 1 }, { code: 'U+0000' });
}
