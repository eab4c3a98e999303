import { oncePerVersion } from '../../oncePerVersion';
import { readStatements } from '../statements/readStatements';
import { bringsCommands, isOpaque, type StatementReading } from '../statements/statementReading';
import type { UnattendSource } from '../unattendSource';
import { isSectionName } from './esxiTable';

/** An ESXi kickstart file as read once for all verbs. */
export interface EsxiReading extends StatementReading {
	/** Major release that the link names: 7, 8. */
	readonly release: number | undefined;
}

/** Reads a source; the same source is read once. */
export const esxiReading = oncePerVersion((source: UnattendSource): EsxiReading => {
	const file = readStatements(source.masked, {
		endTags: false,
		isSection: isSectionName,
		isOpaque: (start, end) => isOpaque(source, start, end),
	});
	const major = Number.parseInt(/\d+/.exec(source.release ?? '')?.[0] ?? '', 10);
	return { source, file, release: Number.isNaN(major) ? undefined : major };
});

/** True when commands may come from elsewhere: an included file, a block macro, a template's mark. */
export const mayComeFromElsewhere = ({ file, source }: EsxiReading): boolean =>
	file.statements.some(statement => statement.head.text === 'include' || bringsCommands(source, statement));
