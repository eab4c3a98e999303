import { nearestName } from '../../macros/nearestName';
import type { Option } from './command';
import type { Statement } from './readStatements';
import type { Word } from './words';

/** A text in its place, without the quotes around it. */
export interface Value {
	readonly text: string;
	readonly start: number;
	readonly end: number;
}

/** An option in use. */
export interface UsedOption<Known extends Option = Option> {
	readonly option: Known;
	/** As written; shorter than the option's name when abbreviated. */
	readonly written: string;
	readonly start: number;
	/** End of the name. */
	readonly end: number;
	readonly value?: Value | undefined;
}

/** What the parser refuses in a command's words. */
export type ArgumentFault<Known extends Option = Option> =
	| { readonly kind: 'unknown'; readonly word: Word; readonly name: string; readonly end: number }
	| {
			readonly kind: 'ambiguous';
			readonly word: Word;
			readonly name: string;
			readonly end: number;
			readonly candidates: readonly string[];
	  }
	| { readonly kind: 'missing-value' | 'flag-with-value'; readonly used: UsedOption<Known> }
	/** Blanks stand between the option and its value, which begins at `valueStart`. */
	| { readonly kind: 'value-apart'; readonly used: UsedOption<Known>; readonly valueStart: number };

/** A command's words, told apart as the reference parser does. */
export interface Arguments<Known extends Option = Option> {
	readonly options: readonly UsedOption<Known>[];
	readonly positionals: readonly Word[];
	readonly faults: readonly ArgumentFault<Known>[];
}

const negativeNumber = /^-(?:\d+|\d*\.\d+)$/;

/** What takes options: a command or a section's header. */
interface Taker<Known extends Option> {
	readonly options: ReadonlyMap<string, Known>;
}

/** Sorts a statement's words into options and arguments by the rules of Python's argparse. */
export function parseArguments<Known extends Option>(
	statement: Statement,
	command: Taker<Known>,
	text: string,
): Arguments<Known> {
	const options: UsedOption<Known>[] = [];
	const positionals: Word[] = [];
	const faults: ArgumentFault<Known>[] = [];
	const { words } = statement;
	let onlyPositionals = false;
	for (let index = 1; index < words.length; index++) {
		const word = words[index];
		if (!word) break;
		const parted = onlyPositionals ? undefined : partedOption(word, words[index + 1], command);
		if (parted) {
			faults.push(parted);
			index++;
		} else if (onlyPositionals || !looksLikeOption(word)) positionals.push(word);
		else if (word.text === '--') onlyPositionals = true;
		else {
			const found = withBlank(findOption(word, command, text), words[index + 1]);
			if ('kind' in found) {
				if (found.kind !== 'unknown' || !word.text.includes(' ')) faults.push(found);
				else positionals.push(word);
				continue;
			}
			let used = found;
			const next = words[index + 1];
			const apart = valueApart(found, next, words[index + 2]);
			if (apart) {
				used = { ...found, value: apart.value };
				options.push(used);
				faults.push({ kind: 'value-apart', used, valueStart: apart.value.start });
				index += apart.taken;
				continue;
			}
			if (found.option.type !== 'flag' && !found.value && next && !isOption(next, command, text)) {
				used = { ...found, value: wordValue(next, text) };
				index++;
			}
			options.push(used);
			if (used.option.type === 'flag' ? used.value : !used.value && !used.option.optionalValue)
				faults.push({ kind: used.option.type === 'flag' ? 'flag-with-value' : 'missing-value', used });
		}
	}
	return { options, positionals, faults };
}

/** `-- initlabel` and `- -initlabel`: the blank makes two words of an option. */
function partedOption(dashes: Word, next: Word | undefined, { options }: Taker<Option>) {
	if (!/^--?$/.test(dashes.text) || !next || next.quoted) return undefined;
	const [name = ''] = /^-?[a-z][\w-]*/i.exec(next.text) ?? [];
	if (!options.has(`${dashes.text}${name}`)) return undefined;
	return { kind: 'unknown', word: dashes, name: `${dashes.text} ${name}`, end: next.start + name.length } as const;
}

/** `--ip: 192.0.2.1`: the blank behind the colon is as wrong as the colon. */
function withBlank<Found extends UsedOption | ArgumentFault>(found: Found, next: Word | undefined): Found {
	if (!('name' in found) || !found.name.endsWith(':') || !next || looksLikeOption(next)) return found;
	return found.end === found.word.end ? { ...found, end: next.start } : found;
}

/** `--ip = 192.0.2.1`, `--ip =192.0.2.1` and `--ip= 192.0.2.1`: the value, and how many words it takes. */
function valueApart(
	{ option, value }: UsedOption,
	next: Word | undefined,
	second: Word | undefined,
): { readonly value: Value; readonly taken: number } | undefined {
	if (option.type === 'flag' || !next || next.quoted) return undefined;
	if (value) {
		const isMeant = value.text === '' && value.end === value.start && /^[\w.:]/.test(next.text);
		return isMeant ? { value: next, taken: 1 } : undefined;
	}
	if (next.text === '=') return second && !looksLikeOption(second) ? { value: second, taken: 2 } : undefined;
	if (!/^=[^=]/.test(next.text)) return undefined;
	return { value: { text: next.text.slice(1), start: next.start + 1, end: next.end }, taken: 1 };
}

const looksLikeOption = ({ text }: Word): boolean =>
	text.length > 1 && text.charCodeAt(0) === 45 && !negativeNumber.test(text);

function isOption(word: Word, command: Taker<Option>, text: string): boolean {
	if (!looksLikeOption(word)) return false;
	const found = findOption(word, command, text);
	return !('kind' in found && found.kind === 'unknown' && word.text.includes(' '));
}

function findOption<Known extends Option>(
	word: Word,
	command: Taker<Known>,
	text: string,
): UsedOption<Known> | ArgumentFault<Known> {
	const equals = word.text.indexOf('=');
	const name = equals < 0 ? word.text : word.text.slice(0, equals);
	const rawEquals = equals < 0 ? -1 : text.indexOf('=', word.start);
	const end = rawEquals < 0 || rawEquals > word.end ? word.end : rawEquals;
	const value = equals < 0 ? undefined : withoutQuotes(text, end + 1, word.end, word.text.slice(equals + 1));
	const used = (option: Known): UsedOption<Known> => ({ option, written: name, start: word.start, end, value });
	const exact = command.options.get(name);
	if (exact) return used(exact);
	const [colon] = /^--[\w-]+:/.exec(name) ?? [];
	if (colon !== undefined && isNearOption(colon.slice(0, -1), command))
		return { kind: 'unknown', word, name: colon, end: word.start + colon.length };
	const candidates = name.startsWith('--')
		? [...command.options.values()].filter(option => option.name.startsWith(name))
		: [];
	const [only] = candidates;
	if (only && candidates.length === 1) return used(only);
	if (only) return { kind: 'ambiguous', word, name, end, candidates: candidates.map(option => option.name) };
	return { kind: 'unknown', word, name, end };
}

const isNearOption = (name: string, { options }: Taker<Option>): boolean =>
	options.has(name) || nearestName(name, options.keys()) !== undefined;

/** A word as a value. */
export const wordValue = (word: Word, text: string): Value => withoutQuotes(text, word.start, word.end, word.text);

/** A value in its place, without quotes that go around the whole. */
function withoutQuotes(text: string, start: number, end: number, value: string): Value {
	const first = text[start];
	return end - start >= 2 && (first === '"' || first === "'") && text[end - 1] === first
		? { text: value, start: start + 1, end: end - 1 }
		: { text: value, start, end };
}
