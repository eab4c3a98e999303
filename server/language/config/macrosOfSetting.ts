import type { Node } from 'jsonc-parser';
import { childOf, keyOf } from './json/jsonNode';

/** How many numbered macros of one list are named. */
const named = 3;

/**
 * The macros, without hashes, that a setting becomes: one for a plain setting, the first few for the elements of a
 * list. Instances further up are those of the first element. Empty for the top-most object and for nameless ones.
 */
export function macrosOfSetting(setting: Node, file: Node): string[] {
	const steps: string[] = [];
	let last = 1;
	for (let node: Node | undefined = setting; node && node !== file; ) {
		const list: Node | undefined = node.parent?.parent;
		const name: unknown = childOf(node, 'name')?.value;
		if (typeof name !== 'string' || list?.type !== 'property') return [];
		const isNumbered = keyOf(list) === 'template';
		if (isNumbered && node === setting) last = countOf(list.parent);
		steps.unshift(isNumbered && node !== setting ? `${name}0` : name);
		node = list.parent;
	}
	if (steps.length === 0) return [];
	const macro = steps.join('.');
	return isElement(setting) ? Array.from({ length: last }, (_, index) => `${macro}${index}`) : [macro];
}

const isElement = (setting: Node): boolean => {
	const list = setting.parent?.parent;
	return list?.type === 'property' && keyOf(list) === 'template';
};

function countOf(list: Node | undefined): number {
	const most: unknown = childOf(list, 'maxElements')?.value;
	return typeof most === 'number' && most >= 1 ? Math.min(Math.floor(most), named) : 1;
}
