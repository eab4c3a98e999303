import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { InlayHint, Range } from 'vscode-languageserver-types';
import { shortened } from '../../texts/shortened';
import { t } from '../../texts/texts';
import { declaredMacros } from '../config/customMacros';
import type { Link } from '../links/link';
import { isDeclared, macroUses } from '../macros/uses';
import { isWithin } from './settingHints';

/** The value that each custom macro stands for, behind it: a fixed one, or the one that the operator is offered. */
export function valueHints(document: TextDocument, range: Range, { config }: Link): InlayHint[] {
	if (!config) return [];
	return macroUses(document, declaredMacros(config)).flatMap(use => {
		const { reference, path } = use;
		const setting = isDeclared(use) ? path.at(-1)?.setting : undefined;
		if (!setting) return [];
		const { value, category, type } = setting;
		const position = document.positionAt(reference.end);
		// A hint is read over a shoulder.
		if (value === undefined || value === '' || type === 'password' || !isWithin(position, range)) return [];
		const line = value.replace(/\s+/g, ' ');
		const label = shortened(line, longest);
		const isFixed = category === 'static';
		const tooltip = isFixed
			? t('The fixed value of this setting.')
			: t('What the operator is offered for this setting.');
		return [{ position, label: isFixed ? `= ${label}` : `≈ ${label}`, paddingLeft: true, tooltip }];
	});
}

const longest = 40;
