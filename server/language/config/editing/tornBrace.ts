import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Span } from '../../span';
import { configDocument } from '../configDocument';
import { type Cursor, cursorAt } from './cursor';

/**
 * The place of a cursor beside a brace that has lost its partner in a list of settings: `[‸}]` and `[{‸]` are left when
 * a person deletes one brace of two. A completion takes the place of the brace, too. `undefined` anywhere else.
 */
export function cursorAtTornBrace(text: string, offset: number): Cursor | undefined {
	const brace = behind(text, offset) ?? before(text, offset);
	if (!brace) return undefined;
	const whole = text.slice(0, brace.start) + text.slice(brace.end);
	const at = brace.start < offset ? offset - (brace.end - brace.start) : offset;
	const config = configDocument(TextDocument.create('torn:', 'json', 0, whole));
	const cursor = cursorAt(whole, config.tree(), at);
	if (cursor?.place !== 'element') return undefined;
	const moved = brace.start < offset ? brace.end - brace.start : 0;
	return {
		...cursor,
		start: Math.min(cursor.start, brace.start),
		end: moved > 0 ? cursor.end + moved : brace.end,
	};
}

/** How far a brace may be from the cursor: no further than a person sees it beside. */
const nearby = 200;

function behind(text: string, offset: number): Span | undefined {
	const [gap] = /^[ \t]*(?=\})/.exec(text.slice(offset, offset + nearby)) ?? [];
	const isInList = /[[,]\s*\w*$/.test(text.slice(Math.max(0, offset - nearby), offset));
	return gap === undefined || !isInList ? undefined : { start: offset, end: offset + gap.length + 1 };
}

function before(text: string, offset: number): Span | undefined {
	const [brace] = /\{[ \t]*(?=\w*$)/.exec(text.slice(Math.max(0, offset - nearby), offset)) ?? [];
	if (brace === undefined || !/^\s*[\],]/.test(text.slice(offset, offset + nearby))) return undefined;
	const start = text.lastIndexOf('{', offset - 1);
	return { start, end: start + brace.length };
}
