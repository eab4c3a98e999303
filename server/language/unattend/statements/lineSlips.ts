import type { Word, Words } from './words';

/** Something in a line of commands that a shell would take and an installer does not. */
export interface LineSlip {
	/** `goes-on`: a backslash at the end of the line; `separated`: a mark behind which another command, or nothing, follows. */
	readonly kind: 'goes-on' | 'separated';
	readonly start: number;
	readonly end: number;
	/** Where the next command begins; absent when the line ends. */
	readonly next?: number;
}

/** A line's words with what was odd about them. */
export interface ReadLine extends Words {
	readonly slips?: readonly LineSlip[];
}

/** The backslash at the end of a line. */
export function continuation({ words, comment }: Words, end: number): LineSlip | undefined {
	const last = words.at(-1);
	const goesOn = comment === undefined && last?.quoted && last.text.endsWith('\n');
	return goesOn ? { kind: 'goes-on', start: end - 1, end } : undefined;
}

/** The words of such a line without it. */
export function withoutBackslash(words: readonly Word[]): Word[] {
	const last = words.at(-1);
	if (!last) return [];
	const text = last.text.slice(0, -1);
	return text === '' ? words.slice(0, -1) : [...words.slice(0, -1), { ...last, text, end: last.end - 1 }];
}

/** Lines whose last word may be any text. */
const endsInText = /^(?:rootpw|sshpw|user)$/;

/** The commands that a line holds, one behind the other. */
export function splitCommands(
	line: ReadLine,
	isCommand: (name: string) => boolean,
): readonly (ReadLine & { readonly end?: number })[] {
	const separators = separatorsIn(line.words, isCommand);
	if (separators.length === 0) return [line];
	const { words, slips = [], ...read } = line;
	const parts: (ReadLine & { readonly end?: number })[] = [];
	let from = 0;
	for (const { slip, to, resume } of separators) {
		const part = words.slice(from, to).map(word => (word.end > slip.start ? shortened(word, slip) : word));
		const all = parts.length === 0 ? [...slips, slip] : [slip];
		if (part.length > 0) parts.push({ words: part, slips: all, end: slip.start });
		from = resume;
	}
	const rest = words.slice(from);
	if (rest.length > 0) parts.push({ ...read, words: rest });
	return parts;
}

const shortened = (word: Word, { start }: LineSlip): Word => ({
	...word,
	text: word.text.slice(0, start - word.start),
	end: start,
});

interface Separator {
	readonly slip: LineSlip;
	/** The words of the command before it, and the first one behind. */
	readonly to: number;
	readonly resume: number;
}

function separatorsIn(words: readonly Word[], isCommand: (name: string) => boolean): Separator[] {
	return words.flatMap((word, index) => {
		const mark = word.text.endsWith(';') ? ';' : word.text === '&&' ? '&&' : undefined;
		if (mark === undefined || word.quoted) return [];
		const next = words[index + 1];
		const isEnd = next === undefined && !endsInText.test(words[0]?.text ?? '');
		if (!isEnd && !(next && isCommand(next.text))) return [];
		const start = word.end - mark.length;
		const slip: LineSlip = { kind: 'separated', start, end: word.end, ...(next ? { next: next.start } : {}) };
		return [{ slip, to: start > word.start ? index + 1 : index, resume: index + 1 }];
	});
}
