import type { Section } from '../../statements/readStatements';

/** One line of a script. */
interface ScriptLine {
	readonly text: string;
	readonly start: number;
}

const hereDocument = /<<-?[ \t]*(['"]?)([A-Za-z_]\w*)\1/;

/** The lines of a section's script without comments and without here-documents, whose lines are data. */
export function scriptLines(masked: string, { bodyStart, bodyEnd }: Section): ScriptLine[] {
	const lines: ScriptLine[] = [];
	let until: string | undefined;
	let start = bodyStart;
	while (start < bodyEnd) {
		const lineBreak = masked.indexOf('\n', start);
		const end = lineBreak < 0 || lineBreak > bodyEnd ? bodyEnd : lineBreak;
		const text = masked.slice(start, end);
		if (until !== undefined) {
			if (text.trim() === until) until = undefined;
		} else if (!/^[ \t]*#/.test(text)) {
			lines.push({ text, start });
			until = hereDocument.exec(text)?.[2];
		}
		start = end + 1;
	}
	return lines;
}
