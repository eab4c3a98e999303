import { english, t } from '../../../texts/texts';
import { replace, type TextChange } from '../../textChange';
import { blanked, type CopiedLine, type CopyMark, type Found } from './copyMark';

/** Characters of word processors and web pages, and what a person means by them. */
const kinds: readonly {
	readonly what: string;
	readonly characters: RegExp;
	readonly meant: string;
	readonly pairs?: true;
	/** In scripts, quotes and comments as well. */
	readonly everywhere?: true;
}[] = [
	{ what: english('A control character'), characters: /(?!\s)\p{Cc}/gu, meant: '', everywhere: true },
	{ what: english('A no-break space'), characters: /[\u00a0\u2000-\u200a\u202f\u3000]/g, meant: ' ' },
	{ what: english('A typographic quotation mark'), characters: /[“”„‟«»]/g, meant: '"', pairs: true },
	{ what: english('A typographic quotation mark'), characters: /[‘’‚‛]/g, meant: "'", pairs: true },
	{
		what: english('A typographic dash'),
		characters: /(?<=[ \t])(?!--)[-\u2010-\u2015\u2212]{2}(?=[A-Za-z])/g,
		meant: '-',
	},
	{ what: english('A full-width character'), characters: /＝/g, meant: '=' },
	{ what: english('A full-width character'), characters: /，/g, meant: ',' },
	{ what: english('A full-width character'), characters: /：/g, meant: ':' },
	{ what: english('A character that nobody sees'), characters: /[\u200b-\u200d\u2060\ufeff\u00ad]/g, meant: '' },
];
const any = /(?!\s)\p{Cc}|[\u00a0\u00ad\u2000-\u200d\u2010-\u2015\u2212\u2018-\u201f\u202f\u2060\u3000\ufeff«»＝，：]/u;
/** A quick look: most lines are plain ASCII. */
export const unusual = /[^\t\n\r -~]/;

/** Such characters in lines of commands; inside plain quotes and comments they are text. */
export function charactersIn(lines: readonly CopiedLine[]): Found {
	const suspects = lines.filter(({ text }) => unusual.test(text) && any.test(text));
	const marks: CopyMark[] = [];
	const hidden: TextChange[] = [];
	for (const { what, characters, meant, pairs, everywhere } of kinds) {
		const changes = suspects.flatMap(line => {
			if (line.isBody && !everywhere) return [];
			const plain = everywhere ? line.text : withoutQuoted(line.text);
			const found = [...plain.matchAll(characters)].filter(({ index }) => line.start + index > 0);
			return pairs && found.length % 2 > 0
				? []
				: found.map(({ 0: all, index }) =>
						replace({ start: line.start + index, end: line.start + index + all.length }, meant.repeat(all.length)),
					);
		});
		const [first] = changes;
		if (!first) continue;
		marks.push({
			what,
			start: first.start,
			end: first.end,
			count: changes.length,
			cures: [
				{
					title:
						meant === ''
							? t('Remove it')
							: meant === ' '
								? t('Change to a plain space')
								: t('Change to a plain {meant}', { meant }),
					changes,
				},
			],
			isCharacter: true,
		});
		if (meant !== '') for (const change of changes) hidden.push(change);
	}
	for (const { start, text } of suspects)
		for (const { 0: all, index } of text.matchAll(unseenAtEdge))
			hidden.push(blanked(start + index, start + index + all.length));
	// One such dash before a name is told as the option that it is no more.
	for (const { start, text } of suspects.filter(({ isBody }) => !isBody))
		for (const { index } of withoutQuoted(text).matchAll(singleDash))
			hidden.push(replace({ start: start + index, end: start + index + 1 }, '-'));
	return { marks, hidden };
}

/** Beside a blank, where it may go without making another word. */
const unseenAtEdge =
	/(?<=^|[ \t])(?:(?!\s)[\p{Cc}\u200b-\u200d\u2060\ufeff\u00ad])+|(?:(?!\s)[\p{Cc}\u200b-\u200d\u2060\ufeff\u00ad])+(?=[ \t]|$)/gu;
const singleDash = /(?<=[ \t])[\u2010-\u2015\u2212](?=[A-Za-z])/g;

/** The line with blanks in the place of quoted texts and of its comment. */
const withoutQuoted = (line: string): string =>
	line.replace(/"[^"\n]*"|'[^'\n]*'|#.*$/g, quoted => ' '.repeat(quoted.length));
