import { t } from '../../../texts/texts';
import type { TextChange } from '../../textChange';
import type { Unwrapper, Unwrapping } from './unwrapper';

/** Fewer are mistakes of their own; so many are how the whole text is written. */
const fewest = 4;

/** Strings and comments, in which nothing is changed. */
const skipped = String.raw`"(?:[^"\\\r\n]|\\.)*"|\/\/[^\r\n]*|\/\*(?:[^*]|\*(?!\/))*\*\/|#[^\r\n]*`;

/** Changes for whatever the pattern's first group finds outside strings and comments. */
function outsideStrings(
	text: string,
	pattern: string,
	change: (found: string, at: number) => TextChange | undefined,
): readonly TextChange[] {
	const changes: TextChange[] = [];
	for (const { index, 1: found } of text.matchAll(new RegExp(`${skipped}|(${pattern})`, 'g'))) {
		const made = found === undefined ? undefined : change(found, index);
		if (made) changes.push(made);
	}
	return changes;
}

function unwrapping(what: string, changes: readonly TextChange[]): Unwrapping | undefined {
	const [first] = changes;
	return first && changes.length >= fewest ? { what, at: { start: first.start, end: first.end }, changes } : undefined;
}

/** Whether something else than a quotation mark stands before some colon; an engine looks for one sign fastest. */
function hasBareColon(text: string): boolean {
	for (let colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', colon + 1)) {
		let before = colon - 1;
		while (before > 0 && text.charCodeAt(before) <= 32) before--;
		if (text.charCodeAt(before) !== 34) return true;
	}
	return false;
}

/** `{ name: "a" }`: keys as programs write them. */
export const bareKeys: Unwrapper = text => {
	// Most texts have none, and to tell strings and comments apart takes longer than to look at them all.
	if (!hasBareColon(text) || !/[{,]\s*[A-Za-z_$][\w$-]*\s*:/.test(text)) return undefined;
	const changes = outsideStrings(
		text,
		String.raw`(?=[A-Za-z_$])(?<=[{,]\s*)[A-Za-z_$][\w$-]*(?=\s*:)`,
		(found, start) => ({
			start,
			end: start + found.length,
			newText: JSON.stringify(found),
		}),
	);
	return unwrapping(t('text whose keys have no quotation marks'), changes);
};

const words: Readonly<Record<string, string>> = {
	True: 'true',
	False: 'false',
	None: 'null',
	nil: 'null',
	undefined: 'null',
};

const anyWord = new RegExp(String.raw`\b(?:${Object.keys(words).join('|')})\b`);

/** `True`, `False` and `None`. */
export const pythonWords: Unwrapper = text => {
	if (!Object.keys(words).some(word => text.includes(word)) || !anyWord.test(text)) return undefined;
	const changes = outsideStrings(text, anyWord.source, (found, start) => ({
		start,
		end: start + found.length,
		newText: words[found] ?? found,
	}));
	return unwrapping(t('text with the words of another language for true, false and null'), changes);
};

/** Besides the one of Latin, for which an engine looks faster by itself. */
const otherBlanks = '\\u1680\\u2000-\\u200b\\u2028\\u2029\\u202f\\u205f\\u2060\\u3000\\ufeff';
const otherBlank = new RegExp(`[${otherBlanks}]`);

/** Blanks that pages and word processors put between words; those without width go. */
export const oddBlanks: Unwrapper = text => {
	if (!text.includes('\u00a0') && !otherBlank.test(text.slice(1))) return undefined;
	const changes = outsideStrings(text, `[\\u00a0${otherBlanks}]+`, (found, start) =>
		start === 0 && found === '\ufeff'
			? undefined
			: {
					start,
					end: start + found.length,
					newText: found
						.replace(/[\u200b\u2060\ufeff]/g, '')
						.replace(/[\u2028\u2029]/g, '\n')
						.replace(/[^\n]/g, ' '),
				},
	);
	return unwrapping(t('text with blanks that JSON does not know'), changes);
};
