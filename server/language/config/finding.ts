import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Fact, Facts } from '../../texts/texts';
import { t } from '../../texts/texts';
import type { Problem } from '../problem';
import type { RuleCode, RuleFacts } from '../rules';
import type { JsonPath } from './json/jsonNode';
import type { Part, Places } from './json/places';

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

/** Where a finding is. */
export type FindingPlace = Pick<Finding, 'path' | 'part' | 'other'>;

/** Builds a finding; the compiler asks for every fact that the rule's message names, but for `line`. */
export function finding<Code extends RuleCode>(
	code: Code,
	place: FindingPlace,
	facts: Facts & Readonly<Record<Exclude<RuleFacts<Code>, 'line'>, Fact>>,
): Finding {
	const { path, part, other } = place;
	return other ? { code, path, part, other, facts } : { code, path, part, facts };
}

/** Finds the text that a finding is about. `undefined` when a mistake of JSON there was reported already. */
export function locateFinding(document: TextDocument, places: Places, found: Finding): Problem | undefined {
	const part = places.partOf(found.path, found.part);
	if (!part || lacksOnlyValue(places, found)) return undefined;
	const { start, end } = part;
	const { code, facts, cause } = found;
	const located = cause === undefined ? { code, start, end, facts } : { code, start, end, cause, facts };
	const other = found.other && places.spanOf(found.other);
	if (!other) return located;
	const range = { start: document.positionAt(other.start), end: document.positionAt(other.end) };
	return {
		...located,
		facts: { ...facts, line: range.start.line + 1 },
		related: [{ location: { uri: document.uri, range }, message: t('The other place.') }],
	};
}

/** The key that a setting is said to lack stands there, but nothing behind it. */
const lacksOnlyValue = (places: Places, { part, path, facts: { key } }: Finding): boolean =>
	part === 'setting' && typeof key === 'string' && places.lacksValue(path, key);
