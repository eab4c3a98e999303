import type { Kind } from '../language';
import type { MacroReference } from '../macros/macroReader';
import { esxiReading } from './esxi/esxiReading';
import { readingOf } from './kickstart/reading';
import { isHook } from './macros/hookMacros';
import type { UnattendSource } from './unattendSource';
import { nodeAt, xmlOf } from './xml/parse/xmlTree';

const isXml = (kind: Kind): boolean => kind === 'autoyast' || kind === 'windows';

const fileOf = (source: UnattendSource, kind: Kind) =>
	kind === 'esxi' ? esxiReading(source).file : readingOf(source).file;

/** Why the appliance's work cannot go where a hook macro stands; `undefined` where it can, or where nobody knows. */
export function misplacement(source: UnattendSource, kind: Kind, macro: MacroReference): string | undefined {
	if (kind === 'script') return 'a post-install script has no sections';
	return isXml(kind) ? inXml(source, macro) : inLines(source, kind, macro);
}

function inLines(source: UnattendSource, kind: Kind, { start, end }: MacroReference): string | undefined {
	const section = fileOf(source, kind).sections.find(
		({ header, endTag, bodyEnd }) => header.start <= start && start < (endTag?.start ?? bodyEnd),
	);
	if (section) return `it stands in the section ${section.name}`;
	const { masked } = source;
	const lineStart = masked.lastIndexOf('\n', start) + 1;
	const before = masked.slice(lineStart, start).trimStart();
	if (before.startsWith('#')) return 'it stands in a comment';
	const lineBreak = masked.indexOf('\n', end);
	const behind = masked.slice(end, lineBreak < 0 ? masked.length : lineBreak).trim();
	return before !== '' || (behind !== '' && !behind.startsWith('#')) ? 'it stands beside other text' : undefined;
}

function inXml(source: UnattendSource, { start }: MacroReference): string | undefined {
	const document = xmlOf(source);
	const node = nodeAt(document, start + 1);
	if (!node || !document.root) return undefined;
	if (node.kind === 'element') return 'it stands inside a tag';
	if (node.kind === 'comment') return 'it stands in a comment';
	if (node.kind !== 'text' && node.kind !== 'cdata') return undefined;
	// Text outside of the root element is what the XML reader reports.
	if (document.root.children.includes(node) || document.children.includes(node)) return undefined;
	return `it is not directly below <${document.root.name}>`;
}

/** Where the file says its first thing: reports about the whole file stand there. */
export function firstWord(source: UnattendSource, kind: Kind): { readonly start: number; readonly end: number } {
	if (isXml(kind)) {
		const { root } = xmlOf(source);
		if (root) return { start: root.offset + 1, end: root.offset + 1 + root.name.length };
	} else if (kind !== 'script') {
		const { statements, sections } = fileOf(source, kind);
		const heads = [statements[0]?.head, sections[0]?.header.head].flatMap(head => head ?? []);
		const [first] = heads.sort((a, b) => a.start - b.start);
		if (first) return { start: first.start, end: first.end };
	}
	const start = Math.max(0, source.text.search(/\S/));
	return { start, end: start + (/^\S*/.exec(source.text.slice(start, start + 200))?.[0].length ?? 0) };
}

/** Where hook macros go, and the text around each that makes it stand by itself. */
interface HookPlace {
	readonly offset: number;
	readonly before: string;
	readonly after: string;
}

/** Before the first section of a kickstart file; directly below the root element of an XML file. */
export function hookPlace(source: UnattendSource, kind: Kind): HookPlace | undefined {
	const { text } = source;
	const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
	if (isXml(kind)) {
		const { root } = xmlOf(source);
		if (!root || root.selfClosing) return undefined;
		if (kind === 'autoyast') return { offset: root.contentOffset, before: `${lineBreak}\t`, after: '' };
		const offset = root.closeOffset;
		return offset === undefined ? undefined : { offset, before: '\t', after: lineBreak };
	}
	if (kind !== 'kickstart' && kind !== 'esxi') return undefined;
	return { offset: lineForHooks(source, kind), before: '', after: lineBreak };
}

/** Beside the other hook macro, else before the first word; the agreement to the licence customarily stands first. */
function lineForHooks(source: UnattendSource, kind: Kind): number {
	const { text, macros } = source;
	const { start } = firstWord(source, kind);
	const other = macros.find(macro => isHook(macro.name) && misplacement(source, kind, macro) === undefined);
	const isAgreement = /^(?:vm)?accepteula\b/.test(text.slice(start, start + 20));
	const lineEnd = text.indexOf('\n', other?.end ?? start);
	return (other || isAgreement) && lineEnd >= 0 ? lineEnd + 1 : text.lastIndexOf('\n', start - 1) + 1;
}
