/** The measure as lines to read. */
import type { FalseAlarmRow } from './falseAlarms';
import type { Subject } from './fault';
import { type Verdict, verdicts } from './judge';
import type { KindRow } from './measure';

export interface Totals {
	readonly subject: Subject;
	readonly kinds: number;
	readonly trials: number;
	readonly counts: Readonly<Record<Verdict, number>>;
	readonly tooHard: number;
	readonly fixes: { readonly offered: number; readonly clean: number; readonly restored: number };
}

export function totalsOf(rows: readonly KindRow[]): Totals[] {
	const subjects = [...new Set(rows.map(({ kind }) => kind.subject))];
	return subjects.map(subject => {
		const own = rows.filter(({ kind }) => kind.subject === subject);
		const trials = own.flatMap(row => row.trials);
		const sum = (value: (trial: (typeof trials)[number]) => number): number =>
			trials.reduce((total, trial) => total + value(trial), 0);
		return {
			subject,
			kinds: own.length,
			trials: trials.length,
			counts: Object.fromEntries(
				verdicts.map(verdict => [verdict, own.reduce((total, { counts }) => total + counts[verdict], 0)]),
			) as Record<Verdict, number>,
			tooHard: own.reduce((total, row) => total + row.tooHard, 0),
			fixes: {
				offered: sum(({ fixes }) => fixes.offered),
				clean: sum(({ fixes }) => fixes.clean),
				restored: sum(({ fixes }) => fixes.restored),
			},
		};
	});
}

export const percent = (part: number, whole: number): string =>
	whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;

const columns = ['once', 'followed', 'misplaced', 'soft', 'missed', 'crash'] as const satisfies readonly Verdict[];
const heading = `${'kind'.padEnd(50)}${['tried', ...columns, 'too hard', 'fixes', 'clean'].map(name => name.padStart(10)).join('')}`;

export function kindLines(rows: readonly KindRow[]): string[] {
	return [
		heading,
		...rows.map(({ kind, counts, tooHard, trials }) => {
			const offered = trials.reduce((total, { fixes }) => total + fixes.offered, 0);
			const clean = trials.reduce((total, { fixes }) => total + fixes.clean, 0);
			const numbers = [trials.length, ...columns.map(name => counts[name]), tooHard, offered, clean];
			return `${`${kind.subject}/${kind.name}`.padEnd(50)}${numbers.map(shown).join('')}`;
		}),
	];
}

const shown = (value: number): string => (value === 0 ? '·' : String(value)).padStart(10);

export function totalLines(totals: readonly Totals[]): string[] {
	return totals.map(({ subject, kinds, trials, counts, fixes }) => {
		const shares = columns.map(name => `${name} ${percent(counts[name], trials)}`).join(', ');
		const repaired = `fixes ${fixes.offered}, clean ${percent(fixes.clean, fixes.offered)}, as before ${percent(fixes.restored, fixes.offered)}`;
		return `${subject.padEnd(10)} ${kinds} kinds, ${trials} mistakes: ${shares}; ${repaired}`;
	});
}

export function alarmLines(rows: readonly FalseAlarmRow[]): string[] {
	return rows.flatMap(({ name, files, alarms }) => [
		files === undefined
			? `${name.padEnd(28)} skipped: not on this machine`
			: `${name.padEnd(28)} ${String(files).padStart(5)} files, ${alarms.length} false alarms`,
		...alarms.map(alarm => `    ${alarm}`),
	]);
}
