import type { UnattendSource } from '../unattendSource';
import { macrosIn } from '../values/macrosIn';
import type { Option } from './command';
import type { Word } from './words';

/** The option that a macro touches without the sign of equality between: `--netmask#site.mask#`. */
export function gluedMacro(
	source: UnattendSource,
	word: Word,
	options: ReadonlyMap<string, Option>,
): { readonly name: string; readonly start: number; readonly end: number } | undefined {
	const [macro] = macrosIn(source, word);
	const name = macro && source.text.slice(word.start, macro.start);
	const option = name === undefined ? undefined : options.get(name);
	return option && option.type !== 'flag'
		? { name: option.name, start: word.start, end: macro?.start ?? word.end }
		: undefined;
}
