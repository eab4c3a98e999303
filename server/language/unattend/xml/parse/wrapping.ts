import { english } from '../../../../texts/texts';
import { type Problem, problem } from '../../../problem';

/** XML inside something else: a listing, a mail, a string of a program. */
interface Wrapping {
	readonly what: string;
	/** The XML alone; `undefined` for any other text. */
	unwrap(text: string): string | undefined;
}

/** Lines that are looked at before a file is taken for one with marks; nearly all of them have to bear one. */
const fewest = 4;
const share = 0.95;

const marked = (what: string, mark: RegExp): Wrapping => ({
	what,
	unwrap(text) {
		const lines = text.split('\n');
		const written = lines.filter(line => line.trim() !== '');
		const bearing = written.filter(line => mark.test(line));
		if (written.length < fewest || bearing.length < share * written.length) return undefined;
		// What the first line has between its mark and its tag, all others have, too.
		const gap = /^[ \t]*/.exec(written[0]?.replace(mark, '') ?? '')?.[0].length ?? 0;
		return lines.map(line => (mark.test(line) ? withoutBlanks(line.replace(mark, ''), gap) : line)).join('\n');
	},
});

const withoutBlanks = (line: string, most: number): string => {
	const blanks = /^[ \t]*/.exec(line)?.[0].length ?? 0;
	return line.slice(Math.min(most, blanks));
};

const wrappings: readonly Wrapping[] = [
	marked(english('XML with a line number before each line'), /^[ \t]*\d+[:|.)]?(?=\s|<|$|[^\d\w])/),
	marked(english('XML with the mark of a quoted mail before each line'), /^[>|](?=\s|<|$)/),
	marked(english('XML with the mark of a comparison before each line'), /^\+/),
	marked(english('XML with a written line break at the end of each line'), /\\n\r?$/),
	{
		what: english('XML as a string of a program'),
		unwrap(text) {
			const inside = /^\s{0,99}(?:[\w$. ]{1,99}=\s{0,99})?(["'`])\s*(<(?:[\s\S]*)>)(?:\s|\\n)*\1\s*[;,]?\s*$/.exec(
				text,
			)?.[2];
			return inside?.includes('\\')
				? inside.replace(/\\(["'`\\/nrt])/g, (_, sign: string) => escapes[sign] ?? sign)
				: inside;
		},
	},
	{
		what: english('XML whose brackets are escaped'),
		unwrap: text =>
			/^\s*&lt;/.test(text) && !text.includes('<')
				? text.replace(/&(lt|gt|quot|apos|#39|#34|amp);/g, (whole, name: string) => references[name] ?? whole)
				: undefined,
	},
];

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '', t: '\t' };
const references: Readonly<Record<string, string>> = {
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	'#39': "'",
	'#34': '"',
	amp: '&',
};

/** The XML inside of a text that wraps it, and what that is. */
export function unwrapped(text: string): { readonly what: string; readonly xml: string } | undefined {
	for (const { what, unwrap } of wrappings) {
		const xml = unwrap(text);
		if (xml !== undefined) return { what, xml };
	}
	return undefined;
}

/** One report for a file whose XML is wrapped as a whole. */
export function wrappingProblem(text: string): Problem | undefined {
	const wrapped = unwrapped(text);
	if (wrapped === undefined) return undefined;
	const start = text.search(/\S/);
	const end = start + (/^\S+/.exec(text.slice(start, start + 20))?.[0].length ?? 1);
	return problem('xml-wrapped', { start, end }, { what: wrapped.what });
}
