import type { Option } from './command';

/** A value and the option that touches it: `192.0.2.9--netmask`. */
const glued = /^(.+?)(--[a-z][\w-]*)(?=$|=)/;

/** True for a value in which another option of the command begins: the blank between them was forgotten. */
export const holdsOption = (value: string, options: ReadonlyMap<string, Option>): boolean =>
	options.has(glued.exec(value)?.[2] ?? '');

/** Such a value with the blank; `undefined` for any other. */
export function partedOptions(value: string, options: ReadonlyMap<string, Option>): string | undefined {
	return holdsOption(value, options) ? value.replace(glued, '$1 $2') : undefined;
}
