import type { TextDocument } from 'vscode-languageserver-textdocument';
import { t } from '../../texts/texts';
import { isDeclared, placeOfUse, usesOf } from '../macros/uses';
import { type Problem, problem } from '../problem';
import { declaredMacros } from './customMacros';

/** Elements number 0 that linked files use although only the operator can make them; one report for each template. */
export function templateInstanceProblems(document: TextDocument, dependents: readonly TextDocument[]): Problem[] {
	const reported = new Map<object, Problem>();
	for (const use of usesOf(declaredMacros(document), dependents).all.filter(isDeclared)) {
		const { reference, path } = use;
		for (const [index, { name, instances, setting }] of path.entries()) {
			const isFirst = reference.segments[index]?.text === `${name}0`;
			if (!instances || instances.autoCreated || instances.min > 0 || !isFirst || reported.has(setting)) continue;
			const place = {
				start: document.offsetAt(setting.nameRange.start),
				end: document.offsetAt(setting.nameRange.end),
			};
			const { uri } = use.document;
			const file = uri.slice(uri.lastIndexOf('/') + 1).replaceAll('%20', ' ');
			const related = [{ location: placeOfUse(use), message: t('It is used here.') }];
			reported.set(setting, problem('config-template-instance', place, { macro: reference.name, file, name }, related));
		}
	}
	return [...reported.values()];
}
