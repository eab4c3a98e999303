import { t } from '../../../../texts/texts';
import type { MacroReference } from '../../../macros/macroReader';
import type { HookPlacement } from '../../dialect';
import type { UnattendSource } from '../../unattendSource';
import type { XmlElement } from '../parse/xmlNode';
import { nameOf, nodeAt, xmlOf } from '../parse/xmlTree';

/**
 * Hook macros in an XML file: directly below the root element, before or behind all that stands there.
 * @param holderOf the element below the root that holds all the rest, in a file that has one.
 */
export const xmlHooks = (
	side: 'first' | 'last',
	holderOf: (root: XmlElement) => XmlElement = root => root,
): HookPlacement => ({
	missing: 'unattend-hook-absent',
	misplacement: (source, macro) => misplacement(source, macro, holderOf),
	isOutside(source, { start }) {
		const { root } = xmlOf(source);
		return root !== undefined && (start < root.offset || start >= root.offset + root.length);
	},
	firstWord(source) {
		const { root } = xmlOf(source);
		return root && nameOf(root);
	},
	place(source) {
		const { root } = xmlOf(source);
		if (!root || root.selfClosing) return undefined;
		const lineBreak = source.text.includes('\r\n') ? '\r\n' : '\n';
		if (side === 'first') return { offset: root.contentOffset, before: `${lineBreak}\t`, after: '' };
		return root.closeOffset === undefined ? undefined : { offset: root.closeOffset, before: '\t', after: lineBreak };
	},
});

function misplacement(
	source: UnattendSource,
	{ start }: MacroReference,
	holderOf: (root: XmlElement) => XmlElement,
): string | undefined {
	const document = xmlOf(source);
	const node = nodeAt(document, start + 1);
	// Where tags are at fault nobody can say what stands directly below the root element.
	if (!node || !document.root || document.faults.length > 0) return undefined;
	if (node.kind === 'element') return t('it stands inside a tag');
	if (node.kind === 'comment') return t('it stands in a comment');
	if (node.kind !== 'text' && node.kind !== 'cdata') return undefined;
	// Text outside of the root element is what the XML reader reports.
	if (holderOf(document.root).children.includes(node) || document.root.children.includes(node)) return undefined;
	if (document.children.includes(node)) return undefined;
	return t('it is not directly below <{root}>', { root: document.root.name });
}
