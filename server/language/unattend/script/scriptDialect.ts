import { english, t } from '../../../texts/texts';
import { certainty, type Dialect } from '../dialect';

/**
 * Scripts beside an unattend file, in whatever language: their macros are checked, the rest is left to others. A
 * manifest names them; none is recognised.
 */
export const scriptDialect: Dialect<'script'> = {
	kind: 'script',
	name: english('a post-install script'),
	languageId: 'shellscript',
	chosenAs: [],
	recognise: () => certainty.none,
	fileEndings: ['.sh', '.py', '.pl', '.pm', '.ps1', '.cmd'],
	comments: uri => (/\.(?:cmd|bat)$/i.test(uri) ? 'rem' : 'hash'),
	hooks: { misplacement: () => t('a post-install script has no sections') },
	newFiles: [],
	validate: () => [],
};
