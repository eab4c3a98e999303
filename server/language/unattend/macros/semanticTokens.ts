import type { SemanticToken } from '../../language';
import type { Span } from '../../span';

/** The macros' tokens and the dialect's, in order; where they overlap the dialect's token is cut around the macro. */
export function tokensAround(macros: readonly Span[], tokens: readonly SemanticToken[]): SemanticToken[] {
	const sorted = [...tokens].sort((a, b) => a.offset - b.offset);
	const result: SemanticToken[] = macros.map(({ start, end }) => ({
		offset: start,
		length: end - start,
		type: 'macro',
	}));
	let next = 0;
	for (const token of sorted) {
		const end = token.offset + token.length;
		while ((macros[next]?.end ?? Number.POSITIVE_INFINITY) <= token.offset) next++;
		let from = token.offset;
		for (let over = next; (macros[over]?.start ?? Number.POSITIVE_INFINITY) < end; over++) {
			const macro = macros[over];
			if (!macro) break;
			if (macro.start > from) result.push({ ...token, offset: from, length: macro.start - from });
			from = Math.max(from, macro.end);
		}
		if (from < end) result.push({ ...token, offset: from, length: end - from });
	}
	return result.sort((a, b) => a.offset - b.offset);
}
