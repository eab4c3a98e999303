import type { MacroReference } from '../../macros/macroReader';
import type { MacroValue, UnattendSource } from '../unattendSource';
import { wholeMacro } from '../values/macrosIn';
import { isOpen } from './statementReading';

/** What may stand at a place after deployment has put in the macros. */
export interface Possibilities {
	readonly texts: readonly string[];
	/** Set when the texts come through a macro. */
	readonly macro?: MacroReference;
	readonly value?: MacroValue;
	/** Nothing else can come: the text is written there, or the setting allows only these. */
	readonly complete: boolean;
}

/** Every text that a value can have; `undefined` when that is not known. */
export function possibilitiesOf(
	source: UnattendSource,
	value: { readonly text: string; readonly start: number; readonly end: number },
): Possibilities | undefined {
	if (!isOpen(source, value.start, value.end)) return { texts: [value.text], complete: true };
	const macro = wholeMacro(source, value);
	const found = macro && source.valueOf(macro);
	if (!macro || !found) return undefined;
	if (found.choices && found.choices.length > 0) return { texts: found.choices, macro, value: found, complete: true };
	if (found.default !== undefined && found.default !== '')
		return { texts: [found.default], macro, value: found, complete: false };
	return found.type === 'boolean' ? { texts: ['true', 'false'], macro, value: found, complete: false } : undefined;
}
