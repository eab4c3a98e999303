import { oncePerVersion } from '../../oncePerVersion';
import { bringsCommands, type LineGrammar, readSource, type StatementReading } from '../statements/statementReading';
import type { UnattendSource } from '../unattendSource';
import { joinTemplateMarks } from '../values/templateMarks';
import { commandEntries, commandOf, isSectionName, newestRelease } from './commandTable';
import { type Target, targetOf } from './release';

/** A kickstart file as read once for all checks. */
export interface Reading extends StatementReading {
	/** The text with macros masked, and with what was copied along. */
	readonly raw: string;
	readonly target: Target;
	/** Length of the file itself; what lies behind belongs to included files (see `wholeReadingOf`). */
	readonly ownEnd: number;
}

/** Reads a source; the same source is read once. */
export const readingOf: (source: UnattendSource) => Reading = oncePerVersion((given: UnattendSource): Reading => {
	const masked = joinTemplateMarks(given.masked);
	const read = readSource(masked === given.masked ? given : { ...given, masked }, kickstartGrammar);
	return { ...read, raw: masked, target: targetOf(read.source), ownEnd: read.source.text.length };
});

export const kickstartGrammar: LineGrammar = {
	endTags: true,
	isSection: isSectionName,
	isCommand: name => commandEntries.has(name),
	taken(name) {
		const command = commandOf(name, newestRelease);
		if (!command || command.entry.free) return undefined;
		return { arguments: command.entry.max ?? 0, options: command.everyOption };
	},
	isDirective: name => name === '%end' || name === '%include' || name === '%ksappend',
};

/** The same reading for another release. */
export const readingFor = (reading: Reading, release: number): Reading => ({
	...reading,
	target: { ...reading.target, release },
});

/** True when commands may come from elsewhere: an including or included file, a block macro, a template's mark. */
export const mayComeFromElsewhere = ({ file, source }: Reading): boolean =>
	source.isIncluded === true || file.statements.some(statement => bringsCommands(source, statement));
