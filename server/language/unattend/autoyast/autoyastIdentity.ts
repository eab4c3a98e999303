import { english } from '../../../texts/texts';
import type { DialectIdentity } from '../dialect';
import { systemOf } from '../targetSystem';
import { recogniseAutoyast } from './recogniseAutoyast';

/** AutoYaST profiles: SUSE Linux Enterprise Server 12 to 15 and openSUSE. */
export const autoyastIdentity: DialectIdentity<'autoyast'> = {
	kind: 'autoyast',
	name: english('an AutoYaST file'),
	languageId: 'xml',
	chosenAs: ['autoyast'],
	recognise: recogniseAutoyast,
	fileEndings: ['.xml'],
	importEndings: ['.xml'],
	comments: 'xml',
	imageType: 'UNATTEND',
	system: systemOf('autoyast'),
};
