import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Problem, problem } from '../problem';
import { dependentUses } from './macroUsage';

/** Elements number 0 that linked files use although only the operator can make them; one report for each template. */
export function templateInstanceProblems(document: TextDocument, dependents: readonly TextDocument[]): Problem[] {
	const reported = new Map<object, Problem>();
	for (const { dependent, uses } of dependentUses(document, dependents)) {
		for (const { reference, found } of uses) {
			for (const [index, { name, instances, setting }] of found.path.entries()) {
				const isFirst = reference.segments[index]?.text === `${name}0`;
				if (!instances || instances.autoCreated || instances.min > 0 || !isFirst || reported.has(setting)) continue;
				const place = {
					start: document.offsetAt(setting.nameRange.start),
					end: document.offsetAt(setting.nameRange.end),
				};
				const range = { start: dependent.positionAt(reference.start), end: dependent.positionAt(reference.end) };
				const file = dependent.uri.slice(dependent.uri.lastIndexOf('/') + 1).replaceAll('%20', ' ');
				const related = [{ location: { uri: dependent.uri, range }, message: 'It is used here.' }];
				reported.set(
					setting,
					problem('config-template-instance', place, { macro: reference.name, file, name }, related),
				);
			}
		}
	}
	return [...reported.values()];
}
