import type { Problem } from '../../../problem';
import { joinUnknownLines } from '../../statements/unknownLines';
import type { KickstartFile } from '../kickstartFile';
import { judgedLines } from '../parsedCommands';
import { checkConflicts } from './file/conflictChecks';
import { checkPasswords } from './file/passwordChecks';
import { checkRepetitions } from './file/repetitionChecks';
import { checkScripts } from './file/scriptChecks';
import { checkSections } from './file/sectionChecks';
import { checkStatements } from './file/statementAdvice';
import { checkStorage } from './file/storageChecks';
import { checkVolumeSizes } from './file/volumeSizes';
import type { Parsed } from './line/argumentChecks';
import { checkMeanings } from './line/meaningChecks';
import { checkSlips } from './line/slipCheck';
import { checkSshKeys } from './line/sshKeys';

/** Looks at all lines of a file. */
export type FileCheck = (file: KickstartFile, commands: readonly Parsed[]) => readonly Problem[];

/** What the reference parser refuses. Only here does the release matter, and only these checks find errors. */
export const refusals: readonly FileCheck[] = [
	file => joinUnknownLines(judgedLines(file), 'kickstart-unknown-command'),
	checkConflicts,
	checkSections,
	checkSlips,
];

/** What it takes and the installer cannot use, or people do not mean. */
export const advice: readonly FileCheck[] = [
	checkStatements,
	checkPasswords,
	checkMeanings,
	checkSshKeys,
	checkStorage,
	checkVolumeSizes,
	checkRepetitions,
	checkScripts,
];
