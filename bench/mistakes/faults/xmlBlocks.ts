/** Edits that bring a whole block of XML along, for places that a correct sample seldom has. */
import type { Edit } from '../fault';

const types: Readonly<Record<string, string>> = { b: 'boolean', i: 'integer', l: 'list', s: 'symbol', m: 'map' };

/** A line for each tag; `@l` behind a name stands for the type list, and so on, `@+` for wcm:action="add". */
export const block = (text: string): string =>
	text
		.replace(/@([bilsm])(?=[>/ ])/g, (_, type: string) => ` config:type="${types[type]}"`)
		.replaceAll('@+', ' wcm:action="add"')
		.replace(/></g, '>\n<');

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
const lineEnd = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');
const written = (text: string, xml: string): string => block(xml).replaceAll('\n', lineEnd(text)) + lineEnd(text);

/** Where an element stands, whole lines, by the indent of its first tag; the outermost one of that name. */
function elementAt(text: string, tag: string, from = 0, to = text.length): { start: number; end: number } | undefined {
	const [open] = [...text.slice(from, to).matchAll(new RegExp(`^([ \\t]*)<${tag}[^>\\n]*>`, 'gm'))].sort(
		(a, b) => (a[1]?.length ?? 0) - (b[1]?.length ?? 0),
	);
	const name = /^\w[\w.-]*/.exec(tag)?.[0];
	if (!open || name === undefined) return undefined;
	const start = from + open.index;
	const line = text.indexOf('\n', start) + 1;
	if (text.slice(start, line).includes(`</${name}>`) || open[0].endsWith('/>')) return { start, end: line };
	const close = new RegExp(`^${open[1]}</${name}>[^\\n]*\\n`, 'm').exec(text.slice(line, to));
	return close ? { start, end: line + close.index + close[0].length } : undefined;
}

/** The text without a block; a block with macros stays, for its settings would be left without a use. */
function without(text: string, at: { start: number; end: number } | undefined): string | undefined {
	if (!at) return text;
	return text.slice(at.start, at.end).includes('#') ? undefined : text.slice(0, at.start) + text.slice(at.end);
}

/** Puts a section at the end of an AutoYaST profile, in place of the one that it has. */
export const section =
	(xml: string): Edit =>
	text => {
		const name = /^<([\w.-]+)/.exec(xml)?.[1] ?? '';
		const rest = without(text, elementAt(text, `${escaped(name)}\\b`));
		const end = rest?.lastIndexOf('</profile>') ?? -1;
		return rest === undefined || end < 0 ? undefined : rest.slice(0, end) + written(text, xml) + rest.slice(end);
	};

/** Only where the link says SLES 15: what an older release does not have is another mistake there. */
export const sles15 =
	(edit: Edit): Edit =>
	(text, random, sample) =>
		/"osrelease": "15/.test(String(sample.files.get('xclarity.json'))) ? edit(text, random, sample) : undefined;

/** The settings of a pass of an answer file; empty ones are made when it has none. */
function withPass(text: string, pass: string): string {
	if (text.includes(`pass="${pass}"`)) return text;
	const end = text.lastIndexOf('</unattend>');
	return text.slice(0, end) + written(text, `<settings pass="${pass}"></settings>`) + text.slice(end);
}

const attributes =
	'processorArchitecture="amd64" publicKeyToken="31bf3856ad364e35" language="neutral" versionScope="nonSxS"';

/** Puts a component into a pass of an answer file, in place of the one that it has. */
export const component =
	(pass: string, name: string, xml: string): Edit =>
	before => {
		const text = withPass(before, pass);
		const at = text.indexOf(`pass="${pass}"`);
		const end = text.indexOf('</settings>', at);
		if (end < 0) return undefined;
		const old = elementAt(text, `component name="${escaped(name)}"`, at, end);
		const rest = without(text, old);
		if (rest === undefined) return undefined;
		const close = rest.lastIndexOf('\n', rest.indexOf('</settings>', at)) + 1;
		return (
			rest.slice(0, close) +
			written(text, `<component name="${name}" ${attributes}>${xml}</component>`) +
			rest.slice(close)
		);
	};

/** Puts XML at the start of a component's content, in place of the element of the same name. */
export const inComponent =
	(pass: string, name: string, xml: string): Edit =>
	text => {
		const at = text.indexOf(`pass="${pass}"`);
		const end = text.indexOf('</settings>', at);
		const found = at < 0 ? undefined : elementAt(text, `component name="${escaped(name)}"`, at, end);
		if (!found) return undefined;
		const inner = /^<([\w.-]+)/.exec(xml)?.[1] ?? '';
		const content = text.indexOf('\n', found.start) + 1;
		const rest = without(text, elementAt(text, `${escaped(inner)}\\b`, content, found.end));
		return rest && rest.slice(0, content) + written(text, xml) + rest.slice(content);
	};
