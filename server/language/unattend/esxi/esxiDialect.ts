import type { Problem } from '../../problem';
import type { Dialect } from '../dialect';
import { copiedProblems } from '../statements/copiedProblems';
import { lineReports } from '../statements/lineReports';
import { slipProblems } from '../statements/slipProblems';
import { statementHooks } from '../statements/statementHooks';
import { statementLiterals } from '../statements/statementLiterals';
import type { UnattendSource } from '../unattendSource';
import { literalPlaces } from '../values/placedLiteral';
import { checkConflicts, checkOmissions } from './checks/fileChecks';
import { checkInstallation } from './checks/installChecks';
import { checkLines } from './checks/lineChecks';
import { checkPasswords } from './checks/passwordChecks';
import { checkScripts } from './checks/scriptChecks';
import { completeEsxi } from './esxiCompletion';
import { esxiFile } from './esxiFile';
import { esxiFixes } from './esxiFixes';
import { esxiHash } from './esxiHash';
import { esxiHover } from './esxiHover';
import { esxiIdentity } from './esxiIdentity';
import { esxiLines } from './esxiLines';
import { esxiLinks } from './esxiLinks';
import { esxiFolding, esxiSymbols } from './esxiOutline';
import { esxiTemplate } from './esxiTemplate';

/** Kickstart files of VMware ESXi 5 and later. */
export const esxiDialect: Dialect<'esxi'> = {
	...esxiIdentity,
	hooks: statementHooks({
		fileOf: esxiFile,
		first: /^(?:vm)?accepteula\b/,
		missing: 'unattend-hook-absent',
	}),
	newFiles: [esxiTemplate],
	literals: source => statementLiterals(source, esxiLines(esxiFile(source)), literalPlaces.esxi),
	links: esxiLinks,
	validate,
	complete: completeEsxi,
	hover: esxiHover,
	fixes: esxiFixes,
	symbols: esxiSymbols,
	folding: esxiFolding,
	hashPassword: esxiHash,
};

function validate(source: UnattendSource): Problem[] {
	const file = esxiFile(source);
	const { statements, sections } = file;
	const ofLines = checkLines(file);
	const problems = [
		...ofLines,
		...slipProblems(file, {
			goesOn: 'esxi-line-continuation',
			separated: 'esxi-command-separator',
			taken: 'esxi-command-separator',
		}),
		...checkInstallation(file),
		...checkPasswords(file),
		...checkConflicts(file),
	];
	const copied = copiedProblems(file, { refused: 'esxi-copied', taken: 'esxi-copied-character' }, () => false);
	return [
		...lineReports([...statements, ...sections.map(({ header }) => header)], problems, copied),
		...checkScripts(file),
		...checkOmissions(file, ofLines),
	];
}
