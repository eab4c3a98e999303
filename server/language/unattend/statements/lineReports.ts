import { partitionPoint } from '../../partitionPoint';
import type { Problem } from '../../problem';
import { rules } from '../../rules';
import type { Severity } from '../../rules/rule';
import type { Span } from '../../span';

const loudness: Readonly<Record<Severity, number>> = { error: 3, warning: 2, information: 1, hint: 0 };
const loudnessOf = ({ code }: Problem): number => loudness[rules[code].severity];

/**
 * What is said about each line: the loudest only. Advice about a line that stops the installer comes when the line is
 * put right. Where a line holds something that was copied along, the rest of it is not looked at.
 */
export function lineReports(
	lines: readonly Span[],
	problems: readonly Problem[],
	copied: readonly Problem[],
): Problem[] {
	if (problems.length === 0) return [...copied];
	const ordered = [...lines].sort((a, b) => a.start - b.start);
	const loudest = new Map<Span, number>();
	for (const each of copied) noteLoudest(loudest, lineAt(ordered, each.start), Number.POSITIVE_INFINITY);
	for (const each of problems) noteLoudest(loudest, lineAt(ordered, each.start), loudnessOf(each));
	const kept = problems.filter(each => {
		const line = lineAt(ordered, each.start);
		return line === undefined || loudnessOf(each) === loudest.get(line);
	});
	return [...copied, ...kept];
}

function noteLoudest(loudest: Map<Span, number>, line: Span | undefined, value: number): void {
	if (line) loudest.set(line, Math.max(value, loudest.get(line) ?? 0));
}

/** The line in which an offset lies. */
function lineAt(ordered: readonly Span[], offset: number): Span | undefined {
	const line = ordered[partitionPoint(ordered, ({ start }) => start <= offset) - 1];
	return line && offset <= line.end ? line : undefined;
}
