import { type Problem, problem } from '../../problem';
import type { Dialect } from '../dialect';
import { lineReports } from '../statements/lineReports';
import { slipProblems } from '../statements/slipProblems';
import { statementHooks } from '../statements/statementHooks';
import { joinUnknownLines } from '../statements/unknownLines';
import { systemOf } from '../targetSystem';
import type { UnattendSource } from '../unattendSource';
import { checkForEveryRelease } from './checks/everyRelease';
import { checkConflicts } from './checks/file/conflictChecks';
import { checkIncludes } from './checks/file/includeChecks';
import { checkOmissions } from './checks/file/omissionChecks';
import { checkPasswords } from './checks/file/passwordChecks';
import { checkRepetitions } from './checks/file/repetitionChecks';
import { checkScripts } from './checks/file/scriptChecks';
import { checkSections } from './checks/file/sectionChecks';
import { checkStatements } from './checks/file/statementAdvice';
import { checkStorage } from './checks/file/storageChecks';
import type { Parsed } from './checks/line/argumentChecks';
import { checkCopied } from './checks/line/copiedCheck';
import { checkMeanings } from './checks/line/meaningChecks';
import { includedUris } from './includePaths';
import { kickstartTemplates } from './kickstartTemplates';
import { judgedLines, parsedCommands } from './parsedCommands';
import { type Reading, readingOf } from './reading';
import { recogniseKickstart } from './recogniseKickstart';
import { targetOf } from './release';
import { completeKickstart } from './verbs/kickstartCompletion';
import { kickstartFixes } from './verbs/kickstartFixes';
import { kickstartHash } from './verbs/kickstartHash';
import { kickstartHover } from './verbs/kickstartHover';
import { kickstartLinks } from './verbs/kickstartLinks';
import { kickstartFolding, kickstartSymbols } from './verbs/kickstartOutline';
import {
	kickstartDefinition,
	kickstartReferences,
	prepareKickstartRename,
	renameKickstartName,
} from './verbs/kickstartReferences';
import { wholeReadingOf } from './wholeReading';

/** Kickstart files of RHEL and its rebuilds. */
export const kickstartDialect: Dialect<'kickstart'> = {
	kind: 'kickstart',
	name: 'a kickstart file for RHEL',
	languageId: 'kickstart',
	chosenAs: ['kickstart'],
	recognise: recogniseKickstart,
	fileEndings: ['.ks', '.cfg', '.conf'],
	importEndings: ['.cfg', '.ks'],
	comments: 'hash',
	imageType: 'UNATTEND',
	system: systemOf('kickstart'),
	hooks: statementHooks({ readingOf, missing: 'unattend-hook-missing' }),
	newFiles: kickstartTemplates,
	includes: includedUris,
	referenceTool: source => ({ program: 'ksvalidator', syntax: `RHEL${targetOf(source).release}` }),
	validate,
	complete: completeKickstart,
	hover: kickstartHover,
	fixes: kickstartFixes,
	definition: kickstartDefinition,
	references: kickstartReferences,
	prepareRename: prepareKickstartRename,
	rename: renameKickstartName,
	symbols: kickstartSymbols,
	folding: kickstartFolding,
	links: kickstartLinks,
	hashPassword: kickstartHash,
};

/** Checks of lines against what the reference parser accepts, or against other lines. */
const lineChecks: readonly ((reading: Reading, commands: readonly Parsed[]) => Problem[])[] = [
	checkConflicts,
	checkStatements,
	checkPasswords,
	checkMeanings,
	checkStorage,
	checkRepetitions,
	checkSections,
	checkScripts,
	reading => slipProblems(reading, { goesOn: 'kickstart-line-continuation', separated: 'kickstart-command-separator' }),
];

function validate(source: UnattendSource): Problem[] {
	const reading = wholeReadingOf(source);
	const problems = checkForEveryRelease(reading, findProblems);
	if (source.text.charCodeAt(0) === 0xfeff)
		problems.push(problem('kickstart-byte-order-mark', { start: 0, end: 1 }, {}));
	problems.push(...checkIncludes(source));
	// What is wrong in an included file is said there.
	return problems.filter(({ start }) => start <= reading.ownEnd);
}

function findProblems(reading: Reading): Problem[] {
	const commands = parsedCommands(reading);
	const { statements, sections } = reading.file;
	const lines = [...statements, ...sections.map(({ header }) => header)];
	const ofCommands = joinUnknownLines(judgedLines(reading), 'kickstart-unknown-command');
	const found = [ofCommands, ...lineChecks.map(check => check(reading, commands))].flat();
	return [...lineReports(lines, found, checkCopied(reading)), ...checkOmissions(reading, commands)];
}
