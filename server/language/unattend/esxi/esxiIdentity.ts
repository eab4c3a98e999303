import { english } from '../../../texts/texts';
import type { DialectIdentity } from '../dialect';
import { systemOf } from '../targetSystem';
import { recogniseEsxi } from './recogniseEsxi';

/** Kickstart files of VMware ESXi 5 and later. */
export const esxiIdentity: DialectIdentity<'esxi'> = {
	kind: 'esxi',
	name: english('a kickstart file for ESXi'),
	languageId: 'esxi-kickstart',
	chosenAs: ['esxi-kickstart', 'kickstart'],
	recognise: recogniseEsxi,
	fileEndings: ['.ks', '.cfg'],
	comments: 'hash',
	imageType: 'UNATTEND',
	system: systemOf('esxi'),
};
