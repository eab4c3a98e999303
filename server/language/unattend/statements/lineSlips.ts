import type { Option } from './command';
import type { Word, Words } from './words';

/** Something in a line of commands that a shell would take and an installer does not. */
export interface LineSlip {
	/**
	 * - `goes-on`: a backslash at the end of the line;
	 * - `separated`: a mark behind which another command, or nothing, follows;
	 * - `together`: another command without a mark between.
	 */
	readonly kind: 'goes-on' | 'separated' | 'together';
	readonly start: number;
	readonly end: number;
	/** Where the next command begins, or the line goes on; absent when it ends. */
	readonly next?: number;
}

/** A line's words with what was odd about them. */
export interface ReadLine extends Words {
	readonly slips?: readonly LineSlip[] | undefined;
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

/** True where a line may go on with any word: behind a comma, a sign of equality, or an option without its value. */
export function mayGoOn(words: readonly Word[], { taken }: CommandGrammar): boolean {
	const last = words.at(-1)?.text ?? '';
	return /[=,]$/.test(last) || isWaiting(last, taken?.(words[0]?.text ?? '')?.options);
}

/** True for an option without a value; one that nobody knows may wait for it as well. */
const isWaiting = (word: string, options: Taken['options'] | undefined): boolean =>
	word.startsWith('-') && !word.includes('=') && options?.get(word)?.type !== 'flag';

/** Lines whose last word may be any text. */
const endsInText = /^(?:rootpw|sshpw|user)$/;

/** What tells where a command ends on its line. */
export interface CommandGrammar {
	isCommand(name: string): boolean;
	/** What stands behind a command; `undefined` where nobody knows. */
	readonly taken?: ((name: string) => Taken | undefined) | undefined;
}

/** What a command takes: so many arguments, and these options. */
interface Taken {
	readonly arguments: number;
	readonly options: ReadonlyMap<string, Option>;
}

/** The commands that a line holds, one behind the other. */
export function splitCommands(
	line: ReadLine,
	grammar: CommandGrammar,
): readonly (ReadLine & { readonly end?: number })[] {
	const separators = separatorsIn(line.words, grammar);
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

/** A command behind more words than a person writes is not looked for: the work grows with their number. */
const mostWordsRead = 60;

function separatorsIn(words: readonly Word[], grammar: CommandGrammar): Separator[] {
	// Nearly every line holds one command.
	if (!words.some(({ text }, index) => /;$|^&&$/.test(text) || (index > 0 && grammar.isCommand(text)))) return [];
	let from = 0;
	return words.flatMap((word, index) => {
		if (word.quoted) return [];
		if (
			index - from <= mostWordsRead &&
			grammar.isCommand(word.text) &&
			beginsCommand(words.slice(from, index), word, grammar)
		) {
			from = index;
			const slip: LineSlip = { kind: 'together', start: word.start, end: word.end };
			return [{ slip, to: index, resume: index }];
		}
		const mark = word.text.endsWith(';') ? ';' : word.text === '&&' ? '&&' : undefined;
		if (mark === undefined) return [];
		const next = words[index + 1];
		const isEnd = next === undefined && !endsInText.test(words[0]?.text ?? '');
		if (!isEnd && !(next && grammar.isCommand(next.text))) return [];
		from = index + 1;
		const start = word.end - mark.length;
		const slip: LineSlip = { kind: 'separated', start, end: word.end, ...(next ? { next: next.start } : {}) };
		return [{ slip, to: start > word.start ? index + 1 : index, resume: index + 1 }];
	});
}

/** True for the name of a command where the one before it takes no more. */
function beginsCommand(before: readonly Word[], { text }: Word, { taken }: CommandGrammar): boolean {
	const [head, ...words] = before;
	if (!head) return false;
	const takes = taken?.(head.text);
	if (!takes || !taken?.(text)) return false;
	if (isWaiting(words.at(-1)?.text ?? '', takes.options)) return false;
	return countArguments(words, takes.options) >= takes.arguments;
}

/** Words that are neither options nor values parted from theirs. */
const countArguments = (words: readonly Word[], options: ReadonlyMap<string, Option>): number =>
	words.filter(({ text }, index) => {
		const option = options.get(words[index - 1]?.text ?? '');
		return !text.startsWith('-') && (option === undefined || option.type === 'flag');
	}).length;
