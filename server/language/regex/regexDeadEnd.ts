import type { AST } from '@eslint-community/regexpp';

/**
 * Whether no text can match, because in each alternative something has to stand before the start or behind the end:
 * `$[a-z]+^`.
 */
export const matchesNothing = ({ alternatives }: AST.Pattern): boolean => alternatives.every(isDeadEnd);

function isDeadEnd({ elements }: AST.Alternative): boolean {
	const starts = elements.findLastIndex(element => isAssertion(element, 'start'));
	const ends = elements.findIndex(element => isAssertion(element, 'end'));
	const takesText = (element: AST.Element): boolean => leastLength(element) > 0;
	return (
		elements.slice(0, Math.max(starts, 0)).some(takesText) || (ends >= 0 && elements.slice(ends + 1).some(takesText))
	);
}

const isAssertion = (element: AST.Element, kind: 'start' | 'end'): boolean =>
	element.type === 'Assertion' && element.kind === kind;

/** Fewest characters that an element takes, or 0 where that is not told. */
function leastLength(element: AST.Element): number {
	switch (element.type) {
		case 'Character':
		case 'CharacterSet':
		case 'CharacterClass':
			return 1;
		case 'Quantifier':
			return element.min * leastLength(element.element);
		case 'Group':
		case 'CapturingGroup':
			return Math.min(
				...element.alternatives.map(({ elements }) => elements.reduce((sum, each) => sum + leastLength(each), 0)),
			);
		default:
			return 0;
	}
}
