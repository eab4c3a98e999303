import { oncePerVersion } from '../../oncePerVersion';
import { bringsCommands, type LineGrammar, readStatementFile, type StatementFile } from '../statements/statementFile';
import type { UnattendSource } from '../unattendSource';
import { joinTemplateMarks } from '../values/templateMarks';
import { esxiCommands, esxiSections, foreignCommand, isSectionName } from './esxiTable';

/** An ESXi kickstart file as read once for all verbs. */
export interface EsxiFile extends StatementFile {
	/** Major release that the link names: 7, 8. */
	readonly release: number | undefined;
}

/** Reads a source; the same source is read once. */
export const esxiFile = oncePerVersion((source: UnattendSource): EsxiFile => {
	const major = Number.parseInt(/\d+/.exec(source.release ?? '')?.[0] ?? '', 10);
	const masked = joinTemplateMarks(source.masked);
	const read = readStatementFile(masked === source.masked ? source : { ...source, masked }, esxiGrammar);
	return { ...read, release: Number.isNaN(major) ? undefined : major };
});

const isWord = (name: string): boolean => esxiCommands().has(name) || foreignCommand(name) !== undefined;

const esxiGrammar: LineGrammar = {
	endTags: false,
	isSection: isSectionName,
	isCommand: name => !name.startsWith('%') && isWord(name) && !esxiSections.includes(`%${name}`),
	taken(name) {
		const command = esxiCommands().get(name);
		if (command?.entry.grade !== 'documented') return undefined;
		return { arguments: command.entry.max ?? 0, options: command.options };
	},
	isDirective: name => name.startsWith('%') && isWord(name),
};

/** True when commands may come from elsewhere: an included file, a block macro, a template's mark. */
export const mayComeFromElsewhere = ({ statements, source }: EsxiFile): boolean =>
	statements.some(statement => statement.head.text === 'include' || bringsCommands(source, statement));
