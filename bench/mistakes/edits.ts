/** Ways to spoil a text, for the tables in faults/. */
import type { Edit } from './fault';
import type { Random } from './random';

type By = string | ((match: RegExpMatchArray, random: Random) => string | undefined);

/** Replaces one of the places that a pattern matches; `$1` in the text stands for a group. */
export const swap =
	(pattern: RegExp, by: By): Edit =>
	(text, random) => {
		const matches = [...text.matchAll(new RegExp(pattern.source, withFlag(pattern.flags, 'g')))];
		if (matches.length === 0) return undefined;
		const match = random.pick(matches);
		const replacement =
			typeof by === 'string'
				? by.replace(/\$(\d)/g, (_, group: string) => match[Number(group)] ?? '')
				: by(match, random);
		if (replacement === undefined || match.index === undefined) return undefined;
		return text.slice(0, match.index) + replacement + text.slice(match.index + match[0].length);
	};

const withFlag = (flags: string, flag: string): string => (flags.includes(flag) ? flags : flags + flag);

/** Takes out one whole line that matches. */
export const dropLine = (pattern: RegExp): Edit =>
	swap(new RegExp(`^.*(?:${pattern.source}).*\\r?\\n`, withFlag(pattern.flags, 'm')), '');

const eolOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');

/** Puts lines behind one that matches. */
export const addAfter =
	(pattern: RegExp, lines: By): Edit =>
	(text, random, sample) =>
		swap(new RegExp(`^([ \\t]*)(?:${pattern.source}).*$`, withFlag(pattern.flags, 'm')), match => {
			const added = typeof lines === 'string' ? lines : lines(match, random);
			return added === undefined
				? undefined
				: [match[0].replace(/\r$/, ''), ...added.split('\n').map(line => (match[1] ?? '') + line)].join(eolOf(text)) +
						(match[0].endsWith('\r') ? '\r' : '');
		})(text, random, sample);

/** Puts lines before one that matches. */
export const addBefore =
	(pattern: RegExp, lines: string): Edit =>
	(text, random, sample) =>
		swap(new RegExp(`^([ \\t]*)(?:${pattern.source}).*$`, withFlag(pattern.flags, 'm')), match =>
			[...lines.split('\n').map(line => (match[1] ?? '') + line), match[0]].join(eolOf(text)),
		)(text, random, sample);

/** Puts a line at the top or the bottom. */
export const addAtTop =
	(lines: string): Edit =>
	text =>
		lines.replaceAll('\n', eolOf(text)) + eolOf(text) + text;
export const addAtEnd =
	(lines: string): Edit =>
	text =>
		text.replace(/\s*$/, '') + eolOf(text) + lines.replaceAll('\n', eolOf(text)) + eolOf(text);

/** Writes a matching line twice. */
export const doubleLine = (pattern: RegExp): Edit => addAfter(pattern, match => match[0].trim());

/** The first of several edits, from a random one on, that finds its place. */
export const oneOf =
	(...edits: readonly Edit[]): Edit =>
	(text, random, sample) => {
		for (const edit of random.shuffled(edits)) {
			const changed = edit(text, random, sample);
			if (changed !== undefined && changed !== text) return changed;
		}
		return undefined;
	};

/** All edits, one after the other; each has to find its place. */
export const both =
	(...edits: readonly Edit[]): Edit =>
	(text, random, sample) => {
		let changed: string | undefined = text;
		for (const edit of edits) changed = changed === undefined ? undefined : edit(changed, random, sample);
		return changed;
	};

/** A word as a hurried hand writes it: two letters swapped, one lost, one doubled, or a neighbour's key. */
export function misspell(word: string, random: Random): string {
	for (let turn = 0; turn < 20; turn++) {
		const at = random.between(1, Math.max(1, word.length - 2));
		const before = word.slice(0, at);
		const here = word[at] ?? '';
		const next = word[at + 1] ?? '';
		if (!/[a-z]/i.test(here)) continue;
		const slips = [
			before + next + here + word.slice(at + 2),
			before + word.slice(at + 1),
			before + here + word.slice(at),
			before + neighbour(here) + word.slice(at + 1),
		];
		const slip = random.pick(slips);
		if (slip.toLowerCase() !== word.toLowerCase()) return slip;
	}
	return `${word}x`;
}

const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

function neighbour(letter: string): string {
	const row = rows.find(keys => keys.includes(letter.toLowerCase())) ?? 'ab';
	const at = row.indexOf(letter.toLowerCase());
	const other = row[at + 1] ?? row[at - 1] ?? 'x';
	return letter === letter.toLowerCase() ? other : other.toUpperCase();
}

/** Misspells the first group of a pattern. */
export const slip = (pattern: RegExp): Edit =>
	swap(pattern, (match, random) => {
		const word = match[1];
		return word === undefined ? undefined : match[0].replace(word, misspell(word, random));
	});
