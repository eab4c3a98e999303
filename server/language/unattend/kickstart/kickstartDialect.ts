import { appendAll } from '../../appendAll';
import { type Problem, problem } from '../../problem';
import type { Dialect } from '../dialect';
import { lineReports } from '../statements/lineReports';
import { statementHooks } from '../statements/statementHooks';
import { statementLiterals } from '../statements/statementLiterals';
import type { UnattendSource } from '../unattendSource';
import { literalPlaces } from '../values/placedLiteral';
import { joinBtrfsReports } from './checks/btrfsReports';
import { checkForEveryRelease } from './checks/everyRelease';
import { checkIncludes } from './checks/file/includeChecks';
import { checkOmissions } from './checks/file/omissionChecks';
import { advice, type FileCheck, refusals } from './checks/fileChecks';
import { checkCopied } from './checks/line/copiedCheck';
import { includedUris } from './includePaths';
import { type KickstartFile, kickstartFile } from './kickstartFile';
import { kickstartIdentity } from './kickstartIdentity';
import { kickstartTemplates } from './kickstartTemplates';
import { parsedCommands } from './parsedCommands';
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
import { wholeFile } from './wholeFile';

/** Kickstart files of RHEL and its rebuilds. */
export const kickstartDialect: Dialect<'kickstart'> = {
	...kickstartIdentity,
	hooks: statementHooks({ fileOf: kickstartFile, missing: 'unattend-hook-missing' }),
	newFiles: kickstartTemplates,
	includes: includedUris,
	referenceTool: source => ({ program: 'ksvalidator', syntax: `RHEL${targetOf(source).release}` }),
	literals(source) {
		const file = kickstartFile(source);
		return statementLiterals(file.source, parsedCommands(file), literalPlaces.kickstart);
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
	const file = wholeFile(source);
	const problems = checkForEveryRelease(file, findProblems, each => reportsOf(each, refusals));
	if (source.text.charCodeAt(0) === 0xfeff)
		problems.push(problem('kickstart-byte-order-mark', { start: 0, end: 1 }, {}));
	appendAll(problems, checkIncludes(source));
	// What is wrong in an included file is said there.
	return problems.filter(({ start }) => start <= file.ownEnd);
}

const findProblems = (file: KickstartFile): Problem[] => [
	...reportsOf(file, [...refusals, ...advice]),
	...checkOmissions(file, parsedCommands(file)),
];

function reportsOf(file: KickstartFile, checks: readonly FileCheck[]): Problem[] {
	const commands = parsedCommands(file);
	const { statements, sections } = file;
	const lines = [...statements, ...sections.map(({ header }) => header)];
	const found = checks.flatMap(check => check(file, commands));
	return lineReports(lines, joinBtrfsReports(found), checkCopied(file));
}
