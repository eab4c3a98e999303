import type { UnattendSource } from '../unattendSource';
import type { Option } from './command';
import type { Value } from './parseArguments';

/** A value and the option that touches it: `192.0.2.9--netmask`. */
const glued = /^(.*?\S)(--[a-z][\w-]*)(?=$|=)/;

/** True for a value in which another option of the command begins: the blank between them was forgotten. */
export const holdsOption = (value: string, options: ReadonlyMap<string, Option>): boolean =>
	options.has(glued.exec(value)?.[2] ?? '');

/** Such a value with the blank; `undefined` for any other, and behind a quotation mark, where a blank parts nothing. */
export function partedOptions(
	{ masked }: Pick<UnattendSource, 'masked'>,
	{ text, start }: Value,
	options: ReadonlyMap<string, Option>,
): string | undefined {
	const isQuoted = /["']/.test(masked.charAt(start - 1));
	return !isQuoted && holdsOption(text, options) ? text.replace(glued, '$1 $2') : undefined;
}
