import { attributeNamed, nameOf, xmlOf } from '../parse/xmlTree';
import { editAt, type Fixes, type FixPlace, type XmlFix } from './xmlFixes';

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

/** Repairs of what an XML parser refuses. */
export const xmlFaultFixes: Fixes = {
	'xml-end-tag-missing': closeElement,
	'xml-end-tag-name': ({ source, facts, place }) => ({
		title: `Change to </${facts.name}>`,
		edits: [editAt(source, place, String(facts.name))],
	}),
	'xml-end-tag-stray': ({ source, place, text }) => ({ title: `Remove ${text}`, edits: [editAt(source, place, '')] }),
	'xml-attribute-quotes': ({ source, place, text }) => ({
		title: 'Put the value into quotes',
		edits: [editAt(source, place, `"${text.replaceAll('"', '&quot;')}"`)],
	}),
	'xml-attribute-open': ({ source, facts, place }) => ({
		title: 'Close the quote',
		edits: [editAt(source, { start: place.end, end: place.end }, String(facts.quote))],
	}),
	'xml-attribute-space': ({ source, place }) => ({
		title: 'Insert a blank',
		edits: [editAt(source, { start: place.start, end: place.start }, ' ')],
	}),
	'xml-markup-character': ({ source, facts, place, text }) => ({
		title: `Write ${facts.escaped}`,
		edits: [editAt(source, place, String(facts.escaped).repeat(text.length))],
	}),
	'xml-cdata-end': ({ source, place }) => ({ title: 'Write ]]&gt;', edits: [editAt(source, place, ']]&gt;')] }),
	'xml-comment-hyphens': ({ source, place, text }) =>
		text === '--' ? { title: 'Write - -', edits: [editAt(source, place, '- -')] } : undefined,
	'xml-prefix-undeclared': declarePrefix,
};

/** The end tag goes before the tag that stands in its place, on a line of its own when that one has a line. */
function closeElement({ source, facts, range }: FixPlace): XmlFix | undefined {
	if (typeof facts.at !== 'number') return undefined;
	const { text } = source;
	const before = text.slice(0, facts.at);
	const content = before.trimEnd().length;
	const opener = source.document.offsetAt(range.start);
	const lineStart = text.lastIndexOf('\n', opener - 1) + 1;
	const indent = /^[ \t]*/.exec(text.slice(lineStart, opener))?.[0] ?? '';
	const spansLines = text.slice(opener, content).includes('\n');
	const tag = `</${facts.name}>`;
	return {
		title: `Close with ${tag}`,
		edits: [editAt(source, { start: content, end: content }, spansLines ? `\n${indent}${tag}` : tag)],
	};
}

function declarePrefix({ source, facts }: FixPlace): XmlFix | undefined {
	const prefix = String(facts.prefix);
	const namespace = usualNamespaces.get(prefix);
	const { root } = xmlOf(source);
	if (namespace === undefined || root === undefined || attributeNamed(root, `xmlns:${prefix}`)) return undefined;
	const { end } = nameOf(root);
	const declaration = `xmlns:${prefix}="${namespace}"`;
	return {
		title: `Declare ${prefix} in <${root.name}>`,
		edits: [editAt(source, { start: end, end }, ` ${declaration}`)],
	};
}
