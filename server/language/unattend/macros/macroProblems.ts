import type { MissedMacro } from '../../macros/macroLookup';
import type { BrokenMacro, MacroReference } from '../../macros/macroReader';
import { explainUnknownPredefined, findPredefined, isPredefined } from '../../macros/predefinedMacros';
import { type Problem, problem } from '../../problem';
import { configName, type MacroScope } from './macroScope';

/** What is wrong with the macros of a document, apart from its link. The fact `replacement` is the whole macro put right. */
export function macroProblems(scope: MacroScope): Problem[] {
	return [
		...scope.references.flatMap(reference => referenceProblem(scope, reference) ?? []),
		...scope.broken.map(macro => brokenProblem(scope, macro)),
	];
}

function referenceProblem(scope: MacroScope, reference: MacroReference): Problem | undefined {
	if (isPredefined(reference.name)) return predefinedProblem(scope, reference);
	const found = scope.lookUp(reference.name);
	if (found === undefined) return undefined;
	if (found.kind !== 'found') return missProblem(scope, reference, found);
	if (found.node.children.length === 0) return undefined;
	return problem('macro-group', reference, { macro: reference.name, config: configName(scope) });
}

function predefinedProblem(scope: MacroScope, reference: MacroReference): Problem | undefined {
	const macro = reference.name;
	if (findPredefined(scope.predefined, macro)) return undefined;
	const { kind, nearest } = explainUnknownPredefined(scope.predefined, macro);
	const facts = { macro, ...hint(nearest) };
	if (kind === 'name') return problem('macro-predefined-unknown', reference, facts);
	return problem('macro-predefined-group-unknown', reference, { ...facts, group: macro.split('.')[1] ?? '' });
}

function missProblem(scope: MacroScope, reference: MacroReference, miss: MissedMacro): Problem {
	const macro = reference.name;
	const name = reference.segments[miss.segment]?.text ?? macro;
	const facts = { macro, name, config: configName(scope), ...hint(miss.corrected) };
	switch (miss.kind) {
		case 'instanceMissing':
			return problem('macro-instance-missing', reference, facts);
		case 'instanceOutOfRange':
			return problem('macro-instance-out-of-range', reference, { ...facts, max: miss.node?.instances?.max ?? 0 });
		case 'rootIncluded':
			return problem('macro-root-included', reference, facts);
		case 'spelling':
			return problem('macro-spelling', reference, facts);
		case 'unknown':
			return problem(reference.segments.length > 1 ? 'macro-unknown' : 'macro-single-name', reference, facts);
	}
}

const codeOfFlaw = {
	unterminated: 'macro-unterminated',
	whitespace: 'macro-white-space',
	emptyName: 'macro-empty-name',
} as const;

function brokenProblem(scope: MacroScope, macro: BrokenMacro): Problem {
	return problem(codeOfFlaw[macro.flaw], macro, { macro: macro.name, replacement: correctName(scope, macro.name) });
}

/** One fix puts everything right, also a second mistake in the same macro. */
function correctName(scope: MacroScope, name: string): string {
	if (isPredefined(name)) return name;
	const found = scope.lookUp(name);
	return (found && found.kind !== 'found' && found.corrected) || name;
}

function hint(corrected: string | undefined): { readonly hint: string; readonly replacement?: string } {
	return corrected === undefined ? { hint: '' } : { hint: ` Did you mean #${corrected}#?`, replacement: corrected };
}
