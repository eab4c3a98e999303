import type { DocumentSymbol } from 'vscode-languageserver-types';
import type { Fact } from '../../../texts/texts';
import type { Problem } from '../../problem';
import type { Span } from '../../span';
import type { UnattendSource } from '../unattendSource';

/**
 * Problems with macros as a person wrote them: a dialect reads letters in their place, and what a report says becomes
 * the text of a fix.
 */
export function withMacrosAsWritten(problems: readonly Problem[], source: UnattendSource): readonly Problem[] {
	if (source.macros.length === 0) return problems;
	return problems.map(found => {
		const facts = Object.entries(found.facts);
		if (!facts.some(([, fact]) => mask.test(String(fact)))) return found;
		const written = (fact: Fact): Fact => (typeof fact === 'string' ? asWritten(fact, found, source) : fact);
		return { ...found, facts: Object.fromEntries(facts.map(([name, fact]) => [name, written(fact)])) };
	});
}

/** The same for an outline. */
export const outlineAsWritten = (symbols: readonly DocumentSymbol[], source: UnattendSource): DocumentSymbol[] =>
	symbols.map(({ name, detail, children, ...symbol }) => {
		const { start, end } = symbol.range;
		const place = { start: source.document.offsetAt(start), end: source.document.offsetAt(end) };
		return {
			...symbol,
			name: asWritten(name, place, source),
			...(detail === undefined ? {} : { detail: asWritten(detail, place, source) }),
			...(children ? { children: outlineAsWritten(children, source) } : {}),
		};
	});

/** No macro is shorter. */
const mask = /(M{3,})/;

/** Words that were read at a place: the macros there are theirs, or else the nearest ones. */
export function asWritten(words: string, place: Span, { text, masked }: UnattendSource): string {
	let { end } = place;
	// Every second part is letters; the last ones stand last.
	const parts = words.split(mask).reverse();
	const written = parts.map((part, index) => {
		const at = index % 2 === 0 ? -1 : nearestPlace(masked, part, { start: place.start, end }, parts[index - 1]);
		if (at < 0) return part;
		if (at >= place.start && at < end) end = at;
		return text.slice(at, at + part.length);
	});
	return written.reverse().join('');
}

/** Where such a run of letters begins, and no longer one unless what follows it says that it is cut; -1 without one. */
function nearestPlace(masked: string, letters: string, { start, end }: Span, next = ''): number {
	const { length } = letters;
	const isCut = next.startsWith('…');
	const isPart = (at: number): boolean =>
		at >= 0 && (masked[at - 1] === 'M' || (!isCut && masked[at + length] === 'M'));
	let before = end < length ? -1 : masked.lastIndexOf(letters, end - length);
	// From a place before the text the search would begin at its start once more.
	while (isPart(before)) before = before === 0 ? -1 : masked.lastIndexOf(letters, before - 1);
	if (before >= start) return before;
	let behind = masked.indexOf(letters, end);
	while (isPart(behind)) behind = masked.indexOf(letters, behind + 1);
	return behind < 0 || (before >= 0 && start - before < behind - end) ? before : behind;
}
