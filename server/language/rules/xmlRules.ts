import type { Rule } from './rule';

const xml = { severity: 'error', grade: 'reference', source: 'XML 1.0' } as const;
const namespaces = { severity: 'error', grade: 'reference', source: 'Namespaces in XML 1.0' } as const;

/** Rules about XML itself, in AutoYaST and Windows unattend files. */
export const xmlRules = {
	'xml-end-tag-missing': {
		...xml,
		title: 'Every element is closed',
		message: '<{name}> is not closed: {before} first.',
	},
	'xml-end-tag-name': {
		...xml,
		title: 'An end tag bears the name of its start tag',
		message: '</{found}> is here, but <{name}> must be closed first.',
	},
	'xml-end-tag-stray': {
		...xml,
		title: 'An end tag closes something',
		message: '</{name}> closes nothing: no <{name}> is open here.',
	},
	'xml-end-tag-slash': {
		...xml,
		title: 'An end tag starts with </',
		message: '{tag} stands where </{name}> is to close the element.',
	},
	'xml-start-tag': {
		...xml,
		title: 'A start tag starts with <, directly followed by its name, and ends with >',
		message: 'This is no start tag; write {tag}.',
	},
	'xml-end-tag-content': {
		...xml,
		title: 'An end tag holds a name and nothing else',
		message: '{tag} is not an end tag: there must be a name and nothing else between </ and >.',
	},
	'xml-tag-unclosed': {
		...xml,
		title: 'A tag ends with >',
		message: 'The tag {tag} is not finished: its > is missing.',
	},
	'xml-attribute': {
		...xml,
		title: 'An attribute is a name, an equals sign and a quoted value',
		message: '{found} is not an attribute; attributes are written name="value".',
	},
	'xml-attribute-quotes': {
		...xml,
		title: 'Attribute values stand in quotes',
		message: 'The value of {name} needs quotes: {name}="{value}".',
	},
	'xml-attribute-open': {
		...xml,
		title: 'A quote that opens an attribute value is closed',
		message: 'The value of {name} is not closed: a {quote} is missing.',
	},
	'xml-attribute-space': {
		...xml,
		title: 'Attributes are set apart by blanks',
		message: 'A space is missing before {name}.',
	},
	'xml-attribute-repeated': {
		...xml,
		title: 'An attribute stands once in a tag',
		message: 'The attribute {name} is given twice in this tag.',
	},
	'xml-name': {
		...namespaces,
		title: 'A name holds letters, digits and - . _ and at most one colon, between two parts',
		message:
			'{name} is not a name: it starts with a letter or _, holds letters, digits and - . _ and at most one colon between two names.',
	},
	'xml-prefix-undeclared': {
		...namespaces,
		title: 'A namespace prefix is declared',
		message: 'The prefix {prefix} is not declared: xmlns:{prefix}="…" is missing in the root element.',
	},
	'xml-namespace-empty': {
		...namespaces,
		title: 'A prefix stands for a namespace',
		message: 'The prefix {prefix} has no namespace: xmlns:{prefix} must not be empty.',
	},
	'xml-markup-character': {
		...xml,
		title: '< and & are written as references',
		message: 'A bare {character} is markup in XML; write {escaped}, or put the text into <![CDATA[…]]>.',
	},
	'xml-template-mark': {
		...xml,
		title: 'Marks of a template language are filled in before the file is XML',
		message: '{mark} is a mark of a template language: no XML parser reads the file until it is filled in.',
	},
	'xml-entity-undeclared': {
		...xml,
		title: 'Only five entities exist without a declaration',
		message: '&{entity}; is not known in XML; only &amp; &lt; &gt; &quot; &apos; and numbers such as &#160; are.',
	},
	'xml-character': {
		...xml,
		title: 'Control characters are not allowed',
		message: 'The character {code} is not allowed in XML.',
	},
	'xml-cdata-end': {
		...xml,
		title: ']]> does not stand in text',
		message: ']]> ends a CDATA section, and none is open here; write ]]&gt;.',
	},
	'xml-comment-hyphens': {
		...xml,
		title: 'Two hyphens do not stand inside a comment',
		message: 'Two hyphens inside a comment are not allowed; write - - or =.',
	},
	'xml-unclosed': {
		...xml,
		title: 'Comments, CDATA sections and instructions are closed',
		message: 'This {what} is not closed: {close} is missing.',
	},
	'xml-markup-form': {
		...xml,
		title: 'Comments and CDATA sections have a fixed form',
		message: 'This is no {what}; one is written {whole}.',
	},
	'xml-merge-conflict': {
		...xml,
		title: 'Two versions are merged into one',
		message: 'Version control left two versions here; keep one of them, or what is right of both.',
	},
	'xml-wrapped': {
		...xml,
		title: 'The file is XML and nothing around it',
		message: 'This is {what}; an unattend file is the XML alone.',
	},
	'xml-declaration': {
		...xml,
		title: 'The XML declaration has a fixed form',
		message: 'This is not an XML declaration; write <?xml version="1.0" encoding="utf-8"?>.',
	},
	'xml-encoding-contradicted': {
		severity: 'error',
		grade: 'reference',
		source: 'XML 1.0, 4.3.3',
		title: 'A file is in the encoding that its XML declaration names',
		message:
			'The declaration names {declared}, but the file is in {encoding}: a parser refuses it. Write {right}, or save the file as {declared}.',
	},
	'xml-encoding-doubtful': {
		severity: 'warning',
		grade: 'inferred',
		source: 'XML 1.0, 4.3.3; the bytes of the file',
		title: 'The letters of a file are in the encoding that its XML declaration names',
		message:
			'The declaration names {declared}, but the letters outside ASCII seem to be in UTF-8, so others would be read. Write {right}, or save the file as {declared}.',
	},
	'xml-declaration-place': {
		...xml,
		title: 'The XML declaration stands at the very start',
		message: 'The XML declaration must be the very first thing in the file: no space, line or comment before it.',
	},
	'xml-instruction': {
		...xml,
		title: 'A processing instruction starts with a name',
		message: 'This is not a processing instruction: <? must be followed by a name and a space.',
	},
	'xml-doctype': {
		...xml,
		title: 'One DOCTYPE, before the root element',
		message: '{problem} There can be one, before the root element.',
	},
	'xml-doctype-ignored': {
		severity: 'information',
		grade: 'inferred',
		source: 'No declaration in a DOCTYPE is read here, for safety',
		title: 'Declarations in a DOCTYPE are not read',
		message: 'What this DOCTYPE declares is not read here, so entities from it are not checked.',
	},
	'xml-outside-root': {
		...xml,
		title: 'Everything stands inside one root element',
		message: '{what} is outside the root element; only comments and instructions can be there.',
	},
	'xml-no-root': {
		...xml,
		title: 'The file has a root element',
		message: 'This file is not XML: it has no root element.',
	},
} as const satisfies Record<string, Rule>;
