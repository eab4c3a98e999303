import { oncePerVersion } from '../../oncePerVersion';
import { readStatements, type StatementFile } from '../statements/readStatements';
import { bringsCommands, isOpaque, type StatementReading } from '../statements/statementReading';
import type { UnattendSource } from '../unattendSource';
import { joinTemplateMarks } from '../values/templateMarks';
import { isSectionName } from './commandTable';
import { type Target, targetOf } from './release';

/** A kickstart file as read once for all checks. */
export interface Reading extends StatementReading {
	readonly target: Target;
	/** Length of the file itself; what lies behind belongs to included files (see `wholeReadingOf`). */
	readonly ownEnd: number;
}

/** Reads a source; the same source is read once. */
export const readingOf: (source: UnattendSource) => Reading = oncePerVersion((given: UnattendSource): Reading => {
	const masked = joinTemplateMarks(given.masked);
	const source = masked === given.masked ? given : { ...given, masked };
	return { source, file: readLines(source), target: targetOf(source), ownEnd: source.text.length };
});

/** The same reading for another release. */
export const readingFor = (reading: Reading, release: number): Reading => ({
	...reading,
	target: { ...reading.target, release },
});

/** The lines of a source whose template marks are joined, from an offset on. */
export const readLines = (source: UnattendSource, from = 0): StatementFile =>
	readStatements(source.masked, {
		from,
		endTags: true,
		isSection: isSectionName,
		isOpaque: (start, end) => isOpaque(source, start, end),
	});

/** True when commands may come from elsewhere: an including or included file, a block macro, a template's mark. */
export const mayComeFromElsewhere = ({ file, source }: Reading): boolean =>
	source.isIncluded === true || file.statements.some(statement => bringsCommands(source, statement));
