import type { Value } from './parseArguments';

/** The items of a comma list, each in its place; none when quotes or escapes hide where they stand. */
export function listItems(list: Value | undefined): Value[] {
	if (!list || list.end - list.start !== list.text.length) return [];
	const { text, start } = list;
	const items: Value[] = [];
	let from = 0;
	for (const item of text.split(',')) {
		if (item !== '') items.push({ text: item, start: start + from, end: start + from + item.length });
		from += item.length + 1;
	}
	return items;
}
