/** What bench/accuracy.mjs and the test in CI ask of the instrument. */
import { corpusAlarms, exampleAlarms, type FalseAlarmRow, generatedAlarms } from './falseAlarms';
import type { FaultKind } from './fault';
import { type KindRow, type MeasureOptions, measureKind } from './measure';
import { subjects } from './subjects';

/** Kinds whose `subject/name` has this in it; all without. */
export function kindsNamed(part: string | undefined): FaultKind[] {
	const all = Object.values(subjects).flatMap(({ kinds }) => kinds);
	if (part === undefined) return all;
	const exact = all.filter(({ subject, name }) => name === part || `${subject}/${name}` === part);
	return exact.length > 0 ? exact : all.filter(({ subject, name }) => `${subject}/${name}`.includes(part));
}

export async function measureKinds(
	kinds: readonly FaultKind[],
	options: MeasureOptions,
	onRow: (row: KindRow) => void = () => undefined,
): Promise<KindRow[]> {
	const rows: KindRow[] = [];
	for (const kind of kinds) {
		const row = await measureKind(kind, options);
		rows.push(row);
		onRow(row);
	}
	return rows;
}

export async function falseAlarms(count: number, seed: number): Promise<FalseAlarmRow[]> {
	return [...(await generatedAlarms(count, seed)), await exampleAlarms(), ...(await corpusAlarms('../shared/corpus'))];
}
