import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction, Range } from 'vscode-languageserver-types';
import { configDocument } from '../config/configDocument';
import { declaredMacros } from '../config/customMacros';
import type { Context } from '../language';
import { usesOf } from '../macros/uses';
import { allowAnyText, offerChoices } from './choiceRefactorings';
import { type ConfigRefactoring, configSubject } from './configRefactoring';
import { workspaceEdit } from './fileChanges';
import { makeList, makeSingle } from './listRefactorings';
import { deleteUnused, moveDown, moveUp, sortSettings } from './orderRefactorings';
import { makeCommon, makePerServer } from './serverRefactorings';
import { settingAt } from './settingAt';

const refactorings: readonly ConfigRefactoring[] = [
	offerChoices,
	allowAnyText,
	makeList,
	makeSingle,
	makePerServer,
	makeCommon,
	moveUp,
	moveDown,
	sortSettings,
	deleteUnused,
];

/** What can be done with the setting at the beginning of a range; nothing in a file with mistakes of JSON. */
export function configRefactorings(config: TextDocument, range: Range, { dependents }: Context): CodeAction[] {
	if (configDocument(config).syntax.length > 0) return [];
	const place = settingAt(config, config.offsetAt(range.start));
	if (!place) return [];
	const linked = dependents.filter(({ uri }) => uri !== config.uri);
	const subject = configSubject(place, usesOf(declaredMacros(config), linked).bySetting, linked.length);
	return refactorings.flatMap(refactoring => {
		const found = refactoring(subject);
		return found ? [{ title: found.title, kind: found.kind, edit: workspaceEdit(found.files) }] : [];
	});
}
