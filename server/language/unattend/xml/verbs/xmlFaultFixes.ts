import type { Problem } from '../../../problem';
import { type Fixers, loses, safe, type TextFix } from '../../../quickFix';
import { insert, replace } from '../../../textChange';
import type { UnattendSource } from '../../unattendSource';
import { attributeNamed, nameOf, xmlOf } from '../parse/xmlTree';
import { reportedText } from './xmlFixes';

/** Namespaces of prefixes that everybody uses for the same thing. */
const usualNamespaces = new Map(
	Object.entries({
		config: 'http://www.suse.com/1.0/configns',
		wcm: 'http://schemas.microsoft.com/WMIConfig/2002/State',
		xsi: 'http://www.w3.org/2001/XMLSchema-instance',
		xi: 'http://www.w3.org/2001/XInclude',
		cpi: 'urn:schemas-microsoft-com:cpi',
	}),
);

/** Puts right what an XML parser refuses. */
export const xmlFaultFixes: Fixers<UnattendSource> = {
	'xml-end-tag-missing': closeElement,
	'xml-end-tag-name': problem =>
		safe(`Change to </${problem.facts.name}>`, replace(problem, String(problem.facts.name))),
	'xml-end-tag-stray': (problem, source) => loses(`Remove ${reportedText(problem, source)}`, replace(problem, '')),
	'xml-attribute-quotes': (problem, source) => {
		const value = reportedText(problem, source).replaceAll('"', '&quot;');
		return safe('Put the value in quotes', replace(problem, `"${value}"`));
	},
	'xml-attribute-open': ({ end, facts }) => safe('Close the quote', insert(end, String(facts.quote))),
	'xml-attribute-space': ({ start }) => safe('Insert a blank', insert(start, ' ')),
	'xml-markup-character': (problem, source) => {
		const { escaped } = problem.facts;
		const { length } = reportedText(problem, source);
		return safe(`Change to ${escaped}`, replace(problem, String(escaped).repeat(length)));
	},
	'xml-cdata-end': problem => safe('Change to ]]&gt;', replace(problem, ']]&gt;')),
	'xml-comment-hyphens': (problem, source) =>
		reportedText(problem, source) === '--' ? safe('Change to - -', replace(problem, '- -')) : undefined,
	'xml-prefix-undeclared': declarePrefix,
};

/**
 * The end tag goes before the tag that stands in its place, or before the first line that is indented no further than
 * the start tag; on a line of its own when the element goes over several.
 */
function closeElement({ start, facts }: Problem, { text }: UnattendSource): TextFix | undefined {
	if (typeof facts.at !== 'number') return undefined;
	const lineStart = text.lastIndexOf('\n', start - 1) + 1;
	const indent = text.slice(lineStart, start);
	const outside = indent.trim() === '' ? outdented(text, start, indent.length) : undefined;
	const content = text.slice(0, Math.min(outside ?? facts.at, facts.at)).trimEnd().length;
	const spansLines = text.slice(start, content).includes('\n');
	const tag = `</${facts.name}>`;
	const glue = spansLines ? `\n${/^[ \t]*/.exec(indent)?.[0] ?? ''}` : '';
	return safe(`Close with ${tag}`, insert(content, glue + tag));
}

/** Start of the first line behind an offset that is indented by as many blanks or fewer, when lines further in stand before it. */
function outdented(text: string, offset: number, width: number): number | undefined {
	let isInside = false;
	for (const { 0: line, index } of text.slice(offset).matchAll(/(?<=\n)([ \t]*)\S[^\n]*/g)) {
		if ((/^[ \t]*/.exec(line)?.[0].length ?? 0) > width) isInside = true;
		else return isInside ? offset + index : undefined;
	}
	return undefined;
}

function declarePrefix({ facts }: Problem, source: UnattendSource): TextFix | undefined {
	const prefix = String(facts.prefix);
	const namespace = usualNamespaces.get(prefix);
	const { root } = xmlOf(source);
	if (namespace === undefined || root === undefined || attributeNamed(root, `xmlns:${prefix}`)) return undefined;
	return safe(`Declare ${prefix} in <${root.name}>`, insert(nameOf(root).end, ` xmlns:${prefix}="${namespace}"`));
}
