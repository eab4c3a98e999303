import type { MacroReference } from '../../macros/macroReader';
import { type Problem, problem } from '../../problem';
import type { MacroScope } from './macroScope';

/** Macros that name a later instance of something whose first one the file never names. */
export function skippedInstances(scope: MacroScope): Problem[] {
	const numbers = new Map<string, Map<number, MacroReference>>();
	for (const reference of scope.references) {
		const found = scope.lookUp(reference.name);
		if (found?.kind !== 'found') continue;
		const level = found.path.findIndex(({ instances }) => instances !== undefined);
		const node = found.path[level];
		const segment = reference.segments[level];
		if (node === undefined || segment === undefined) continue;
		const number = Number(segment.text.slice(node.name.length));
		const names = reference.segments.map(({ text }, index) => (index === level ? node.name : text));
		const known = numbers.get(names.join('.')) ?? new Map<number, MacroReference>();
		if (!known.has(number)) known.set(number, reference);
		numbers.set(names.join('.'), known);
	}
	return [...numbers].flatMap(([, used]) => {
		const [first] = [...used.keys()].sort((a, b) => a - b);
		const reference = first === undefined ? undefined : used.get(first);
		if (!first || reference === undefined) return [];
		const replacement = reference.segments
			.map(({ text }) => text)
			.join('.')
			.replace(new RegExp(`${first}(?=\\.|$)`), '0');
		return [problem('macro-instance-skipped', reference, { macro: reference.name, first: replacement, replacement })];
	});
}
