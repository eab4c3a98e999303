import type { Problem } from '../../problem';
import type { Dialect } from '../dialect';
import { copiedProblems } from '../statements/copiedProblems';
import { lineReports } from '../statements/lineReports';
import { slipProblems } from '../statements/slipProblems';
import { statementHooks } from '../statements/statementHooks';
import { systemOf } from '../targetSystem';
import type { UnattendSource } from '../unattendSource';
import { checkConflicts, checkOmissions } from './checks/fileChecks';
import { checkInstallation } from './checks/installChecks';
import { checkLines } from './checks/lineChecks';
import { checkPasswords } from './checks/passwordChecks';
import { checkScripts } from './checks/scriptChecks';
import { completeEsxi } from './esxiCompletion';
import { esxiFixes } from './esxiFixes';
import { esxiHash } from './esxiHash';
import { esxiHover } from './esxiHover';
import { esxiLinks } from './esxiLinks';
import { esxiFolding, esxiSymbols } from './esxiOutline';
import { esxiReading } from './esxiReading';
import { esxiTemplate } from './esxiTemplate';
import { recogniseEsxi } from './recogniseEsxi';

/** Kickstart files of VMware ESXi 5 and later. */
export const esxiDialect: Dialect<'esxi'> = {
	kind: 'esxi',
	name: 'a kickstart file for ESXi',
	languageId: 'esxi-kickstart',
	chosenAs: ['esxi-kickstart', 'kickstart'],
	recognise: recogniseEsxi,
	fileEndings: ['.ks', '.cfg'],
	comments: 'hash',
	imageType: 'UNATTEND',
	system: systemOf('esxi'),
	hooks: statementHooks({
		readingOf: esxiReading,
		first: /^(?:vm)?accepteula\b/,
		missing: 'unattend-hook-absent',
	}),
	newFiles: [esxiTemplate],
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
	const reading = esxiReading(source);
	const { statements, sections } = reading.file;
	const ofLines = checkLines(reading);
	const problems = [
		...ofLines,
		...slipProblems(reading, {
			goesOn: 'esxi-line-continuation',
			separated: 'esxi-command-separator',
			taken: 'esxi-command-separator',
		}),
		...checkInstallation(reading),
		...checkPasswords(reading),
		...checkConflicts(reading),
	];
	const copied = copiedProblems(reading, { refused: 'esxi-copied', taken: 'esxi-copied-character' }, () => false);
	return [
		...lineReports([...statements, ...sections.map(({ header }) => header)], problems, copied),
		...checkScripts(reading),
		...checkOmissions(reading, ofLines),
	];
}
