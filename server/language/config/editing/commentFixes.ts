import type { Node } from 'jsonc-parser';
import { t } from '../../../texts/texts';
import { partitionPoint } from '../../partitionPoint';
import type { Problem } from '../../problem';
import { loses, safe } from '../../quickFix';
import type { Span } from '../../span';
import { insert, replace, type TextChange } from '../../textChange';
import { childOf, nodeAtOffset, propertyOf } from '../json/jsonNode';
import type { Fix, FixScene } from './fix';

/**
 * Ways to get rid of a comment, for which JSON has no place. A remark on a setting without a description becomes its
 * description: the one place in the format for such words, and the operator may read them. Members that were
 * commented out, and remarks on settings that describe themselves already, can only be left out.
 */
export function commentFixes(problem: Problem, scene: FixScene): readonly Fix[] {
	const line = wholeLine(scene.text, problem);
	const removal: Fix = {
		...loses(t('Remove the comment'), replace(line, '')),
		leavesOut: 'comment',
		isForRepair: true,
	};
	const words = wordsOf(scene.text.slice(problem.start, problem.end));
	const setting = words === '' ? undefined : settingAt(problem, scene);
	if (!setting) return [removal];
	const addition = descriptionOf(setting, words);
	return [safe(t('Make the comment the description of its setting'), addition, replace(line, '')), removal];
}

/** The remark without its signs; empty for members that were commented out. */
function wordsOf(comment: string): string {
	const words = comment
		.replace(/^\/\*+|\*+\/$/g, '')
		.split(/\r\n?|\n/)
		.map(line => line.replace(/^[\s*]*(?:\/\/+|#+)?/, '').trim())
		.filter(line => line !== '')
		.join(' ');
	return /["{}[\]]/.test(words) ? '' : words;
}

/** The line that the comment has to itself, its line break included; otherwise the comment alone. */
function wholeLine(text: string, { start, end }: Problem): Span {
	const before = /(?:^|[\r\n])([ \t]*)$/.exec(text.slice(Math.max(0, start - 200), start));
	const after = /^[ \t]*(?:\r\n?|\n|$)/.exec(text.slice(end, end + 200));
	if (!before || !after) return { start, end };
	return { start: start - (before[1]?.length ?? 0), end: end + after[0].length };
}

function settingAt({ start, end }: Problem, { text, root }: FixScene): Node | undefined {
	if (!root) return undefined;
	if (end <= root.offset) return describable(root);
	let node = nodeAtOffset(root, start);
	if (node?.type === 'array') {
		const elements = node.children ?? [];
		const next = elements[partitionPoint(elements, child => child.offset < end)];
		const last = elements[partitionPoint(elements, child => child.offset < start) - 1];
		const sameLine = last && !/[\r\n]/.test(text.slice(last.offset + last.length, start));
		const neighbour = sameLine ? last : next;
		if (neighbour?.type === 'object') return describable(neighbour);
	}
	while (node && node.type !== 'object') node = node.parent;
	return node && describable(node);
}

/** A setting, or what looks like one, that has no description. */
const describable = (object: Node): Node | undefined =>
	object.type === 'object' &&
	!propertyOf(object, 'description') &&
	(childOf(object, 'category') || childOf(object, 'name'))
		? object
		: undefined;

function descriptionOf(setting: Node, words: string): TextChange {
	const member = `"description": ${JSON.stringify(words)}`;
	const before = childOf(setting, 'label') ?? childOf(setting, 'name');
	return before ? insert(before.offset + before.length, `, ${member}`) : insert(setting.offset + 1, `${member}, `);
}
