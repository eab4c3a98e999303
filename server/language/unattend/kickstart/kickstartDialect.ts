import { type Problem, problem } from '../../problem';
import type { Dialect } from '../dialect';
import { lineReports } from '../statements/lineReports';
import { statementHooks } from '../statements/statementHooks';
import { statementLiterals } from '../statements/statementLiterals';
import { systemOf } from '../targetSystem';
import type { UnattendSource } from '../unattendSource';
import { literalPlaces } from '../values/placedLiteral';
import { checkForEveryRelease } from './checks/everyRelease';
import { checkIncludes } from './checks/file/includeChecks';
import { checkOmissions } from './checks/file/omissionChecks';
import { advice, type FileCheck, refusals } from './checks/fileChecks';
import { checkCopied } from './checks/line/copiedCheck';
import { includedUris } from './includePaths';
import { kickstartTemplates } from './kickstartTemplates';
import { parsedCommands } from './parsedCommands';
import { type Reading, readingOf } from './reading';
import { recogniseKickstart } from './recogniseKickstart';
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
	literals(source) {
		const reading = readingOf(source);
		return statementLiterals(reading.source, parsedCommands(reading), literalPlaces.kickstart);
	},
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

function validate(source: UnattendSource): Problem[] {
	const reading = wholeReadingOf(source);
	const problems = checkForEveryRelease(reading, findProblems, each => reportsOf(each, refusals));
	if (source.text.charCodeAt(0) === 0xfeff)
		problems.push(problem('kickstart-byte-order-mark', { start: 0, end: 1 }, {}));
	problems.push(...checkIncludes(source));
	// What is wrong in an included file is said there.
	return problems.filter(({ start }) => start <= reading.ownEnd);
}

const findProblems = (reading: Reading): Problem[] => [
	...reportsOf(reading, [...refusals, ...advice]),
	...checkOmissions(reading, parsedCommands(reading)),
];

function reportsOf(reading: Reading, checks: readonly FileCheck[]): Problem[] {
	const commands = parsedCommands(reading);
	const { statements, sections } = reading.file;
	const lines = [...statements, ...sections.map(({ header }) => header)];
	return lineReports(
		lines,
		checks.flatMap(check => check(reading, commands)),
		checkCopied(reading),
	);
}
