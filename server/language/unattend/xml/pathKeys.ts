/** The longest key of a table that a path is or ends with, from the start of one of its names. */
export function keyAtEnd(path: string, keyed: object): string | undefined {
	for (let at = 0; at >= 0 && at < path.length; ) {
		const end = path.slice(at);
		if (Object.hasOwn(keyed, end)) return end;
		const slash = path.indexOf('/', at);
		if (slash < 0) return undefined;
		at = slash + 1;
	}
	return undefined;
}
