import type { MacroReference } from '../macros/macroReader';
import { partitionPoint } from '../partitionPoint';
import type { Span } from '../span';
import type { CommentStyle } from '../unattend/dialect';
import type { MacroScope } from '../unattend/macros/macroScope';
import { type MacroText, macroText, type Values } from './macroValues';

/** A macro of the source, and what stands in its place. Offsets in UTF-16 units, `end` exclusive. */
export interface Substitution {
	readonly macro: MacroReference;
	readonly becomes: MacroText;
	/** In the finished text. An unresolved macro stands there as it was written. */
	readonly start: number;
	readonly end: number;
}

/** An unattend file as the installer will read it. */
export interface FinishedFile {
	readonly text: string;
	/** In document order. */
	readonly substitutions: readonly Substitution[];
}

/** How values are put into a file, which the vendor leaves open. */
export interface Insertion {
	/** True: `&`, `<` and `>` of a value become entities in XML. */
	readonly escapesXml: boolean;
	readonly comments: CommentStyle;
}

/** Puts the values of one server in the place of the macros. */
export function finishFile(scope: MacroScope, values: Values, insertion: Insertion): FinishedFile {
	const substitutions: Substitution[] = [];
	const parts: string[] = [];
	let length = 0;
	let from = 0;
	const add = (part: string): void => {
		parts.push(part);
		length += part.length;
	};
	const known = new Map<string, MacroText>();
	for (const macro of scope.all) {
		if (macro.start < from) continue;
		add(scope.text.slice(from, macro.start));
		const becomes = known.get(macro.name) ?? macroText(scope, macro, values);
		if (!('unresolved' in becomes)) known.set(macro.name, becomes);
		const start = length;
		add('unresolved' in becomes ? scope.text.slice(macro.start, macro.end) : inserted(becomes, insertion));
		substitutions.push({ macro, becomes, start, end: length });
		from = macro.end;
	}
	add(scope.text.slice(from));
	return { text: parts.join(''), substitutions };
}

function inserted({ text, origin }: Extract<MacroText, { text: string }>, { escapesXml, comments }: Insertion): string {
	if (origin === 'comment') return commentOf[comments](text);
	return escapesXml && comments === 'xml' ? text.replace(/[&<>]/g, found => entities[found] ?? found) : text;
}

const commentOf: Readonly<Record<CommentStyle, (text: string) => string>> = {
	hash: text => `# ${text}`,
	xml: text => `<!-- ${text} -->`,
	rem: text => `rem ${text}`,
};

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Where a stretch of the finished text stands in the source. What a macro brought is the whole macro there. */
export function sourceSpan({ substitutions }: FinishedFile, { start, end }: Span): Span {
	const isPoint = end <= start;
	return {
		start: sourceOffset(substitutions, start, substitution =>
			start < substitution.end || (isPoint && start === substitution.start) ? 'start' : undefined,
		),
		end: sourceOffset(substitutions, Math.max(start, end), substitution => {
			if (substitution.start === end && !isPoint) return 'start';
			return end <= substitution.end ? 'end' : undefined;
		}),
	};
}

/** @param sideOf which side of the macro stands for an offset in or at what it brought; `undefined` for neither */
function sourceOffset(
	substitutions: readonly Substitution[],
	offset: number,
	sideOf: (substitution: Substitution) => 'start' | 'end' | undefined,
): number {
	const before = substitutions[lastBefore(substitutions, offset)];
	if (!before) return offset;
	const side = sideOf(before);
	return side ? before.macro[side] : before.macro.end + (offset - before.end);
}

/** Index of the last substitution that starts at `offset` or before it; -1 for none. */
function lastBefore(substitutions: readonly Substitution[], offset: number): number {
	return partitionPoint(substitutions, ({ start }) => start <= offset) - 1;
}
