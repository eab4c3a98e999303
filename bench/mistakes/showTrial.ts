/** One mistake in full: what changed, what was said, what the fixes would do. */
import { changedLines } from './judge';
import type { Trial } from './measure';

const levels = ['', 'error', 'warning', 'information', 'hint'];

export function showTrial({ kind, seed, sample, spoilt, judgement, fixes }: Trial, whole: boolean): string {
	const lines = [
		`── ${kind.subject}/${kind.name}, seed ${seed}: ${judgement.verdict}${judgement.tooHard ? ', too hard' : ''}`,
		`   ${kind.grade}: ${kind.source}`,
	];
	for (const [name, content] of spoilt) {
		if (sample.files.get(name) === content) continue;
		if (typeof content !== 'string') {
			lines.push(`   ${name}: other bytes`);
			continue;
		}
		const { first, last } = changedLines(sample.files.get(name), content);
		const text = content.split('\n');
		const from = whole ? 0 : Math.max(0, first - 2);
		const to = whole ? text.length : Math.min(text.length, Math.min(last, first + 12) + 3);
		lines.push(`   ${name}`);
		for (let line = from; line < to; line++) {
			const mark = line >= first && line <= last ? '>' : ' ';
			lines.push(` ${mark} ${String(line + 1).padStart(4)} ${(text[line] ?? '').slice(0, 160)}`);
		}
	}
	for (const report of judgement.reports) {
		const { file, diagnostic } = report;
		const { start } = diagnostic.range;
		const mark = report === judgement.hit ? '*' : ' ';
		lines.push(
			`  ${mark}${levels[diagnostic.severity ?? 1]} ${file}:${start.line + 1}:${start.character + 1} ${diagnostic.code}: ${diagnostic.message}`,
		);
	}
	if (judgement.reports.length === 0) lines.push('   nothing is said');
	if (judgement.message) lines.push(judgement.message);
	lines.push(...fixes.bad.map(bad => `   fix ${bad}`));
	return lines.join('\n');
}

/** What a reference parser needs to judge the same mistake. */
export function plainTrial({ kind, seed, sample, spoilt, judgement }: Trial): Record<string, unknown> {
	return {
		subject: kind.subject,
		kind: kind.name,
		grade: kind.grade,
		seed,
		main: sample.main,
		verdict: judgement.verdict,
		levels: judgement.reports.map(({ diagnostic }) => levels[diagnostic.severity ?? 1]),
		lines: judgement.reports.map(({ diagnostic }) => diagnostic.range.start.line + 1),
		correct: Object.fromEntries(sample.files),
		spoilt: Object.fromEntries([...spoilt].filter(([, content]) => typeof content === 'string')),
	};
}
