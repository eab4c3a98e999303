import type { Node } from 'jsonc-parser';
import { partitionPoint } from '../partitionPoint';
import type { Problem } from '../problem';
import { nodeAtOffset } from './json/jsonNode';

/** What the reader said about the text in which the problems of its settings lie. */
interface Causes {
	readonly syntax: readonly Problem[];
	readonly root: Node | undefined;
	/** Where the text was cut off. */
	readonly truncatedAt: number | undefined;
}

/** Mistakes of JSON that leave open what a value is: what it seems to be is no second mistake. */
const valueMistakes: ReadonlySet<string> = new Set([
	'json-literal',
	'json-unquoted-value',
	'json-number',
	'json-ellipsis',
	'json-missing-value',
	'json-bracket-kind',
	'json-joined-text',
	'json-unescaped-quote',
	'json-control-character',
	'json-unclosed-string',
	'json-unquoted-key',
	'json-line-break-in-string',
]);

/** Reports on what kind of value something is, or what it says. */
const aboutValues: ReadonlySet<string> = new Set([
	'config-unknown-key',
	'config-boolean',
	'config-text',
	'config-list',
	'config-setting',
	'config-category',
	'config-element-count',
	'config-value-type',
	'config-value-choice',
	'config-choice-type',
	'config-duplicate-choice',
	'config-mixed-choices',
	'config-type-unknown',
	'config-missing-name',
	'config-missing-key',
	'config-name-characters',
	'config-empty-choices',
	'config-empty-content',
	'config-template-count',
]);

/** Reports that something is not there; where a text was cut off it may have been. */
const absences: ReadonlySet<string> = new Set([
	'config-missing-key',
	'config-missing-name',
	'config-missing-label',
	'config-recommended-key',
	'config-root-content',
	'config-static-value',
	'config-empty-content',
	'config-empty-choices',
	'config-template-count',
	'config-container-without-children',
]);

/** Reports that may be otherwise once the setting around them is whole. */
const untilWhole: ReadonlySet<string> = new Set([
	'config-boolean',
	'config-element-count',
	'config-value-choice',
	'config-regex-value',
	'config-regex-choice',
	'config-regex-invalid',
	'config-regex-unanchored',
	'config-choice-blank',
	'config-outer-blanks',
	'config-unknown-key',
	'config-category',
	'config-type-unknown',
	'config-name-characters',
	'config-duplicate-name',
	'config-element-bound',
]);

/** A report names the cause; what follows from a mistake of JSON is not said a second time. */
export function withoutConsequences(problems: readonly Problem[], causes: Causes): Problem[] {
	const mistakes = causes.syntax.filter(({ code }) => valueMistakes.has(code)).sort((a, b) => a.start - b.start);
	const merged = mergedObjects(causes);
	return problems.filter(
		found =>
			!(merged.size > 0 && merged.has(objectAround(causes.root, found.start)?.offset ?? -1)) &&
			!(aboutValues.has(found.code) && !isOtherKey(found) && isAboutMistake(found, mistakes)) &&
			!((absences.has(found.code) || untilWhole.has(found.code)) && isCutOff(found, causes)),
	);
}

/** Objects that are two in truth: what they seem to say is said by neither. */
function mergedObjects({ syntax, root }: Causes): ReadonlySet<number> {
	const twice = syntax.filter(({ code, facts }) => code === 'json-duplicate-key' && facts.isOfTwo === true);
	return new Set(twice.flatMap(({ start }) => objectAround(root, start)?.offset ?? []));
}

function objectAround(root: Node | undefined, offset: number): Node | undefined {
	let node = nodeAtOffset(root, offset);
	while (node && node.type !== 'object') node = node.parent;
	return node;
}

/** A key that is like none stays unknown when the mistake in it is put right. */
const isOtherKey = ({ code, facts }: Problem): boolean => code === 'config-unknown-key' && facts.meant === undefined;

/** Whether the last mistake that begins at or before the end of a report reaches into it. */
function isAboutMistake({ start, end }: Problem, mistakes: readonly Problem[]): boolean {
	const mistake = mistakes[partitionPoint(mistakes, each => each.start < end) - 1];
	return mistake !== undefined && mistake.end > start;
}

/** Whether the report is about a setting that was still open where the text was cut off. */
function isCutOff({ start }: Problem, { root, truncatedAt }: Causes): boolean {
	if (truncatedAt === undefined) return false;
	const node = objectAround(root, start);
	return node !== undefined && node.offset + node.length >= truncatedAt;
}
