import type { TextEdit } from 'vscode-languageserver-types';
import type { Span } from '../../span';
import { rangeOf } from './fileItems';
import type { UsedOption } from './parseArguments';
import type { StatementFile } from './statementFile';
import type { Word } from './words';

/** Where completion writes an option. */
export interface OptionPlace extends Span {
	/** Its value stands behind it: nothing but the name is written. */
	readonly hasValue: boolean;
	/** What keeps it apart from the option in front of which it goes. */
	readonly behind: '' | ' ';
}

/**
 * The name under the cursor, or an empty place where no name is begun; `undefined` behind a name, where a value is.
 * @param word the one under the cursor
 * @param used the options of the line
 */
export function optionPlace(
	text: string,
	offset: number,
	word: Word | undefined,
	used: readonly UsedOption[],
): OptionPlace | undefined {
	if (!word || offset === word.start) return { start: offset, end: offset, hasValue: false, behind: word ? ' ' : '' };
	const { start } = word;
	const end = start + (/^-[\w-]*/.exec(text.slice(start, word.end))?.[0].length ?? 0);
	if (offset > end) return undefined;
	const isWhole = used.some(one => one.start === start && one.value && one.written === one.option.name);
	return { start, end, hasValue: end < word.end || isWhole, behind: '' };
}

/** What writes an option there, as a snippet. @param value with its sign of equality; empty for a flag */
export const optionEdit = (
	file: Pick<StatementFile, 'source'>,
	{ start, end, hasValue, behind }: OptionPlace,
	name: string,
	value: string,
): TextEdit => ({ range: rangeOf(file, start, end), newText: `${name}${hasValue ? '' : value}${behind}` });
