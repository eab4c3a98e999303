import { type Node, parseTree } from 'jsonc-parser';

/** Files with one mistake each, made of a sound configuration-settings file: in its values, its keys, its signs. */
export function configMistakes(text: string): string[] {
	const root = parseTree(text);
	const properties = root ? propertiesIn(root) : [];
	return [...new Set([...properties.flatMap(property => mistakesAt(text, property)), ...signMistakes(text)])].filter(
		mistake => mistake !== text,
	);
}

function propertiesIn(node: Node): Node[] {
	return [...(node.type === 'property' ? [node] : []), ...(node.children ?? []).flatMap(propertiesIn)];
}

/** A key misspelt or left out; a value left out, of another type, or another word. */
function mistakesAt(text: string, property: Node): string[] {
	const [key, value] = property.children ?? [];
	if (!key || !value) return [];
	const put = (node: Node, written: string): string =>
		text.slice(0, node.offset) + written + text.slice(node.offset + node.length);
	const written = text.slice(value.offset, value.offset + value.length);
	const name = String(key.value);
	return [
		put(key, `"${name.slice(0, 2)}${name.slice(3)}"`),
		put(key, name),
		put(key, `"${name}`),
		put(value, ''),
		text.slice(0, property.offset) + text.slice(property.offset + property.length).replace(/^\s*,/, ''),
		...otherValues(value, written).map(other => put(value, other)),
	];
}

function otherValues(value: Node, written: string): string[] {
	const word = String(value.value);
	switch (value.type) {
		case 'boolean':
			return [
				`"${word}"`,
				word.toUpperCase(),
				word === 'true' ? 'yes' : 'no',
				word === 'true' ? '1' : '0',
				String(word === 'false'),
			];
		case 'number':
			return [`"${word}"`, '-1', 'two'];
		case 'string':
			return [
				word,
				`'${word}'`,
				`“${word}”`,
				`"${word}`,
				'5',
				'true',
				'null',
				'""',
				`"${word.slice(0, 2)}\\q${word.slice(2)}"`,
				`["${word}"]`,
				`"${word.slice(0, 2)}${word.slice(3)}"`,
			];
		case 'array':
			return [
				written.slice(1, -1),
				'[]',
				written.slice(0, -1),
				written.slice(1),
				`"${(value.children ?? []).map(child => child.value).join(', ')}"`,
			];
		default:
			return [];
	}
}

/** A bracket, comma, colon or quotation mark too few, twice, or in place of another; a comment; text around. */
const signMistakes = (text: string): string[] => [
	...[...text.matchAll(/[[\]{},:"]/g)].flatMap(({ 0: sign, index }) => [
		text.slice(0, index) + text.slice(index + 1),
		text.slice(0, index) + sign + text.slice(index),
	]),
	...[...text.matchAll(/,\n/g)].flatMap(({ index }) => [
		`${text.slice(0, index)}, // as agreed${text.slice(index + 1)}`,
		`${text.slice(0, index)};${text.slice(index + 1)}`,
	]),
	...[...text.matchAll(/"(\n\s*[}\]])/g)].map(({ index }) => `${text.slice(0, index + 1)},${text.slice(index + 1)}`),
	`See below.\n${text}`,
	`${text}Regards`,
	`\`\`\`json\n${text}\`\`\`\n`,
	`\ufeff${text}`,
];
