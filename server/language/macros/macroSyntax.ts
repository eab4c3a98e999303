import { type Commentary, isBeforeFirstArgument, lineBefore } from './commentary';
import type { BrokenMacro, MacroReference, MacroSegment } from './macroReader';

/** Which names stand for values. */
export interface ValueNames {
	/** Whether a text may hold the beginning of a path at all. */
	mayStandIn(text: string): boolean;
	/** Whether some path begins with this name. */
	starts(first: string): boolean;
	/** The path that these names stand for; with `isMeant` also one that they are nearly. */
	path(names: readonly string[], isMeant: boolean): string | undefined;
}

/** What stands around a name, and how sure it is that a macro is meant. */
interface Wrapping {
	readonly open: RegExp;
	readonly close: RegExp;
	/** Also around a name without a dot, where it stands for no variable of a script. */
	readonly holdsSingle?: boolean;
	/** The separators between the names may be others than dots, and a name may be misspelt. */
	readonly isHashed?: boolean;
	/** Nothing tells that a macro is meant but the name: a script may have such a variable. */
	readonly isBare?: boolean;
}

/** Characters that nobody sees. */
const blank = '[ \\t\\u00a0\\u200b-\\u200d\\u2060\\ufeff]{0,3}';
const pair = (open: string, close: string, more: Omit<Wrapping, 'open' | 'close'> = {}): Wrapping => ({
	open: new RegExp(`(?:${open})$`),
	close: new RegExp(`^(?:${close})`),
	...more,
});
const hash = '(?:[#＃﹟]|&#(?:35|x23);)';

/** The syntaxes of other tools, and hashes that are not as they must be; the first one that fits counts. */
const makeWrappings = (): readonly Wrapping[] => [
	pair(`\\$\\{\\{-?${blank}`, `${blank}-?\\}\\}`, { holdsSingle: true }),
	pair(`\\{\\{-?${blank}`, `${blank}-?\\}\\}`, { holdsSingle: true }),
	pair(`${hash}\\{${blank}`, `${blank}\\}${hash}`, { holdsSingle: true }),
	pair(`[$#%@!]\\{${blank}`, `${blank}\\}`, { holdsSingle: true }),
	pair(`\\[\\[${blank}`, `${blank}\\]\\]`, { holdsSingle: true }),
	pair(`<%=?${blank}`, `${blank}%>`, { holdsSingle: true }),
	pair(`<<${blank}`, `${blank}>>`, { holdsSingle: true }),
	pair(`&lt;${blank}`, `${blank}&gt;`, { holdsSingle: true }),
	pair('%%', '%%', { holdsSingle: true }),
	pair('%', '%', { holdsSingle: true }),
	pair('@@', '@@', { holdsSingle: true }),
	pair('`', '`'),
	pair('(?<![\\w:]):', ':(?![\\w:])'),
	pair("(?<=[=>\\s])'", "'(?=[<\\s]|$)"),
	pair('@', '@', { holdsSingle: true }),
	pair('~', '~', { holdsSingle: true }),
	pair('\\${2}', '\\${2}', { holdsSingle: true }),
	pair('\\$', '\\$', { holdsSingle: true }),
	pair('[£€§¤]', '[£€§¤]', { holdsSingle: true }),
	pair(`\\\\${hash}`, `\\\\?${hash}`, { holdsSingle: true, isHashed: true }),
	pair(`${hash}${hash}+${blank}`, `${blank}${hash}${hash}+`, { holdsSingle: true, isHashed: true }),
	pair(`${hash}["'\`(]`, `["'\`)]${hash}`, { holdsSingle: true, isHashed: true }),
	pair(`${hash}${blank}[.:]?`, `[.:]?${blank}${hash}`, { holdsSingle: true, isHashed: true }),
	pair(`\\$\\(${blank}`, `${blank}\\)`),
	pair(`%\\(${blank}`, `${blank}\\)s?`),
	pair(`\\[${blank}`, `${blank}\\]`),
	pair(`\\{${blank}`, `${blank}\\}`),
	pair(`<${blank}`, `${blank}>`),
	pair('[«‹]', '[»›]'),
	pair('\\|', '\\|'),
	pair('\\$', '(?![\\w$])', { isBare: true }),
	pair(`(?<!&)${hash}`, `[;$%@!]{1,2}(?=[\\s<"']|$)`, { holdsSingle: true }),
	pair(`(?<!&)${hash}`, '(?![\\w#])', { holdsSingle: true }),
	pair('(?<![\\w#.])', hash, { holdsSingle: true }),
	pair('(?<![\\w#./\\\\-])', '(?![\\w#/\\\\-]|\\.\\w)', { isBare: true }),
];

/** Seventy expressions: a text without such syntaxes needs none of them. */
let wrappings: readonly Wrapping[] | undefined;

