/** The longest key of a table that a path is or ends with, from the start of one of its names. */
export function keyAtEnd(path: string, keyed: object): string | undefined {
	const answers = known.get(keyed) ?? new Map<string, string | undefined>();
	known.set(keyed, answers);
	if (answers.has(path)) return answers.get(path);
	if (answers.size >= mostKnown) answers.clear();
	const key = findKey(path, keyed);
	answers.set(path, key);
	return key;
}

/** A file has thousands of elements at a few paths. */
const known = new WeakMap<object, Map<string, string | undefined>>();
const mostKnown = 2000;

function findKey(path: string, keyed: object): string | undefined {
	for (let at = 0; at >= 0 && at < path.length; ) {
		const end = path.slice(at);
		if (Object.hasOwn(keyed, end)) return end;
		const slash = path.indexOf('/', at);
		if (slash < 0) return undefined;
		at = slash + 1;
	}
	return undefined;
}
