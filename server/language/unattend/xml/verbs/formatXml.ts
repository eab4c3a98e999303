import type { TextEdit } from 'vscode-languageserver-types';
import type { FormattingOptions } from '../../../language';
import type { UnattendSource } from '../../unattendSource';
import type { XmlElement, XmlNode } from '../parse/xmlNode';
import { xmlOf } from '../parse/xmlTree';

interface Level {
	readonly nodes: readonly XmlNode[];
	readonly depth: number;
	/** Where the closing tag starts; `undefined` at the top. */
	readonly close: number | undefined;
}

/**
 * Indents tags that start a line by their depth. Nothing else changes: text keeps every blank, lines are neither
 * joined nor split, and a file that is not well-formed is left alone.
 */
export function formatXml(source: UnattendSource, options: FormattingOptions): TextEdit[] {
	const { children, faults } = xmlOf(source);
	if (faults.some(({ code }) => code !== 'xml-doctype-ignored')) return [];
	const unit = options.insertSpaces ? ' '.repeat(options.tabSize) : '\t';
	const edits: TextEdit[] = [];
	const waiting: Level[] = [{ nodes: children, depth: 0, close: undefined }];
	for (let level = waiting.pop(); level; level = waiting.pop()) {
		const { nodes, depth, close } = level;
		for (const [index, node] of nodes.entries()) {
			if (node.kind === 'element' && indentsInside(node)) {
				waiting.push({ nodes: node.children, depth: depth + 1, close: node.closeOffset });
			}
			if (node.kind !== 'text') continue;
			const isLast = index === nodes.length - 1;
			if (isLast && close === undefined) continue;
			const edit = indentation(source, node, unit.repeat(Math.min(isLast ? depth - 1 : depth, 100)));
			if (edit) edits.push(edit);
		}
	}
	return edits;
}

/** Only where elements stand alone: among text, blanks may mean something. */
function indentsInside({ children, attributes }: XmlElement): boolean {
	if (attributes.some(({ name, value }) => name === 'xml:space' && value === 'preserve')) return false;
	return (
		children.some(child => child.kind === 'element' || child.kind === 'comment') &&
		children.every(child => child.kind !== 'cdata' && (child.kind !== 'text' || child.blank))
	);
}

function indentation(
	{ document }: UnattendSource,
	text: { readonly offset: number; readonly raw: string },
	wanted: string,
): TextEdit | undefined {
	const line = text.raw.lastIndexOf('\n');
	if (line < 0 || text.raw.slice(line + 1) === wanted) return undefined;
	const start = text.offset + line + 1;
	const end = text.offset + text.raw.length;
	return { range: { start: document.positionAt(start), end: document.positionAt(end) }, newText: wanted };
}
