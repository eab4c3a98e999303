import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
	type Diagnostic,
	type DiagnosticRelatedInformation,
	DiagnosticSeverity,
	DiagnosticTag,
	type Position,
} from 'vscode-languageserver-types';
import { type Facts, saidFacts, translate } from '../texts/texts';
import { positionsIn } from './positions';
import { type RuleCode, type RuleFacts, rules, type SeverityOverrides } from './rules';
import type { Rule, Severity } from './rules/rule';
import type { Span } from './span';

/** A breach of a rule at a stretch of text: `start` inclusive, `end` exclusive, in UTF-16 units. */
export interface Problem {
	readonly code: RuleCode;
	readonly start: number;
	readonly end: number;
	/** What the message says, and whatever else a code action needs. */
	readonly facts: Facts;
	readonly related?: readonly DiagnosticRelatedInformation[];
	/** Problems of one cause are one report; see `oncePerCause`. */
	readonly cause?: string;
}

/** Builds a problem; the compiler asks for every fact that the rule's message names. */
export function problem<Code extends RuleCode>(
	code: Code,
	place: Span,
	facts: Facts & Readonly<Record<RuleFacts<Code>, Facts[string]>>,
	related?: readonly DiagnosticRelatedInformation[],
): Problem {
	return { code, start: place.start, end: place.end, facts, ...(related ? { related } : {}) };
}

const severityValues: Record<Severity, DiagnosticSeverity> = {
	error: DiagnosticSeverity.Error,
	warning: DiagnosticSeverity.Warning,
	information: DiagnosticSeverity.Information,
	hint: DiagnosticSeverity.Hint,
};

/** Turns problems into LSP diagnostics in document order, with severities as the person set them. */
export function toDiagnostics(
	document: TextDocument,
	problems: readonly Problem[],
	severities: SeverityOverrides,
): Diagnostic[] {
	if (problems.length === 0) return [];
	const positionAt = positionsIn(document);
	return problems
		.filter(({ code }) => severities[code] !== 'off')
		.sort((a, b) => a.start - b.start || a.end - b.end)
		.map(found => toDiagnostic(positionAt, found, severities[found.code]));
}

function toDiagnostic(
	positionAt: (offset: number) => Position,
	found: Problem,
	override: SeverityOverrides[string] | undefined,
): Diagnostic {
	const rule: Rule = rules[found.code];
	const severity = override === undefined || override === 'off' ? rule.severity : override;
	return {
		range: { start: positionAt(found.start), end: positionAt(found.end) },
		severity: severityValues[severity],
		code: found.code,
		codeDescription: { href: documentationOf(found.code) },
		source: 'xclarity',
		message: translate(rule.message, saidFacts(found.facts)),
		data: found.facts,
		...(rule.tag ? { tags: [rule.tag === 'deprecated' ? DiagnosticTag.Deprecated : DiagnosticTag.Unnecessary] } : {}),
		...(found.related ? { relatedInformation: [...found.related] } : {}),
	};
}

const addresses = new Map<RuleCode, string>();

/** Address of a rule's documentation page: the same text each time, which thousands of reports share. */
export function documentationOf(code: RuleCode): string {
	const address = addresses.get(code) ?? addressOf(code);
	addresses.set(code, address);
	return address;
}

const addressOf = (code: RuleCode): string =>
	`https://github.com/xclarity-authoring/xclarity-authoring/blob/main/docs/rules/${(rules[code] as Rule).page ?? code}.md`;
