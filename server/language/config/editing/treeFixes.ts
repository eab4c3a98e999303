import type { Node } from 'jsonc-parser';
import type { Problem } from '../../problem';
import { keyOf, nodeAtOffset, plainValue } from '../json/jsonNode';
import { type Fix, type FixScene, fix, insert, possibleFix, replace } from './fix';

/** Puts a value that should be a list into square brackets. */
export function listFixes(problem: Problem, { root }: FixScene): readonly Fix[] {
	const value = memberAt(root, problem.start)?.children?.[1];
	if (!value || value.type === 'null') return [];
	const changes = [insert(value.offset, '['), insert(value.offset + value.length, ']')];
	return [fix('Put it in square brackets', ...changes)];
}

/** A key that stands twice: the same value twice is written once; of different ones a person keeps one. */
export function duplicateFixes(problem: Problem, { root }: FixScene): readonly Fix[] {
	const later = memberAt(root, problem.start);
	const members = later?.parent?.children ?? [];
	let before = later ? placeOf(later, members) - 1 : -1;
	while (later && before >= 0 && keyOf(members[before] ?? later) !== keyOf(later)) before--;
	const earlier = members[before];
	if (!later || !earlier) return [];
	const removal = (member: Node) => replace(withComma(member, members), '');
	if (sameValue(earlier, later)) return [fix('Remove the second one', removal(later))];
	return [
		possibleFix('Keep this one, which counts now', removal(earlier)),
		possibleFix('Keep the earlier one', removal(later)),
	];
}

function memberAt(root: Node | undefined, offset: number): Node | undefined {
	let node = nodeAtOffset(root, offset);
	while (node && node.type !== 'property') node = node.parent;
	return node;
}

function sameValue(a: Node, b: Node): boolean {
	const [one, other] = [a.children?.[1], b.children?.[1]];
	return (
		one !== undefined && other !== undefined && JSON.stringify(plainValue(one)) === JSON.stringify(plainValue(other))
	);
}

/** Members lie in document order: halve until the one is found. */
function placeOf(member: Node, members: readonly Node[]): number {
	let low = 0;
	let high = members.length - 1;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((members[middle]?.offset ?? 0) < member.offset) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** A member with the comma that goes with it. */
function withComma(member: Node, members: readonly Node[]): { start: number; end: number } {
	const index = placeOf(member, members);
	const [before, after] = [members[index - 1], members[index + 1]];
	if (before) return { start: before.offset + before.length, end: member.offset + member.length };
	return { start: member.offset, end: after?.offset ?? member.offset + member.length };
}
