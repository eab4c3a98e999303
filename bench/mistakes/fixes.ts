/** What the quick fixes of a report do to the files, each applied alone. */
import { DiagnosticSeverity } from 'vscode-languageserver-types';
import type { Files, Sample } from './fault';
import { type Judgement, newReports } from './judge';
import { check, type Report } from './product';

export interface FixCount {
	readonly offered: number;
	/** The report goes away and no error or warning comes. */
	readonly clean: number;
	/** The files are as they were before the mistake, but for white space. */
	readonly restored: number;
	/** Titles of fixes that are not clean, with the reason. */
	readonly bad: readonly string[];
}

export const noFixes: FixCount = { offered: 0, clean: 0, restored: 0, bad: [] };

const isLoud = ({ diagnostic }: Report): boolean => (diagnostic.severity ?? 1) <= DiagnosticSeverity.Warning;

export async function judgeFixes(sample: Sample, { hit, checked }: Judgement): Promise<FixCount> {
	if (!hit || !checked) return noFixes;
	let clean = 0;
	let restored = 0;
	const bad: string[] = [];
	const actions = await checked.fixesFor(hit);
	for (const action of actions) {
		const files = checked.applied(action);
		const after = await check(files);
		const others = checked.reports.filter(report => report !== hit);
		const added = newReports(others, after.reports);
		const stays = added.some(
			({ diagnostic }) => diagnostic.code === hit.diagnostic.code && diagnostic.message === hit.diagnostic.message,
		);
		const worse = added.filter(isLoud).filter(({ diagnostic }) => diagnostic.message !== hit.diagnostic.message);
		if (!stays && worse.length === 0) clean++;
		else
			bad.push(
				`${action.title}: ${stays ? 'the report stays' : `brings ${worse.map(({ diagnostic }) => `${diagnostic.code}: ${diagnostic.message}`).join('; ')}`}`,
			);
		if (sameWords(files, sample.files)) restored++;
	}
	return { offered: actions.length, clean, restored, bad };
}

function sameWords(one: Files, other: Files): boolean {
	const words = (files: Files, name: string): string => String(files.get(name) ?? '').replace(/\s+/g, '');
	return [...other.keys()].every(name => words(one, name) === words(other, name));
}
