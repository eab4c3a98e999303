import { nearestName } from '../../macros/nearestName';
import type { Span } from '../../span';
import type { UnattendSource } from '../unattendSource';
import { macrosIn } from '../values/macrosIn';
import type { Option } from './command';
import type { Word } from './words';

interface GluedMacro extends Span {
	/** What stands before the macro. */
	readonly name: string;
	/** The option that is meant. */
	readonly meant: string;
}

/**
 * The option that a macro touches without the sign of equality between: `--netmask#site.mask#`, `--netmask"#site.mask#"`.
 * A misspelt one counts when no option begins like that, so that no value of the macro makes one of it.
 */
export function gluedMacro(
	source: UnattendSource,
	word: Word,
	options: ReadonlyMap<string, Option>,
): GluedMacro | undefined {
	const [macro] = macrosIn(source, word);
	const [, name] = /^(--[\w-]+)["']?$/.exec(source.text.slice(word.start, macro?.start ?? word.start)) ?? [];
	if (name === undefined) return undefined;
	const isBeginning = [...options.keys()].some(each => each.startsWith(name));
	const meant = isBeginning
		? name
		: nearestName(
				name,
				[...options.values()].map(each => each.name),
			);
	const option = meant === undefined ? undefined : options.get(meant);
	if (!option || option.type === 'flag') return undefined;
	return { name, meant: option.name, start: word.start, end: word.start + name.length };
}
