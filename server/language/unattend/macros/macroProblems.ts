import { t } from '../../../texts/texts';
import type { MissedMacro } from '../../macros/macroLookup';
import type { BrokenMacro, MacroReference } from '../../macros/macroReader';
import { nearestName } from '../../macros/nearestName';
import { explainUnknownPredefined, findPredefined, isPredefined } from '../../macros/predefinedMacros';
import { oncePerVersion } from '../../oncePerVersion';
import { type Problem, problem } from '../../problem';
import { configName, type MacroScope } from './macroScope';
import { skippedInstances } from './skippedInstances';

/**
 * What is wrong with the macros of a document, apart from its link. The fact `replacement` is the whole macro put
 * right. Macros that fail by the same name have one cause: a group that was renamed is one mistake.
 */
export const macroProblems: (scope: MacroScope) => readonly Problem[] = oncePerVersion((scope: MacroScope) => [
	...scope.references.flatMap(reference => referenceProblem(scope, reference) ?? []),
	...skippedInstances(scope),
	...scope.broken.map(macro => brokenProblem(scope, macro)),
]);

function referenceProblem(scope: MacroScope, reference: MacroReference): Problem | undefined {
	const { name, segments } = reference;
	if (isPredefined(name)) return predefinedProblem(scope, reference);
	const found = scope.lookUp(name);
	if (found === undefined) return undefined;
	if (found.kind === 'found') {
		if (found.node.children.length === 0) return undefined;
		return groupProblem(reference, configName(scope));
	}
	if (isFaultOfConfig(scope, found)) return undefined;
	const path = segments.slice(0, found.segment + 1).map(({ text }) => text);
	return { ...missProblem(scope, reference, found), cause: `${found.kind} ${path.join('.')}` };
}

const groupProblem = (reference: MacroReference, config: string): Problem => ({
	...problem('macro-group', reference, { macro: reference.name, config }),
	cause: `group ${reference.name}`,
});

/** What the configuration-settings file does not declare because of a mistake there is reported there. */
function isFaultOfConfig({ table }: MacroScope, { kind, node, corrected }: MissedMacro): boolean {
	const instances = node?.instances;
	if (kind === 'instanceOutOfRange' && instances?.max !== undefined)
		return instances.max < Math.max(instances.min, instances.autoCreated ? 1 : 0);
	return table?.isWhole === false && corrected === undefined;
}

function predefinedProblem(scope: MacroScope, reference: MacroReference): Problem | undefined {
	const macro = reference.name;
	const known = findPredefined(scope.predefined, macro);
	if (known) {
		if (!['object', 'array'].includes(known.type)) return undefined;
		return groupProblem(reference, t('the list of the appliance'));
	}
	const { kind, nearest } = explainUnknownPredefined(scope.predefined, macro);
	const facts = { macro, ...hint(nearest) };
	if (kind === 'name') return { ...problem('macro-predefined-unknown', reference, facts), cause: macro };
	const [, group = ''] = macro.split('.');
	return {
		...problem('macro-predefined-group-unknown', reference, { ...facts, group }),
		cause: `predefined.${group}`,
	};
}

function missProblem(scope: MacroScope, reference: MacroReference, miss: MissedMacro): Problem {
	const macro = reference.name;
	const name = reference.segments[miss.segment]?.text ?? macro;
	const meant = miss.corrected ?? predefinedMeant(scope, reference);
	const guess = meant === undefined && miss.elsewhere !== undefined ? { isGuess: true } : {};
	const facts = { macro, name, config: configName(scope), ...hint(meant ?? miss.elsewhere), ...guess };
	const isSure = reference.segments.length > 1 && !reference.isGuess;
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
			return problem(isSure ? 'macro-unknown' : 'macro-single-name', reference, facts);
	}
}

/** `#predefineds.otherSettings.jobId#`: the appliance has the rest of the name. */
function predefinedMeant({ predefined }: MacroScope, { segments }: MacroReference): string | undefined {
	const [first, ...rest] = segments.map(({ text }) => text);
	if (first === undefined || rest.length === 0 || nearestName(first, ['predefined']) === undefined) return undefined;
	const name = ['predefined', ...rest].join('.');
	return findPredefined(predefined, name) && name;
}

const codeOfFlaw = {
	unterminated: 'macro-unterminated',
	whitespace: 'macro-white-space',
	emptyName: 'macro-empty-name',
	syntax: 'macro-syntax',
} as const;

function brokenProblem(scope: MacroScope, macro: BrokenMacro): Problem {
	const written = scope.text.slice(macro.start, macro.end);
	const rest = macro.flaw === 'unterminated' ? restBehindValue(scope, macro) : '';
	const name = macro.name.slice(0, macro.name.length - rest.length);
	const facts = { macro: name, written, replacement: correctName(scope, name), ...(rest === '' ? {} : { rest }) };
	return problem(codeOfFlaw[macro.flaw], macro, facts);
}

/** `#site.locale.UTF-8`: what follows the name of a value is no part of the macro. */
function restBehindValue({ lookUp }: MacroScope, { segments, name }: BrokenMacro): string {
	if (lookUp(name)?.kind === 'found') return '';
	for (let count = segments.length - 1; count > 0; count--) {
		const value = segments
			.slice(0, count)
			.map(({ text }) => text)
			.join('.');
		const found = lookUp(value);
		if (found?.kind === 'found') return found.node.children.length === 0 ? name.slice(value.length) : '';
	}
	return '';
}

/** One fix puts everything right, also a second mistake in the same macro. */
function correctName(scope: MacroScope, name: string): string {
	if (isPredefined(name)) return name;
	const found = scope.lookUp(name);
	return (found && found.kind !== 'found' && found.corrected) || name;
}

function hint(corrected: string | undefined): { readonly hint: string; readonly replacement?: string } {
	return corrected === undefined
		? { hint: '' }
		: { hint: ` ${t('Did you mean #{corrected}#?', { corrected })}`, replacement: corrected };
}
