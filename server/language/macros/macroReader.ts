import type { Span } from '../span';
/** A macro in use: `#a.b0.c#`. Offsets include the two hashes. */
export interface MacroReference {
	/** Without hashes. */
	readonly name: string;
	readonly start: number;
	readonly end: number;
	readonly segments: readonly MacroSegment[];
	/** It is glued to a word, and may be something else. */
	readonly isGuess?: boolean;
}

/** One name of a macro's path, with its own place. */
export interface MacroSegment {
	readonly text: string;
	readonly start: number;
	readonly end: number;
}

/** A text that is meant as a macro and is none; `name` is what it would be without the flaw. */
export interface BrokenMacro extends MacroReference {
	readonly flaw: 'unterminated' | 'whitespace' | 'emptyName' | 'syntax';
}

export interface MacrosRead {
	/** In document order. */
	readonly references: readonly MacroReference[];
	/** In document order. */
	readonly broken: readonly BrokenMacro[];
}

/**
 * Finds the macros of a text, in one pass over it. A dotted path between hashes is a macro in any text; a single
 * name, a path glued to a word (`x#y.z#`) or to another hash, and a flawed one only when it starts with
 * `predefined` or `known` says yes to its first name. With `guesses`, a path that is glued to a word is one, too, where
 * it has the first hash of its line that is none of a macro, and none of a `s#…#…#`. Comments, colours, `#!`, URL fragments and XML character
 * references stay what they are.
 */
export function readMacros(
	text: string,
	known: (firstName: string) => boolean = () => false,
	guesses = false,
): MacrosRead {
	const references: MacroReference[] = [];
	const broken: BrokenMacro[] = [];
	const certain = (segments: readonly MacroSegment[]): boolean => {
		const first = segments[0]?.text ?? '';
		return first === 'predefined' || known(first);
	};
	let hash = text.indexOf('#');
	let previousEnd = 0;
	/** Behind the last hash that belongs to no macro. */
	let loose = 0;
	while (hash !== -1) {
		const free = hash === previousEnd || !/[\w#]/.test(text[hash - 1] ?? ' ');
		const mayGuess = guesses && !free && isGluedToWord(text, hash, loose);
		const found = readAt(text, hash, { free, mayGuess, certain });
		if (found && 'flaw' in found) broken.push(found);
		else if (found) references.push(found);
		if (found) previousEnd = found.end;
		else loose = hash + 1;
		hash = text.indexOf('#', found ? found.end : hash + 1);
	}
	return { references, broken };
}

/** The text with every macro replaced by as many letters `M`, so that no reader takes its hashes for a comment. */
export function maskMacros(text: string, macros: readonly Span[]): string {
	if (macros.length === 0) return text;
	const parts: string[] = [];
	let from = 0;
	for (const { start, end } of [...macros].sort((a, b) => a.start - b.start)) {
		if (start < from) continue;
		parts.push(text.slice(from, start), 'M'.repeat(end - start));
		from = end;
	}
	parts.push(text.slice(from));
	return parts.join('');
}

/** What tells stands not far before. */
const longestBefore = 200;

/** A word stands before the hash, and nothing that tells of a comment, of `s#…#…#` or of `${name#…}`. */
function isGluedToWord(text: string, hash: number, loose: number): boolean {
	const before = text.slice(Math.max(loose, hash - longestBefore), hash);
	const isFirst = loose === 0 || before.includes('\n');
	return isFirst && /\w$/.test(before) && !/(?:^|[^A-Za-z])[smy]$|\$\{\w+$/.test(before);
}

type Certain = (segments: readonly MacroSegment[]) => boolean;

// Both stop at the next hash at the latest, so that all attempts together read each character a bounded number of times.
const path = /[\w-]+(?:\.[\w-]+)*/y;
const flawedPath = /[ \t]*[\w.-](?:[\w-]|[ \t]+(?=\.)|\.(?:[ \t]+(?=[\w-]))?)*[ \t]*/y;

interface Circumstances {
	/** No word and no hash stands before it. */
	readonly free: boolean;
	readonly mayGuess: boolean;
	readonly certain: Certain;
}

function readAt(
	text: string,
	hash: number,
	{ free, mayGuess, certain }: Circumstances,
): MacroReference | BrokenMacro | undefined {
	path.lastIndex = hash + 1;
	const name = path.exec(text)?.[0] ?? '';
	const end = hash + 1 + name.length;
	if (name !== '' && text[end] === '#') {
		const macro = macroAt(text, hash, end + 1);
		if ((free && isPlain(macro)) || certain(macro.segments)) return macro;
		return mayGuess && isPlain(macro) ? { ...macro, isGuess: true } : undefined;
	}
	return readFlawed(text, hash, certain);
}

/** Dotted and starting with a letter: standing free, it is a macro whatever it names. */
const isPlain = ({ name, segments }: MacroReference): boolean => segments.length > 1 && /^[A-Za-z_]/.test(name);

function readFlawed(text: string, hash: number, certain: Certain): BrokenMacro | undefined {
	if (text[hash - 1] === '&') return undefined;
	flawedPath.lastIndex = hash + 1;
	const inside = flawedPath.exec(text)?.[0] ?? '';
	const closing = hash + 1 + inside.length;
	const closed = text[closing] === '#' && !opensMacro(text, closing);
	const macro = macroAt(text, hash, closed ? closing + 1 : endOfWord(text, hash + 1));
	if (macro.segments.length < 2 || !certain(macro.segments)) return undefined;
	if (!closed) return standsForItself(text, hash, macro.end) ? { ...macro, flaw: 'unterminated' } : undefined;
	return { ...macro, flaw: /[ \t]/.test(inside) ? 'whitespace' : 'emptyName' };
}

const widestIndent = 200;

/** A line that starts with a hash is a comment, unless nothing but the path stands on it. */
function standsForItself(text: string, hash: number, end: number): boolean {
	const before = text.slice(Math.max(0, hash - widestIndent), hash);
	const startsLine = /[\r\n][ \t]*$/.test(hash < widestIndent ? `\n${before}` : before);
	return !startsLine || /^[ \t]*(?:[\r\n]|$)/.test(text.slice(end, end + widestIndent));
}

/** `#predefined.a #predefined.b#`: the second hash begins the second macro. */
function opensMacro(text: string, hash: number): boolean {
	const end = endOfWord(text, hash + 1);
	return end > hash + 1 && text[end] === '#' && /[ \t]/.test(text[hash - 1] ?? '');
}

/** A sentence may end right behind an unclosed macro: its full stop is not part of the path. */
function endOfWord(text: string, start: number): number {
	path.lastIndex = start;
	return start + (path.exec(text)?.[0].length ?? 0);
}

function macroAt(text: string, start: number, end: number): MacroReference {
	const segments: MacroSegment[] = [];
	const words = /[\w-]+/g;
	const inside = text.slice(start, end);
	for (const match of inside.matchAll(words)) {
		const from = start + match.index;
		segments.push({ text: match[0], start: from, end: from + match[0].length });
	}
	return { name: segments.map(segment => segment.text).join('.'), start, end, segments };
}
