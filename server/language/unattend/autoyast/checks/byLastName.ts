/** Rules of one place in a profile: `in` is the end of its path. */
interface PlacedRule {
	readonly in: string;
}

/** Rules by the last name of their path, since most elements have none. */
export function byLastName<R extends PlacedRule>(rules: readonly R[]): ReadonlyMap<string, readonly R[]> {
	const found = new Map<string, R[]>();
	for (const rule of rules) {
		const name = lastName(rule.in);
		const known = found.get(name);
		if (known) known.push(rule);
		else found.set(name, [rule]);
	}
	return found;
}

/** The rules of a path, as the schema writes it. */
export const rulesAt = <R extends PlacedRule>(rules: ReadonlyMap<string, readonly R[]>, path: string): readonly R[] =>
	(rules.get(lastName(path)) ?? []).filter(({ in: place }) => path === place || path.endsWith(`/${place}`));

const lastName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
