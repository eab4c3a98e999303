import type { Hover, Location } from 'vscode-languageserver-types';
import { t } from '../../../texts/texts';
import type { MacroReference } from '../../macros/macroReader';
import type { MacroNode } from '../../macros/macroTable';
import { findPredefined, isPredefined } from '../../macros/predefinedMacros';
import { describeNode, describePredefined } from './macroDescription';
import type { MacroScope } from './macroScope';

/** Explains the name under the cursor; the whole macro at its hashes and dots. */
export function hoverMacro(scope: MacroScope, macro: MacroReference, offset: number): Hover | undefined {
	const segment = segmentAt(macro, offset);
	const text = describeSegment(scope, macro, segment);
	if (text === undefined) return undefined;
	const { document } = scope;
	return {
		contents: { kind: 'markdown', value: text },
		range: { start: document.positionAt(macro.start), end: document.positionAt(macro.end) },
	};
}

/** The place in the configuration-settings file where the name under the cursor is declared. */
export function macroDefinition(scope: MacroScope, macro: MacroReference, offset: number): Location[] {
	const node = nodeAt(scope, macro, segmentAt(macro, offset));
	return node && scope.table ? [{ uri: scope.table.uri, range: node.setting.nameRange }] : [];
}

function describeSegment(scope: MacroScope, macro: MacroReference, segment: number): string | undefined {
	const name = macro.segments
		.slice(0, segment + 1)
		.map(({ text }) => text)
		.join('.');
	const heading = `\`#${name}#\``;
	if (isPredefined(macro.name)) {
		const predefined = findPredefined(scope.predefined, name);
		return predefined && `${heading}\n\n${describePredefined(predefined)}`;
	}
	const node = nodeAt(scope, macro, segment);
	if (node) return `${heading}\n\n${describeNode(scope, node)}`;
	return scope.table ? undefined : `${heading}\n\n${t('Custom macro; no configuration-settings file is linked.')}`;
}

function nodeAt(scope: MacroScope, macro: MacroReference, segment: number): MacroNode | undefined {
	const names = macro.segments.slice(0, segment + 1).map(({ text }) => text);
	const found = scope.lookUp(names.join('.'));
	if (found?.kind === 'found') return found.node;
	return found?.segment === segment ? found.node : undefined;
}

function segmentAt({ segments }: MacroReference, offset: number): number {
	const at = segments.findIndex(({ start, end }) => start <= offset && offset <= end);
	return at === -1 ? segments.length - 1 : at;
}
