import { shortened } from '../../../../texts/shortened';
import { type Problem, problem } from '../../../problem';
import type { UnattendSource } from '../../unattendSource';
import { holdsMacro } from '../../values/macrosIn';
import { bringsNone, elements } from '../../xml/parse/broughtMarkup';
import type { XmlElement } from '../../xml/parse/xmlNode';

/** Text between elements is dropped, so what it was meant for does not happen; a macro may stand for elements. */
export function checkText(source: UnattendSource, element: XmlElement): Problem[] {
	for (const child of element.children) {
		if (child.kind !== 'text' || child.blank) continue;
		const raw = source.text.slice(child.offset, child.offset + child.length);
		const start = child.offset + raw.length - raw.trimStart().length;
		const end = child.offset + raw.trimEnd().length;
		const isOpen = holdsMacro(source, { start, end }) && !bringsNone(source, { start, end }, elements);
		if (isOpen || /\$\{|\{\{|\{%|<%|@[\w.-]+@|__\w+__/.test(raw)) continue;
		const shown = shortened(raw.trim(), 31);
		return [problem('windows-text-stray', { start, end }, { name: element.name, text: shown })];
	}
	return [];
}
