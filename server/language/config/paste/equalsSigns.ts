import type { TextChange } from '../editing/fix';
import { filledLines, type Unwrapper } from './unwrapper';

const string = `"(?:[^"\\\\\\r\\n]|\\\\.)*"|'(?:[^'\\\\\\r\\n]|\\\\.)*'`;

/** A key before an equals sign or a colon; a string; a comment. */
const piece = new RegExp(
	`(?:${string}|:?[A-Za-z_][\\w-]*)([ \\t]*)(=>?|:)(?![=:])|${string}|(?:#|\\/\\/)[^\\r\\n]*`,
	'g',
);
const comment = new RegExp(`^(?:${string}|[^"'#/]|\\/(?!\\/))*?(?=[ \\t]*(?:#|\\/\\/|$))`);

/** Members as Terraform, Ruby or Perl write them: `name = "a"`, one a line, perhaps without commas and outer braces. */
export const equalsSigns: Unwrapper = text => {
	const changes: TextChange[] = [];
	for (const { index, 0: found, 1: blanks, 2: sign } of text.matchAll(piece)) {
		if (sign === ':') return undefined;
		if (sign === undefined || blanks === undefined) continue;
		const end = index + found.length;
		if (found.startsWith(':')) changes.push({ start: index, end: index + 1, newText: '' });
		changes.push({ start: end - sign.length, end, newText: ':' });
	}
	const [first] = changes;
	if (!first || changes.length < 2) return undefined;
	changes.push(...missingCommas(text));
	changes.sort((a, b) => a.start - b.start);
	const start = text.search(/^[ \t]*(?![ \t]*(?:#|\/\/))\S/m);
	const isBare = /^\s*["'A-Za-z_:]/.test(text.slice(start));
	const end = text.trimEnd().length;
	return {
		what: 'written with equals signs',
		at: { start: first.start, end: first.end },
		changes: isBare ? [{ start, end: start, newText: '{' }, ...changes, { start: end, end, newText: '\n}' }] : changes,
	};
};

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
