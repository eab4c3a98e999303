import type { XmlElement } from './xmlNode';
import type { XmlParser } from './xmlParser';

/** Where a start tag was meant, and how it is written. */
interface MeantTag {
	readonly start: number;
	readonly end: number;
	readonly tag: string;
}

/** Signs that look like the brackets of a tag, or a bracket with a blank. The build cannot write a raw text in ASCII. */
const opening = String.raw`(?:<\s+|[>\u2039\u00ab\uff1c\u3008\u27e8({\[]\s*|&lt;)?`;
const closing = '(?:[>›»＞〉⟩\\])}]|&gt;)';
const attributes = String.raw`((?:\s+[\w:.-]+\s*=\s*(?:"[^"<>]*"|'[^'<>]*'))*)`;

/** A start tag stands near to its end tag. */
const mostSearched = 20;
const longestSearched = 2000;

/** The start tag of a name that stands in the text of an element because its brackets are none: `size>`, `< size>`, `‹size›`. */
export function startTagInText(
	{ text }: XmlParser,
	parent: XmlElement | undefined,
	name: string,
): MeantTag | undefined {
	const escaped = name.replace(/[.]/g, '\\.');
	const form = new RegExp(`(?<=^|\\s|>)${opening}${escaped}${attributes}\\s*${closing}`, 'g');
	for (const child of parent?.children.slice(-mostSearched) ?? []) {
		if (child.kind !== 'text' || child.blank) continue;
		const from = Math.max(child.offset, child.offset + child.length - longestSearched);
		const match = [...text.slice(from, child.offset + child.length).matchAll(form)].at(-1);
		if (match === undefined) continue;
		const start = from + match.index;
		return { start, end: start + match[0].length, tag: `<${name}${match[1] ?? ''}>` };
	}
	return undefined;
}
