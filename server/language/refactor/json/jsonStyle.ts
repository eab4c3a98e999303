import type { JsonValue } from '../../config/json/jsonNode';

/** How a person writes JSON. */
interface JsonStyle {
	/** One step of indentation. */
	readonly indent: string;
	readonly lineBreak: string;
	/** Between a key and its value. */
	readonly colon: string;
	/** Between two members on one line. */
	readonly comma: string;
	/** Inside the braces of an object on one line. */
	readonly padding: string;
}

/** No more of a file is looked at. */
const sampleLength = 20_000;

/** The style of a text, judged by its beginning. */
export function styleOf(text: string): JsonStyle {
	const sample = text.slice(0, sampleLength);
	const isTight = /":\S/.test(sample) && !/": /.test(sample);
	const before = /" :/.test(sample) ? ' ' : '';
	return {
		indent: /\n([ \t]+)["{[]/.exec(sample)?.[1] ?? '\t',
		lineBreak: sample.includes('\r\n') ? '\r\n' : '\n',
		colon: isTight ? `${before}:` : `${before}: `,
		comma: isTight ? ',' : ', ',
		padding: isTight || /\{"/.test(sample) ? '' : ' ',
	};
}

/** How one value is laid out. */
export interface Layout {
	readonly style: JsonStyle;
	/** Indentation of the line on which the value starts. */
	readonly base: string;
	/** Whether objects take several lines; plain lists never do. */
	readonly isSpread: boolean;
}

/** The text of a value. For values that we make ourselves: deep ones would overflow the stack. */
export function jsonText(value: JsonValue, layout: Layout): string {
	const { style, base, isSpread } = layout;
	if (typeof value !== 'object' || value === null) return JSON.stringify(value);
	const inner: Layout = { ...layout, base: base + style.indent };
	const isList = Array.isArray(value);
	const items = isList
		? value.map(item => jsonText(item, inner))
		: Object.entries(value).map(([key, item]) => memberText(key, jsonText(item, inner), style));
	const [open, close] = isList ? ['[', ']'] : ['{', '}'];
	const isPlain = isList && value.every(item => typeof item !== 'object' || item === null);
	if (isSpread && !isPlain && items.length > 0) {
		const gap = style.lineBreak + inner.base;
		return `${open}${gap}${items.join(`,${gap}`)}${style.lineBreak}${base}${close}`;
	}
	const padding = isList || items.length === 0 ? '' : style.padding;
	return `${open}${padding}${items.join(style.comma)}${padding}${close}`;
}

export const memberText = (key: string, value: string, { colon }: JsonStyle): string =>
	`${JSON.stringify(key)}${colon}${value}`;