/** What `[A-Za-z_]` and `[\w-]` match. */
const beginsName = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;
const isInName = (code: number): boolean => beginsName(code) || (code >= 48 && code <= 57) || code === 45;
/** Names with what a hurried hand puts between them. */
const names = /[A-Za-z_][\w-]*(?:(?:->|=>|(?<=-)>|[./:,;|\\[\]\u200b-\u200d\u2060\ufeff]){1,2}[\w-]+){0,20}/y;
const dotted = /^[\w-]+(?:\.[\w-]+)*/;
const widestWrapping = 10;

/**
 * Declared names that are written as no macro is: with the marks of another tool, with a hash too few or too many,
 * with other separators, or with none of it.
 */
export function foreignMacros(
	text: string,
	known: ValueNames,
	{ commentary, taken }: { readonly commentary: Commentary; readonly taken: readonly MacroReference[] },
): BrokenMacro[] {
	const found: BrokenMacro[] = [];
	let next = 0;
	// Most words of a text start nothing: they are asked about by themselves, and found without a match for each.
	for (let start = known.mayStandIn(text) ? 0 : text.length, end = 0; start < text.length; start = end) {
		end = start + 1;
		if (!beginsName(text.charCodeAt(start))) continue;
		while (isInName(text.charCodeAt(end))) end++;
		const first = text.slice(start, end);
		if (!known.starts(first.endsWith('-') ? first.replace(/-+$/, '') : first)) continue;
		names.lastIndex = start;
		const written = names.exec(text)?.[0] ?? first;
		end = start + written.length;
		while ((taken[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++;
		const from = Math.max(taken[next - 1]?.end ?? 0, start - widestWrapping);
		if ((taken[next]?.start ?? Number.POSITIVE_INFINITY) <= start) continue;
		const macro = wrapped(text, { from, start, written, isScript: commentary.isScript(start) }, known);
		if (macro && isMeant(text, macro, commentary)) found.push({ ...macro, flaw: 'syntax' });
	}
	const others = [blankedMacros, lookalikeMacros, garnishedMacros].flatMap(find => find(text, known, commentary));
	return apart([...found, ...others]);
}

/** In order, and of those that share text the first and longest. */
function apart(macros: readonly BrokenMacro[]): BrokenMacro[] {
	let free = 0;
	return [...macros]
		.sort((a, b) => a.start - b.start || b.end - a.end)
		.filter(({ start, end }) => {
			if (start < free) return false;
			free = end;
			return true;
		});
}

/** Blanks, or one line break, between two names. */
const gap = '(?:[ \\t]{1,2}|[ \\t]{0,2}\\r?\\n[ \\t]{0,40})';
const blanked = new RegExp(`#([A-Za-z_][\\w-]*(?:(?:\\.${gap}?|${gap}\\.?)[\\w-]+){1,6})#`, 'g');

/** `#site locale#`: blanks where dots belong, or a line break. */
function blankedMacros(text: string, known: ValueNames, commentary: Commentary): BrokenMacro[] {
	return [...text.matchAll(blanked)].flatMap(({ 0: whole, 1: inside = '', index: start }) => {
		if (!/\s/.test(inside)) return [];
		const segments = segmentsOf(inside, start + 1);
		const name = known.starts(segments[0]?.text ?? '')
			? known.path(
					segments.map(({ text }) => text),
					false,
				)
			: undefined;
		if (name === undefined) return [];
		const macro: BrokenMacro = { name, start, end: start + whole.length, segments, flaw: 'syntax' };
		return isMeant(text, macro, commentary) ? [macro] : [];
	});
}

const garnished = /#([A-Za-z_](?=[^#]*[^\w.#-])[^#\s<>"'&$\u0000-\u001f]{2,120})#/g;

/** `#site.locale|en_US#`, `#site.locale!#`, `#upper(site.locale)#`: what other tools say beside the name. */
function garnishedMacros(text: string, known: ValueNames, commentary: Commentary): BrokenMacro[] {
	return [...text.matchAll(garnished)].flatMap(({ 0: whole, 1: inside = '', index: start }) => {
		const [, inParentheses] = /^\w+\(([\w.-]+)\)$/.exec(inside) ?? [];
		const head = /^[\w.-]+/.exec(inside)?.[0] ?? '';
		const spellings = [inParentheses ?? '', inside.replace(/[^\w.-]/g, ''), head];
		for (const spelling of spellings.filter(each => each !== '')) {
			const name = known.path(spelling.split('.'), true);
			if (name === undefined) continue;
			const segments = segmentsOf(spelling, start + 1);
			const macro: BrokenMacro = { name, start, end: start + whole.length, segments, flaw: 'syntax' };
			return isMeant(text, macro, commentary) ? [macro] : [];
		}
		return [];
	});
}

/** Letters of other alphabets that look like one of the Latin alphabet. */
const lookalikes = 'аеорсхуіѕјκοανАВЕКМНОРСТХΑΟ';
/** Each at the place of the one that looks like it. */
const latinLetters = 'aeopcxyisjkoavABEKMHOPCTXAO';

/** `#site.lоcale#` with a letter of another alphabet. */
function lookalikeMacros(text: string, known: ValueNames, commentary: Commentary): BrokenMacro[] {
	if (!/[\u0080-\uffff]/.test(text)) return [];
	const withLetters = /#((?=[\w.-]*[^\w.\-#\s])[\p{L}\p{N}_.-]{2,200})#/gu;
	return [...text.matchAll(withLetters)].flatMap(({ 0: whole, 1: inside = '', index: start }) => {
		const latin = inside.replace(/[^\w.-]/gu, letter => latinLetters[lookalikes.indexOf(letter)] ?? letter);
		const segments = segmentsOf(latin, start + 1);
		const name = known.path(latin.split('.'), true);
		if (name === undefined) return [];
		const macro: BrokenMacro = { name, start, end: start + whole.length, segments, flaw: 'syntax' };
		return isMeant(text, macro, commentary) ? [macro] : [];
	});
}

interface Written {
	/** Where the text that may be its wrapping begins. */
	readonly from: number;
	readonly start: number;
	readonly written: string;
	readonly isScript: boolean;
}

function wrapped(
	text: string,
	{ from, start, written, isScript }: Written,
	known: ValueNames,
): MacroReference | undefined {
	wrappings ??= makeWrappings();
	const before = text.slice(from, start);
	const onlyDots = dotted.exec(written)?.[0] ?? '';
	const spellings = onlyDots === written ? [written] : [written, onlyDots];
	for (const spelling of spellings) {
		const end = start + spelling.length;
		const after = text.slice(end, end + widestWrapping);
		const segments = segmentsOf(spelling, start);
		for (const { open, close, holdsSingle = false, isHashed = false, isBare = false } of wrappings) {
			if ((segments.length === 1 && !holdsSingle) || (isBare && isScript)) continue;
			if (spelling !== onlyDots && !isHashed) continue;
			const opening = open.exec(before)?.[0];
			const closing = close.exec(after)?.[0];
			if (opening === undefined || closing === undefined) continue;
			const path = known.path(
				segments.map(segment => segment.text),
				isHashed,
			);
			if (path === undefined) break;
			return { name: path, start: start - opening.length, end: end + closing.length, segments };
		}
	}
	return undefined;
}

function segmentsOf(written: string, start: number): MacroSegment[] {
	return [...written.matchAll(/[\w-]+/g)].map(({ 0: text, index }) => ({
		text: text.replace(/-+$/, ''),
		start: start + index,
		end: start + index + text.length,
	}));
}

const split = /#{1,3}([A-Za-z_][\w.-]{0,80})#\.?([\w-]{1,80}(?:\.[\w-]{1,80}){0,6})#/g;

/** `##site#.locale#`, `#site#locale#`: a hash stands between the names of one macro, whose beginning is no value. */
export function nestedMacros(text: string, known: ValueNames, commentary: Commentary): BrokenMacro[] {
	return [...text.matchAll(split)].flatMap(({ 0: whole, 1: first = '', 2: rest = '', index: start }) => {
		const names = first.split('.');
		if (!known.starts(names[0] ?? '') || known.path(names, false) !== undefined) return [];
		const name = known.path([...names, ...rest.split('.')], false);
		if (name === undefined) return [];
		const segments = segmentsOf(whole, start);
		const macro: BrokenMacro = { name, start, end: start + whole.length, segments, flaw: 'syntax' };
		return isMeant(text, macro, commentary) ? [macro] : [];
	});
}

/** Macros with a hash too many beside them: what the appliance puts in stands between hashes. */
export function doubledMacros(text: string, macros: readonly MacroReference[], commentary: Commentary): BrokenMacro[] {
	return macros.flatMap((macro, index) => {
		const opening =
			/#*$/.exec(text.slice(Math.max(macros[index - 1]?.end ?? 0, macro.start - 9), macro.start))?.[0] ?? '';
		const closing =
			/^#*/.exec(text.slice(macro.end, Math.min(macros[index + 1]?.start ?? text.length, macro.end + 9)))?.[0] ?? '';
		if (opening === '' && closing === '') return [];
		const doubled = { ...macro, start: macro.start - opening.length, end: macro.end + closing.length };
		return isMeant(text, doubled, commentary) ? [{ ...doubled, flaw: 'syntax' }] : [];
	});
}

/** Prose names settings, and a script has variables of its own. */
function isMeant(text: string, { start, end, segments }: MacroReference, commentary: Commentary): boolean {
	if (commentary.isComment(start)) return false;
	const before = lineBefore(text, start);
	const rest = /^[^\r\n]*/.exec(text.slice(end, end + 200))?.[0] ?? '';
	const isHash = text[start] === '#';
	// At the start of a line a hash begins a comment, unless nothing else stands there.
	if (isHash && before.trim() === '' && rest.trim() !== '') return false;
	if (segments.length > 1) return isHash || !/\s#\s/.test(before);
	if (/^#\S+#$/.test(text.slice(start, end))) return true;
	if (commentary.isScript(start)) return false;
	const isValue = /[=>:,@/\\"'(]$/.test(before) || isBeforeFirstArgument(before);
	return isValue && /^(?:[\s<"',;:/\\.@)&-]|$)/.test(rest);
}
