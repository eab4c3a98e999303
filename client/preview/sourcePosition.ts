import type { FinishedFileResult } from '../../server/lsp/protocol';

type Position = FinishedFileResult['substitutions'][number]['range']['start'];

/** Where a place of a finished file stands in its source: at the macro for what a macro brought. */
export function sourcePosition(
	{ substitutions }: Pick<FinishedFileResult, 'substitutions'>,
	position: Position,
): Position {
	const before = substitutions.findLast(({ range }) => !isBefore(position, range.start));
	if (!before) return position;
	const { range, source } = before;
	if (isBefore(position, range.end)) return source.start;
	const line = source.end.line + position.line - range.end.line;
	if (position.line > range.end.line) return { line, character: position.character };
	return { line, character: source.end.character + position.character - range.end.character };
}

const isBefore = (a: Position, b: Position): boolean =>
	a.line < b.line || (a.line === b.line && a.character < b.character);
