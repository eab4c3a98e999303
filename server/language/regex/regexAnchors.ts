import type { AST } from '@eslint-community/regexpp';

/** Which anchors an expression lacks, so that it may match a part of a value only: `^`, `$`, both or none. */
export function missingAnchors(pattern: AST.Pattern): readonly ('^' | '$')[] {
	const missing: ('^' | '$')[] = [];
	if (!isAnchored(pattern.alternatives, 'start')) missing.push('^');
	if (!isAnchored(pattern.alternatives, 'end')) missing.push('$');
	return missing;
}

/** Every alternative begins or ends with the anchor, also inside a group. */
function isAnchored(alternatives: readonly AST.Alternative[], edge: 'start' | 'end'): boolean {
	return alternatives.every(({ elements }) => {
		const element = edge === 'start' ? elements[0] : elements.at(-1);
		if (element?.type === 'Group' || element?.type === 'CapturingGroup') return isAnchored(element.alternatives, edge);
		return element?.type === 'Assertion' && element.kind === edge;
	});
}
