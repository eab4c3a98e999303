import type { Node } from 'jsonc-parser';
import { t } from '../../../texts/texts';
import { partitionPoint } from '../../partitionPoint';
import type { Problem } from '../../problem';
import { decides, loses, safe } from '../../quickFix';
import type { Span } from '../../span';
import { insert, replace } from '../../textChange';
import { childOf, keyOf, nodeAtOffset, plainValue } from '../json/jsonNode';
import type { Fix, FixScene } from './fix';

/**
 * Puts what should be a list into square brackets: the one setting that stands where settings go, or one choice. Text
 * with commas in it was meant as several choices.
 */
export function listFixes(problem: Problem, { root, isJson }: FixScene): readonly Fix[] {
	const member = memberAt(root, problem.start);
	const value = member?.children?.[1];
	// Where signs are missing, the end of the value is a guess.
	if (!isJson || !member || !value) return [];
	const around = [insert(value.offset, '['), insert(value.offset + value.length, ']')];
	if (keyOf(member) !== 'choices') {
		const isSetting = value.type === 'object' && (childOf(value, 'name') || childOf(value, 'category'));
		return isSetting ? [safe(t('Put it in square brackets'), ...around)] : [];
	}
	if (value.type === 'boolean') return [];
	if (value.type === 'number') {
		return [safe(t('Put it in square brackets'), replaceNode(value, `["${value.value}"]`))];
	}
	if (value.type !== 'string' || String(value.value).trim() === '') return [];
	const choices = String(value.value)
		.split(/[,;|]/)
		.map(choice => choice.trim())
		.filter(choice => choice !== '');
	if (choices.length < 2) return [safe(t('Put it in square brackets'), ...around)];
	const list = [...new Set(choices)].map(choice => JSON.stringify(choice)).join(', ');
	return [decides(t('Make {count} choices of it', { count: choices.length }), replaceNode(value, `[${list}]`))];
}

const replaceNode = ({ offset, length }: Node, newText: string) =>
	replace({ start: offset, end: offset + length }, newText);

/** A key that stands twice: the same value twice is written once; of different ones a person keeps one. */
export function duplicateFixes(problem: Problem, { root }: FixScene): readonly Fix[] {
	const later = memberAt(root, problem.start);
	// Where the second of two objects begins, nobody knows for sure.
	if (problem.facts.isOfTwo) return [];
	const members = later?.parent?.children ?? [];
	let before = later ? placeOf(later, members) - 1 : -1;
	while (later && before >= 0 && keyOf(members[before] ?? later) !== keyOf(later)) before--;
	const earlier = members[before];
	if (!later || !earlier) return [];
	const removal = (member: Node) => replace(withComma(member, members), '');
	if (sameValue(earlier, later)) return [safe(t('Remove the second one'), removal(later))];
	return [
		loses(t('Keep this one, which counts now'), removal(earlier)),
		loses(t('Keep the earlier one'), removal(later)),
	];
}

/** Several choices in one text. */
export function splitChoice(problem: Problem): readonly Fix[] {
	const parts = String(problem.facts.choice)
		.split(/[,;|]/)
		.map(part => JSON.stringify(part.trim()));
	return [decides(t('Make {count} choices of it', { count: parts.length }), replace(problem, parts.join(', ')))];
}

/** Takes out a member that says nothing. */
export function leaveOut(problem: Problem, { root, isJson }: FixScene): readonly Fix[] {
	const member = memberAt(root, problem.start);
	if (!isJson || !member?.parent?.children) return [];
	return [
		decides(
			t('Leave out "{member}"', { member: keyOf(member) }),
			replace(withComma(member, member.parent.children), ''),
		),
	];
}

/** Takes off the one key around a file. */
export function unwrapFixes(problem: Problem, { root, isJson }: FixScene): readonly Fix[] {
	const inner = memberAt(root, problem.start)?.children?.[1];
	if (!isJson || !root || !inner) return [];
	const start = replace({ start: root.offset, end: inner.offset }, '');
	const end = replace({ start: inner.offset + inner.length, end: root.offset + root.length }, '');
	return [decides(t('Keep the object inside alone'), start, end)];
}

/** Takes out a choice that says nothing, or nothing new. */
export function removeChoice({ start, end, code }: Problem, { root }: FixScene): readonly Fix[] {
	const choice = nodeAtOffset(root, start);
	const choices = choice?.parent?.children ?? [];
	if (choice?.parent?.type !== 'array' || choices.length < 2) return [];
	const index = choices.indexOf(choice);
	const [before, after] = [choices[index - 1], choices[index + 1]];
	const place = before ? { start: before.offset + before.length, end } : { start, end: after?.offset ?? end };
	return [(code === 'config-duplicate-choice' ? safe : decides)(t('Remove this choice'), replace(place, ''))];
}

export function memberAt(root: Node | undefined, offset: number): Node | undefined {
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
	return partitionPoint(members, ({ offset }) => offset < member.offset);
}

/** A member with the comma that goes with it. */
export function withComma(member: Node, members: readonly Node[]): Span {
	const index = placeOf(member, members);
	const [before, after] = [members[index - 1], members[index + 1]];
	if (before) return { start: before.offset + before.length, end: member.offset + member.length };
	return { start: member.offset, end: after?.offset ?? member.offset + member.length };
}
