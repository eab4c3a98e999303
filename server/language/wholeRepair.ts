import type { TextDocument } from 'vscode-languageserver-textdocument';
import { CodeActionKind, type TextEdit } from 'vscode-languageserver-types';
import { t } from '../texts/texts';
import { atWorkOn } from './atWorkOn';
import { leftOutSentences, repairTitle } from './config/editing/leftOut';
import { isRefusal, type Refusal, repairOf } from './config/editing/repair';
import { layOut } from './config/json/jsonLayout';
import { fixAll } from './fixAll';
import type { Context, FormattingOptions, Kind } from './language';
import { languageFor } from './languageService';
import { changedText, wholeEdit } from './textChange';

/** The kind under which an editor lists the repair of a whole file. */
export const repairKind = `${CodeActionKind.Source}.repair.xclarity`;

/** A file put right in one edit. */
export interface WholeRepair {
	/** What it does, and what it leaves out. */
	readonly title: string;
	readonly edit: TextEdit;
	/** How many mistakes it puts right. */
	readonly count: number;
	/** What a person wrote and the repaired file does not have, as a sentence names it. */
	readonly leftOut: readonly string[];
}

/**
 * The repair of a whole file of any kind: of a configuration-settings file all that is obvious, indented as `options`
 * say or as the file was; of another one what changes nothing that a person decided. `undefined` when nothing is wrong.
 */
export function wholeRepair(
	kind: Kind,
	document: TextDocument,
	context: Context,
	options?: FormattingOptions,
): WholeRepair | Refusal | undefined {
	if (kind !== 'config') {
		const { text, count } = atWorkOn(document, () => fixAll(languageFor(kind), document, context));
		return count === 0
			? undefined
			: { title: t('Repair this file'), edit: wholeEdit(document, text), count, leftOut: [] };
	}
	const repair = repairOf(document);
	if (!repair || isRefusal(repair)) return repair;
	const leftOut = leftOutSentences(repair.leftOut);
	const text = options ? changedText(repair.text, layOut(repair.text, options)) : repair.text;
	return { title: repairTitle(leftOut), edit: wholeEdit(document, text), count: repair.count, leftOut };
}
