import { TextDocument } from 'vscode-languageserver-textdocument';
import type { LeftOut } from '../../language/config/editing/leftOut';
import { isRefusal, repairOf } from '../../language/config/editing/repair';
import { type FixedText, fixAll } from '../../language/fixAll';
import type { Context, Language } from '../../language/language';

/** A file put right as "Repair this file" of the editor does, and what that left out. */
export interface RepairedText extends FixedText {
	/** Word for word. */
	readonly leftOut?: readonly LeftOut[];
	/** Why the whole file was not repaired, as a sentence ends. */
	readonly refused?: string;
}

/** The safe fixes of a configuration-settings file, then the repair of the whole, then what is safe behind that. */
export function repairWhole(language: Language, document: TextDocument, context: Context): RepairedText {
	const fixed = fixAll(language, document, context);
	const after = withText(document, fixed.text);
	const repair = repairOf(after);
	if (repair === undefined) return fixed;
	if (isRefusal(repair)) return { ...fixed, refused: repair.refused };
	const rest = fixAll(language, withText(document, repair.text), context);
	return {
		...rest,
		count: fixed.count + 1 + rest.count,
		titles: [...new Set([...fixed.titles, 'Repair this file', ...rest.titles])],
		leftOut: repair.leftOut,
	};
}

const withText = ({ uri, languageId, version }: TextDocument, text: string): TextDocument =>
	TextDocument.create(uri, languageId, version + 1, text);
