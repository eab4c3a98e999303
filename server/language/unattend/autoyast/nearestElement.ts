import { nearestName } from '../../macros/nearestName';

const lettersOf = (name: string): string => name.toLowerCase().replace(/[-_.]/g, '');

/** The known name that another most likely stands for: the same but for case and hyphens, or one that is close. */
export function nearestElement(name: string, known: Iterable<string>): string | undefined {
	const names = [...known];
	const letters = lettersOf(name);
	return names.find(each => lettersOf(each) === letters && each !== name) ?? nearestName(name, names);
}
