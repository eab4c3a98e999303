import { t } from '../../texts/texts';
import type { MacroNode } from '../macros/macroTable';

/** A setting as macros name it. */
export type Named = Pick<MacroNode, 'name' | 'instances'>;

/** What keeps a setting from bearing a name, as a sentence; `undefined` when nothing does. */
export function nameRefusal(wanted: Named, siblings: readonly Named[], isTopLevel: boolean): string | undefined {
	const { name } = wanted;
	if (name === '') return t('A setting needs a name.');
	const odd = /[^A-Za-z0-9_-]/u.exec(name)?.[0];
	if (odd !== undefined) {
		const what = /\s/.test(odd) ? 'a blank' : odd;
		return t('A macro cannot contain {what}: use letters, digits, - and _ in "{name}".', { what, name });
	}
	if (isTopLevel && name === 'predefined') return t('Macros that start with "predefined" are those of the appliance.');
	const other = siblings.find(sibling => collide(wanted, sibling));
	if (!other) return undefined;
	if (other.name === name) return t('There is a setting "{name}" beside this one already.', { name });
	return t('"{name}" would be mistaken for "{other}" beside it: one of them is followed by numbers.', {
		name,
		other: other.name,
	});
}

/** Whether a macro's name could stand for both. */
export function collide(a: Named, b: Named): boolean {
	if (a.name === b.name) return true;
	return (b.instances !== undefined && isNumbered(a, b.name)) || (a.instances !== undefined && isNumbered(b, a.name));
}

const isNumbered = ({ name }: Named, template: string): boolean =>
	name.startsWith(template) && /^\d+$/.test(name.slice(template.length));

/** The first of `name`, `name-2`, `name-3`, … that nothing bears yet. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
	let free = name;
	for (let number = 2; taken.has(free); number++) free = `${name}-${number}`;
	return free;
}
