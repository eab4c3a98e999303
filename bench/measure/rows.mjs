import { figuresOf } from './figures.mjs';
import { verdictOf } from './targets.mjs';

/**
 * A line of the table as it was measured.
 * @typedef {{ part: string, what: string, unit: string, target: string, verdict: 'met' | 'missed' | 'for scale' |
 *   'not measured', why?: string, ours?: import('./figures.mjs').Figures, beside?: { name: string } &
 *   import('./figures.mjs').Figures, measured?: import('./figures.mjs').Figures & { unit: string } }} Row
 */

/**
 * @param part with its lines
 * @param {{ samples: Record<string, number[]>, missing: Record<string, string> }} run what could not be had, with why
 * @returns {Row[]}
 */
export function rowsOf({ name, lines }, { samples, missing }) {
	return lines.map(({ what, ours, unit = 'ms', target }) => {
		const line = { part: name, what, unit, target: target.text };
		const lacking = [ours, ...target.needs].find(needed => samples[needed] === undefined);
		const known = samples[ours] && { ours: figuresOf(samples[ours]) };
		if (lacking !== undefined) {
			const reason = Object.keys(missing).find(start => lacking.startsWith(start)) ?? '';
			return { ...line, ...known, verdict: 'not measured', why: missing[reason] ?? `there is no ${lacking}` };
		}
		const measured = { ...target.measured(samples), unit: target.unit };
		const other = target.needs.find(needed => nameOf(needed) !== nameOf(ours));
		const beside = other && { beside: { name: nameOf(other), ...figuresOf(samples[other]) } };
		return { ...line, ...known, ...beside, measured, verdict: verdictOf(target, measured) };
	});
}

/** Whose samples they are: the words in front of the first comma. */
const nameOf = samples => samples.split(',')[0];
