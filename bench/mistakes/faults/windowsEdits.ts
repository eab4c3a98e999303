/** Sources and edits that the tables of mistakes in Windows answer files have in common. */
import { swap } from '../edits';
import type { Edit, Evidence } from '../fault';

export const learn = (source: string, place?: Evidence['place']): Evidence => ({
	source: `Microsoft, Unattended Windows Setup Reference: ${source}`,
	grade: 'documented',
	...(place ? { place } : {}),
});
export const schema = (source: string, place?: Evidence['place']): Evidence => ({
	source: `Outer schema of answer files (Windows ADK): ${source}`,
	grade: 'reference',
	...(place ? { place } : {}),
});

export const value = (name: string, by: string): Edit =>
	swap(new RegExp(`(<(?:${name})\\b[^>]*>)[^<#\\n]*(</(?:${name})>)`), `$1${by}$2`);
/** Takes a line out and puts it behind another place. */
export const move =
	(line: RegExp, to: RegExp): Edit =>
	(text, random, sample) => {
		const found = line.exec(text)?.[0];
		return found && swap(to, match => match[0] + found)(text.replace(found, ''), random, sample);
	};

const graded =
	(from: string, grade: Evidence['grade']) =>
	(source: string, line?: RegExp): Evidence => ({ source: from + source, grade, ...(line ? { line } : {}) });

/** Where the report belongs among the lines of a block that the edit brings along. */
export const taught = graded('Microsoft, Unattended Windows Setup Reference: ', 'documented');
export const inferred = graded('', 'inferred');
export const believed = graded('', 'believed');
export const frame = graded('XML and the outer schema: ', 'reference');
