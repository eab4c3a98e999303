import { readStatements } from '../statements/readStatements';
import { bringsCommands, isOpaque, type StatementReading } from '../statements/statementReading';
import type { UnattendSource } from '../unattendSource';
import { isSectionName } from './esxiTable';

/** An ESXi kickstart file as read once for all verbs. */
export interface EsxiReading extends StatementReading {
	/** Major release that the link names: 7, 8. */
	readonly release: number | undefined;
}

const readings = new WeakMap<UnattendSource, EsxiReading>();

/** Reads a source; the same source is read once. */
export function esxiReading(source: UnattendSource): EsxiReading {
	const known = readings.get(source);
	if (known) return known;
	const file = readStatements(source.masked, {
		endTags: false,
		isSection: isSectionName,
		isOpaque: (start, end) => isOpaque(source, start, end),
	});
	const major = Number.parseInt(/\d+/.exec(source.release ?? '')?.[0] ?? '', 10);
	const reading = { source, file, release: Number.isNaN(major) ? undefined : major };
	readings.set(source, reading);
	return reading;
}

/** True when commands may come from elsewhere: an included file, a block macro, a template's mark. */
export const mayComeFromElsewhere = ({ file, source }: EsxiReading): boolean =>
	file.statements.some(statement => statement.head.text === 'include' || bringsCommands(source, statement));
