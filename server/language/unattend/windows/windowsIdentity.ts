import { english } from '../../../texts/texts';
import type { DialectIdentity } from '../dialect';
import { systemOf } from '../targetSystem';
import { recogniseWindows } from './recogniseWindows';

/** Windows unattend files: Windows Server 2008 R2 and later. */
export const windowsIdentity: DialectIdentity<'windows'> = {
	kind: 'windows',
	name: english('a Windows answer file'),
	languageId: 'xml',
	chosenAs: ['windows-unattend'],
	recognise: recogniseWindows,
	fileEndings: ['.xml'],
	importEndings: ['.xml'],
	comments: 'xml',
	imageType: 'UNATTEND',
	system: systemOf('windows'),
};
