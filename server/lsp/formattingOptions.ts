import type { FormattingOptions } from '../language/language';
import { isRecord } from './settings';

/** No editor indents wider than this; a slip of a few noughts must not make a file of blanks. */
const widest = 16;

/** How an editor indents, whatever it sends: where it sends no width that can be meant, four blanks or the widest. */
export function formattingOptions(sent: unknown): FormattingOptions {
	const { tabSize, insertSpaces } = isRecord(sent) ? sent : {};
	const isWidth = typeof tabSize === 'number' && tabSize >= 1;
	return { tabSize: isWidth ? Math.min(Math.floor(tabSize), widest) : 4, insertSpaces: insertSpaces !== false };
}
