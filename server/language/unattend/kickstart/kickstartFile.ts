import { oncePerVersion } from '../../oncePerVersion';
import { bringsCommands, type LineGrammar, readStatementFile, type StatementFile } from '../statements/statementFile';
import type { UnattendSource } from '../unattendSource';
import { joinTemplateMarks } from '../values/templateMarks';
import { commandEntries, commandOf, isSectionName, newestRelease } from './commandTable';
import { type Target, targetOf } from './release';

/** A kickstart file as read once for all checks. */
export interface KickstartFile extends StatementFile {
	/** The text with macros masked, and with what was copied along. */
	readonly raw: string;
	readonly target: Target;
	/** Length of the file itself; what lies behind belongs to included files (see `wholeFile`). */
	readonly ownEnd: number;
	/** The same file for the next release that does not judge all its lines alike: most of its judgements hold here too. */
	readonly newer?: KickstartFile;
}

/** Reads a source; the same source is read once. */
export const kickstartFile: (source: UnattendSource) => KickstartFile = oncePerVersion(
	(given: UnattendSource): KickstartFile => {
		const masked = joinTemplateMarks(given.masked);
		const read = readStatementFile(masked === given.masked ? given : { ...given, masked }, kickstartGrammar);
		return { ...read, raw: masked, target: targetOf(read.source), ownEnd: read.source.text.length };
	},
);

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

/** The same file for an older release. */
export const fileFor = (newer: KickstartFile, release: number): KickstartFile => ({
	...newer,
	target: { ...newer.target, release },
	newer,
});

/** True when commands may come from elsewhere: an including or included file, a block macro, a template's mark. */
export const mayComeFromElsewhere = oncePerVersion(
	({ statements, source }: KickstartFile): boolean =>
		source.isIncluded === true || statements.some(statement => bringsCommands(source, statement)),
);
