import { t } from '../server/texts/texts';

/** What a screen reader says of a line: all that the eye sees in it, marks as words. Empty parts are left out. */
export const accessibilityLabel = (...parts: readonly string[]): string =>
	parts
		.filter(part => part !== '')
		.flatMap(part => part.split(' · '))
		.map(part => (part.startsWith('⚠ ') ? t('Warning: {what}', { what: part.slice(2) }) : part))
		.join(', ');
