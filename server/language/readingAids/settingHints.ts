import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { InlayHint, Position, Range } from 'vscode-languageserver-types';
import { t } from '../../texts/texts';
import { declaredMacros } from '../config/customMacros';
import { isValue, macrosOf, settingsOfTable } from './settingsOfTable';

/** The macro that each setting becomes, behind its name. */
export function settingHints(document: TextDocument, range: Range): InlayHint[] {
	return settingsOfTable(declaredMacros(document)).flatMap(placed => {
		const { setting, instances } = placed.node;
		const position = setting.nameRange.end;
		if (!isValue(placed.node) || !isWithin(position, range)) return [];
		const [first, ...more] = macrosOf(placed);
		if (first === undefined || first.length > longest) return [];
		const isOpen = instances !== undefined && (instances.max ?? 2) > 1;
		const tooltip =
			more.length > 0 ? t('One macro for each element: {first}', { first: [first, ...more].join(', ') }) : undefined;
		return [{ position, label: isOpen ? `${first} …` : first, paddingLeft: true, ...(tooltip ? { tooltip } : {}) }];
	});
}

/** Longer names are no help on a line. */
const longest = 200;

/** Whether a position lies in a range, its end included. */
export const isWithin = (at: Position, { start, end }: Range): boolean => !isBefore(at, start) && !isBefore(end, at);

const isBefore = (a: Position, b: Position): boolean =>
	a.line < b.line || (a.line === b.line && a.character < b.character);
