/** Where the lines start that stand above an offset and are indented further than its own line; that line when none is. */
export function indentedBlock(text: string, offset: number): number {
	const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
	const indent = text.slice(lineStart, offset);
	let first = lineStart;
	for (let end = lineStart - 1; indent.trim() === '' && end > 0; end = first - 1) {
		const from = text.lastIndexOf('\n', end - 1) + 1;
		const line = text.slice(from, end);
		if (line.trim() === '' || (/^[ \t]*/.exec(line)?.[0].length ?? 0) <= indent.length) break;
		first = from;
	}
	return first;
}
