import { english } from '../../../texts/texts';
import type { DialectIdentity } from '../dialect';
import { systemOf } from '../targetSystem';
import { recogniseKickstart } from './recogniseKickstart';

/** Kickstart files of RHEL and its rebuilds. */
export const kickstartIdentity: DialectIdentity<'kickstart'> = {
	kind: 'kickstart',
	name: english('a kickstart file for RHEL'),
	languageId: 'kickstart',
	chosenAs: ['kickstart'],
	recognise: recogniseKickstart,
	fileEndings: ['.ks', '.cfg', '.conf'],
	importEndings: ['.cfg', '.ks'],
	comments: 'hash',
	imageType: 'UNATTEND',
	system: systemOf('kickstart'),
};
