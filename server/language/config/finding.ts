import type { Node } from 'jsonc-parser';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Fact, Facts } from '../../texts/texts';
import { t } from '../../texts/texts';
import type { Problem } from '../problem';
import type { RuleCode, RuleFacts } from '../rules';
import type { Span } from '../span';
import { childOf, type JsonPath, nodeAt, propertyOf } from './json/jsonNode';
import { rangeOf } from './rangeOf';

/**
 * A breach of a rule in the plain value of a file, said in JSON paths: offsets are looked up only for a file that has
 * something to report.
 */
export interface Finding {
	readonly code: RuleCode;
	readonly path: JsonPath;
	/** What to underline: the value, its key, or a whole setting by its name. */
	readonly part: Part;
	readonly facts: Facts;
	/** The other place of two that do not go together; its line becomes the fact `line`. */
	readonly other?: JsonPath;
	/** Findings of one cause are one report. */
	readonly cause?: string;
}

export type Part = 'value' | 'key' | 'setting';

/** Where a finding is. */
export type Place = Pick<Finding, 'path' | 'part' | 'other'>;

/** Builds a finding; the compiler asks for every fact that the rule's message names, but for `line`. */
export function finding<Code extends RuleCode>(
	code: Code,
	place: Place,
	facts: Facts & Readonly<Record<Exclude<RuleFacts<Code>, 'line'>, Fact>>,
): Finding {
	return { code, ...place, facts };
}

/** Finds the text that a finding is about. `undefined` when a mistake of JSON there was reported already. */
export function locateFinding(document: TextDocument, root: Node | undefined, found: Finding): Problem | undefined {
	const node = nodeAt(root, found.path);
	if (!node || lacksOnlyValue(node, found)) return undefined;
	const place = { ...placeOf(node, found.part), ...(found.cause === undefined ? {} : { cause: found.cause }) };
	const other = found.other && nodeAt(root, found.other);
	if (!other) return { code: found.code, ...place, facts: found.facts };
	const range = rangeOf(document, other);
	return {
		code: found.code,
		...place,
		facts: { ...found.facts, line: range.start.line + 1 },
		related: [{ location: { uri: document.uri, range }, message: t('The other place.') }],
	};
}

/** The key that a setting is said to lack stands there, but nothing behind it. */
function lacksOnlyValue(setting: Node, found: Finding): boolean {
	const { key } = found.facts;
	if (found.part !== 'setting' || typeof key !== 'string') return false;
	const property = propertyOf(setting, key);
	return property !== undefined && property.children?.[1] === undefined;
}

function placeOf(node: Node, part: Part): Span {
	if (part === 'key' && node.parent?.type === 'property') return span(node.parent.children?.[0] ?? node);
	if (part === 'value' && !node.children) return span(node);
	const name = childOf(node, 'name');
	if (part === 'setting' && name && !name.children) return span(name);
	if (part === 'value' && node.parent?.type === 'property') return span(node.parent.children?.[0] ?? node);
	return { start: node.offset, end: node.offset + Math.min(node.length, 1) };
}

const span = (node: Node): Span => ({ start: node.offset, end: node.offset + node.length });
