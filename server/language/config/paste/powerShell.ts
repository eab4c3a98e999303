import { t } from '../../../texts/texts';
import type { TextChange } from '../../textChange';
import type { Unwrapper } from './unwrapper';

/** A string, a comment, an opener of PowerShell, any closer, a variable of its own, a separator. */
const piece = /'(?:[^'\r\n]|'')*'|"(?:[^"\r\n`]|`.)*"|#[^\r\n]*|@\{|@\(|[{}()[\]]|\$(?:true|false|null)\b|;/gi;
const openers: Readonly<Record<string, string>> = { '@{': '{', '@(': '[' };

/** A hash table as PowerShell writes it: `@{ name = 'a'; choices = @('b', 'c') }`. Its equals signs are read next. */
export const powerShell: Unwrapper = text => {
	const start = /^\s*(?:\[\w+\]\s*)?(?:\$[\w:]+\s*=\s*)?(?:\[\w+\]\s*)?@\{/.exec(text)?.[0];
	if (start === undefined) return undefined;
	const first = start.length - 2;
	const changes: TextChange[] =
		first > start.search(/\S/) ? [{ start: start.search(/\S/), end: first, newText: '' }] : [];
	const open: string[] = [];
	for (const { index, 0: found } of text.matchAll(piece)) {
		const place = { start: index, end: index + found.length };
		if (place.start < first || /^['"#]/.test(found)) continue;
		const opener = openers[found];
		if (opener !== undefined) changes.push({ ...place, newText: opener });
		if (opener !== undefined || /^[{([]$/.test(found)) open.push(found);
		else if (/^[)\]}]$/.test(found)) {
			if (open.pop() === '@(') changes.push({ ...place, newText: ']' });
		} else if (found === ';') changes.push({ ...place, newText: isLineEnd(text, place.end) ? '' : ',' });
		else changes.push({ ...place, newText: found.slice(1).toLowerCase() });
	}
	return { what: t('a hash table of PowerShell'), at: { start: first, end: first + 2 }, changes };
};

/** What ends with its line needs no sign there, nor does the last member. */
const isLineEnd = (text: string, end: number): boolean => /^[ \t]*(?:[\r\n}]|$)/.test(text.slice(end, end + 200));
