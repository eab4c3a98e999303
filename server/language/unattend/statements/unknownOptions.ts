import { loses, type TextFixer } from '../../quickFix';
import { replace } from '../../textChange';
import type { Stretch } from '../values/macrosIn';

/** On a line of thousands of unknown options nobody reads what each is. */
export const mostOptionsTold = 50;

/** Options that a command does not have and that are near to none of its own, as facts of one report. */
export const strangersFacts = (
	strangers: readonly (Stretch & { readonly name: string; readonly wordEnd: number })[],
): { readonly name: string; readonly places: readonly string[] } => ({
	name: strangers.map(({ name }) => name).join('", "'),
	places: strangers.map(({ start, wordEnd }) => `${start}-${wordEnd}`),
});

/** Takes out options with the blanks before them. */
export const removeOptions: TextFixer<{ readonly text: string }> = ({ facts }, { text }) => {
	const places = Array.isArray(facts.places) ? facts.places : [];
	const changes = places.map((place: string) => {
		const [start = 0, end = 0] = place.split('-').map(Number);
		return replace({ start: text.slice(0, start).trimEnd().length, end }, '');
	});
	return changes.length === 0
		? []
		: [loses(changes.length > 1 ? 'Remove these options' : 'Remove the option', ...changes)];
};
