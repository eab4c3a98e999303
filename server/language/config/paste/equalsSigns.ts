import { t } from '../../../texts/texts';
import { appendAll } from '../../appendAll';
import type { Span } from '../../span';
import type { TextChange } from '../../textChange';
import { filledLines, type Unwrapper } from './unwrapper';

const string = `"(?:[^"\\\\\\r\\n]|\\\\.)*"|'(?:[^'\\\\\\r\\n]|\\\\.)*'`;

/** A key before an equals sign or a colon; a string; a comment; a bracket. */
const piece = new RegExp(
	`(?:${string}|:?[A-Za-z_][\\w-]*)([ \\t]*)(=>?|:)(?![=:])|${string}|(?:#|\\/\\/)[^\\r\\n]*|(?:array)?\\(|[[\\]{})]`,
	'g',
);
const comment = new RegExp(`^(?:${string}|[^"'#/]|\\/(?!\\/))*?(?=[ \\t]*(?:#|\\/\\/|$))`);

interface Bracket {
	readonly start: number;
	readonly end: number;
	isKeyed: boolean;
}

/**
 * Members as Terraform, Ruby, PHP or Perl write them: `name = "a"`, `'name' => 'a'`, one a line, perhaps without
 * commas and outer braces.
 */
export const equalsSigns: Unwrapper = text => {
	const changes: TextChange[] = [];
	const open: Bracket[] = [];
	for (const { index, 0: found, 1: blanks, 2: sign } of text.matchAll(piece)) {
		const end = index + found.length;
		if (sign === ':') return undefined;
		if (/^(?:array\(|[[({])$/.test(found)) open.push({ start: index, end, isKeyed: false });
		else if (/^[\])}]$/.test(found)) appendAll(changes, bracketChanges(text, open.pop(), { start: index, end }));
		if (sign === undefined || blanks === undefined) continue;
		const around = open.at(-1);
		if (around) around.isKeyed = true;
		if (found.startsWith(':')) changes.push({ start: index, end: index + 1, newText: '' });
		changes.push({ start: end - sign.length, end, newText: ':' });
	}
	changes.sort((a, b) => a.start - b.start);
	const [first] = changes;
	if (!first || changes.length < 2) return undefined;
	appendAll(changes, missingCommas(text));
	changes.sort((a, b) => a.start - b.start);
	const start = text.search(/^[ \t]*(?![ \t]*(?:#|\/\/))\S/m);
	const isBare = /^\s*["'A-Za-z_:]/.test(text.slice(start));
	const end = text.trimEnd().length;
	return {
		what: t('written with equals signs'),
		at: { start: first.start, end: first.end },
		changes: isBare ? [{ start, end: start, newText: '{' }, ...changes, { start: end, end, newText: '\n}' }] : changes,
	};
};

/** What PHP keys stand in braces in JSON, and its `array()` in square brackets. */
function bracketChanges(text: string, opener: Bracket | undefined, closer: Span): TextChange[] {
	if (!opener) return [];
	const written = text.slice(opener.start, opener.end);
	const isArray = written.startsWith('array');
	if (!isArray && !(written === '[' && opener.isKeyed)) return [];
	const [start, end] = opener.isKeyed ? ['{', '}'] : ['[', ']'];
	return [
		{ start: opener.start, end: opener.end, newText: start ?? '' },
		{ ...closer, newText: end ?? '' },
	];
}

/** Where a member or an element ends with its line and another one begins with the next. */
function missingCommas(text: string): TextChange[] {
	const ends = filledLines(text).flatMap(({ start, text: line }) => {
		const code = comment.exec(line)?.[0] ?? line;
		return code.trim() === '' ? [] : [{ code: code.trimEnd(), end: start + code.trimEnd().length }];
	});
	return ends.flatMap(({ code, end }, index) => {
		const next = ends[index + 1]?.code.trimStart();
		const isMissing = next !== undefined && /["'\w}\]]$/.test(code) && /^["'\w{[:]/.test(next);
		return isMissing ? [{ start: end, end, newText: ',' }] : [];
	});
}
