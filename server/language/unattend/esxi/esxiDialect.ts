import type { Problem } from '../../problem';
import type { Dialect } from '../dialect';
import { statementHooks } from '../statements/statementHooks';
import { systemOf } from '../targetSystem';
import type { UnattendSource } from '../unattendSource';
import { checkFile } from './checks/fileChecks';
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
		fileOf: source => esxiReading(source).file,
		first: /^(?:vm)?accepteula\b/,
		missing: 'unattend-hook-absent',
	}),
	newFiles: [esxiTemplate],
	links: esxiLinks,
	validate,
	complete: completeEsxi,
	hover: esxiHover,
	codeActions: esxiFixes,
	symbols: esxiSymbols,
	folding: esxiFolding,
	hashPassword: esxiHash,
};

function validate(source: UnattendSource): Problem[] {
	const reading = esxiReading(source);
	const lines = checkLines(reading);
	return [
		...lines,
		...checkInstallation(reading),
		...checkPasswords(reading),
		...checkScripts(reading),
		...checkFile(reading, lines),
	];
}
