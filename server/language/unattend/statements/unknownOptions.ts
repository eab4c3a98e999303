import { t } from '../../../texts/texts';
import { loses, type TextFixer } from '../../quickFix';
import type { Span } from '../../span';
import { replace } from '../../textChange';

/** On a line of thousands of unknown options nobody reads what each is. */
export const mostOptionsTold = 50;

/** Options that a command does not have and that are near to none of its own, as facts of one report. */
export const strangersFacts = (
	strangers: readonly (Span & { readonly name: string; readonly wordEnd: number; readonly instead?: string })[],
): { readonly name: string; readonly places: readonly string[] } => ({
	name: strangers.map(({ name }) => name).join('", "'),
	places: strangers.map(({ start, end, wordEnd, instead }) =>
		instead === undefined ? `${start}-${wordEnd}` : `${start}-${end}=${instead}`,
	),
});

/** Takes out options with the blanks before them, or puts what they are called here in their place. */
export const removeOptions: TextFixer<{ readonly text: string }> = ({ facts }, { text }) => {
	const places = Array.isArray(facts.places) ? facts.places : [];
	const changes = places.map((place: string) => {
		const [, from, to, instead] = /^(\d+)-(\d+)(?:=(.*))?$/.exec(place) ?? [];
		const start = Number(from);
		const end = Number(to);
		if (instead !== undefined) return replace({ start, end }, instead);
		return replace({ start: blanksBefore(text, start), end }, '');
	});
	return changes.length === 0
		? []
		: [loses(changes.length > 1 ? t('Take these options out') : t('Remove the option'), ...changes)];
};

/** Other signs that look blank belong to the word before them, and so does a blank behind a backslash. */
function blanksBefore(text: string, end: number): number {
	let start = end;
	while (text[start - 1] === ' ' || text[start - 1] === '\t') start--;
	let backslashes = 0;
	while (text[start - 1 - backslashes] === '\\') backslashes++;
	return Math.min(start + (backslashes % 2), end);
}
