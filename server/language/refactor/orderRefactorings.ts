import type { Node } from 'jsonc-parser';
import { t } from '../../texts/texts';
import { childOf } from '../config/json/jsonNode';
import { replace } from '../textChange';
import type { ConfigRefactoring, ConfigSubject, Refactoring } from './configRefactoring';
import { fileOf, listAround } from './configRefactoring';
import { placeOfNode, removeItem, textOf } from './json/jsonChanges';

/** The settings inside a group, or beside a setting, in the order of their names. */
export const sortSettings: ConfigRefactoring = subject => {
	const inside = childOf(subject.json, 'content');
	const list = inside?.type === 'array' ? inside : listAround(subject);
	const elements = list?.children ?? [];
	const names = elements.map(nameOf);
	if (elements.length < 2 || names.includes('')) return undefined;
	const sorted = elements.toSorted((a, b) => compare(nameOf(a), nameOf(b)));
	if (sorted.every((element, index) => element === elements[index])) return undefined;
	const around = list?.parent?.parent;
	const title = t('Sort the settings in "{around}" by name', { around: around ? nameOf(around) : '' });
	return reordered(subject, { title, kind: 'refactor.rewrite' }, elements, sorted);
};

export const moveUp: ConfigRefactoring = subject => moved(subject, -1);
export const moveDown: ConfigRefactoring = subject => moved(subject, 1);

function moved(subject: ConfigSubject, by: -1 | 1): Refactoring | undefined {
	const elements = listAround(subject)?.children ?? [];
	const from = elements.indexOf(subject.json);
	const neighbour = elements[from + by];
	if (!subject.node || from < 0 || !neighbour) return undefined;
	const order = elements.map(one => (one === neighbour ? subject.json : one === subject.json ? neighbour : one));
	const { name } = subject.node;
	const title = by < 0 ? t('Move "{name}" up', { name }) : t('Move "{name}" down', { name });
	return reordered(subject, { title, kind: 'refactor.move' }, elements, order);
}

function reordered(
	{ config, text }: ConfigSubject,
	{ title, kind }: Pick<Refactoring, 'title' | 'kind'>,
	elements: readonly Node[],
	order: readonly Node[],
): Refactoring {
	const changes = elements.flatMap((element, index) => {
		const instead = order[index];
		return instead && instead !== element ? [replace(placeOfNode(element), textOf(text, instead))] : [];
	});
	return { title, kind, files: [fileOf(config, ...changes)] };
}

/** Takes out a setting that no linked file uses, and the groups that hold nothing else. */
export const deleteUnused: ConfigRefactoring = ({ config, json, node, path, uses, linked }) => {
	if (!node || linked === 0 || uses.has(node)) return undefined;
	let target = json;
	let depth = path.length;
	while (target.parent?.type === 'array' && target.parent.children?.length === 1 && depth > 1) {
		const around = path[depth - 2];
		if (!around || uses.has(around) || !target.parent.parent?.parent) return undefined;
		target = target.parent.parent.parent;
		depth--;
	}
	const list = target.parent;
	const name = path[depth - 1]?.name ?? node.name;
	if (list?.type !== 'array' || (list.children?.length ?? 0) < 2) return undefined;
	return {
		title: t('Delete "{name}", which no linked file uses', { name }),
		kind: 'refactor.rewrite',
		files: [fileOf(config, removeItem(list, target))],
	};
};

function nameOf(setting: Node): string {
	const name: unknown = childOf(setting, 'name')?.value;
	return typeof name === 'string' ? name : '';
}

function compare(a: string, b: string): number {
	const [left, right] = [a.toLowerCase(), b.toLowerCase()];
	return left < right ? -1 : left > right ? 1 : 0;
}
