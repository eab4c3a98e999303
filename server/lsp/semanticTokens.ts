import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { SemanticTokens, SemanticTokensLegend } from 'vscode-languageserver-types';
import type { SemanticToken } from '../language/language';

const types = [
	'macro',
	'property',
	'string',
	'enumMember',
	'regexp',
	'keyword',
	'parameter',
	'variable',
] as const satisfies readonly SemanticToken['type'][];

export const semanticTokensLegend: SemanticTokensLegend = { tokenTypes: [...types], tokenModifiers: [] };

/** Packs tokens as LSP wants them: five numbers each, positions relative to the token before. */
export function packTokens(document: TextDocument, tokens: readonly SemanticToken[]): SemanticTokens {
	const data: number[] = [];
	let line = 0;
	let character = 0;
	for (const { offset, length, type } of [...tokens].sort((a, b) => a.offset - b.offset)) {
		const start = document.positionAt(offset);
		data.push(
			start.line - line,
			start.line === line ? start.character - character : start.character,
			length,
			types.indexOf(type),
			0,
		);
		line = start.line;
		character = start.character;
	}
	return { data };
}
