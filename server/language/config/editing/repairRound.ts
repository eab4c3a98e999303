import type { Problem } from '../../problem';
import { isOfJsonReader, TakenText } from '../../takenText';
import { configFixes, isForPerson } from './configFixes';
import type { Fix, FixScene } from './fix';

/** Fixes that can be made at once. */
interface Round {
	readonly fixes: readonly Fix[];
	/** They take a wrapping off, and nothing else. */
	readonly isUnwrapping: boolean;
	/** What stood where a fix writes the same in another way, or corrects a spelling. */
	readonly corrected: readonly string[];
}

/** Fixes of the JSON reader that write a literal or a number as JSON has it. */
const corrections: ReadonlySet<string> = new Set([
	'json-literal',
	'json-number',
	'json-invalid-escape',
	'json-quotes',
	'json-control-character',
	'json-unescaped-quote',
	'json-unquoted-key',
]);

/** One fix for each problem; of two that touch the same text the second waits for the next round. */
export function roundOf(problems: readonly Problem[], scene: FixScene, isTaken: (fix: Fix) => boolean): Round {
	const wrapping = problems.find(({ code }) => code === 'json-wrapped');
	if (wrapping) return { fixes: configFixes(wrapping, scene).filter(isTaken), isUnwrapping: true, corrected: [] };
	const chosen: Fix[] = [];
	const corrected: string[] = [];
	const taken = new TakenText();
	for (const problem of problems) {
		if (isForPerson(problem.code)) continue;
		const fix = configFixes(problem, scene).find(isTaken);
		if (!fix || (fix.leavesOut === 'text' && !mayLeaveOut(fix, scene))) continue;
		if (!taken.take(fix.changes, { ofJson: isOfJsonReader(problem.code) })) continue;
		chosen.push(fix);
		for (const change of fix.changes) {
			const isCorrection = problem.code.startsWith('config-') || corrections.has(problem.code);
			if (problem.code === 'config-request-body') corrected.push(String(problem.facts.key));
			// Of two texts that are joined, words become one.
			if (problem.code === 'json-joined-text')
				corrected.push(scene.text.slice(Math.max(0, change.start - 80), change.end + 80));
			if (isCorrection && !fix.leavesOut) corrected.push(scene.text.slice(change.start, change.end));
		}
	}
	return { fixes: chosen, isUnwrapping: false, corrected };
}

/**
 * Text beside the one value of a file may go. Members of settings in it are not thrown away: their brackets are wrong;
 * nor does a single word stay as the value while the rest goes.
 */
function mayLeaveOut({ changes }: Fix, { text, root }: FixScene): boolean {
	const isSettings = /\b(?:category|template|content)["'\u201d]?\s*[:=]/;
	return root?.children !== undefined && !changes.some(({ start, end }) => isSettings.test(text.slice(start, end)));
}
