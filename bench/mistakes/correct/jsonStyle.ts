/** JSON as different people write it. */
import type { Random } from '../random';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

export interface JsonStyle {
	readonly indent: string;
	readonly eol: string;
	/** Objects that hold no object are written on one line. */
	readonly compact: boolean;
}

export const randomStyle = (random: Random): JsonStyle => ({
	indent: random.pick(['  ', '  ', '\t', '    ']),
	eol: random.chance(0.2) ? '\r\n' : '\n',
	compact: random.chance(0.25),
});

export const formatJson = (value: Json, style: JsonStyle): string =>
	write(value, style, '').replaceAll('\n', style.eol) + style.eol;

function write(value: Json, style: JsonStyle, indent: string): string {
	if (typeof value !== 'object' || value === null) return JSON.stringify(value);
	const deeper = indent + style.indent;
	if (Array.isArray(value)) {
		if (value.length === 0) return '[]';
		if (value.every(item => typeof item !== 'object')) return `[${value.map(item => JSON.stringify(item)).join(', ')}]`;
		return `[\n${value.map(item => deeper + write(item, style, deeper)).join(',\n')}\n${indent}]`;
	}
	const members = Object.entries(value);
	const holdsObject = members.some(([, child]) => JSON.stringify(child).includes('{'));
	if (style.compact && !holdsObject && indent !== '') {
		return `{ ${members.map(([key, child]) => `${JSON.stringify(key)}: ${write(child, style, indent)}`).join(', ')} }`;
	}
	const lines = members.map(([key, child]) => `${deeper}${JSON.stringify(key)}: ${write(child, style, deeper)}`);
	return `{\n${lines.join(',\n')}\n${indent}}`;
}

/** The style that a text was written in by `formatJson`. */
export const styleOf = (text: string): JsonStyle => ({
	indent: /\n([ \t]+)/.exec(text)?.[1] ?? '  ',
	eol: text.includes('\r\n') ? '\r\n' : '\n',
	compact: /\{ "/.test(text),
});
